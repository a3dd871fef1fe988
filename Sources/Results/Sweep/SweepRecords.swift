import Foundation

/// Where each point's record lies in a sweep's parts. The records themselves stay on the disk, so that
/// memory does not grow with what a point holds.
package struct SweepRecords {
  /// Files that were read, in the order of their names.
  package private(set) var parts: [String] = []
  /// Lines that are no records: torn by a kill, or changed since.
  package private(set) var tornLines = 0
  private let folder: SweepFolder
  private var slots: [Slot]
  /// Points at work when a process met a fault, of which one was to blame.
  private var suspects: Set<Int> = []

  /// What is known of a point.
  private struct Slot {
    /// File (−1 for none), place and length of the line.
    var part: Int32 = -1
    var length: Int32 = 0
    var offset: Int64 = 0
    var isDone = false
    var failures: Int32 = 0
    /// Failures after which it is to be tried again.
    var forgiven: Int32 = 0
    /// Processes that ended while it was computed.
    var deaths: Int32 = 0

    var isFailed: Bool { !isDone && failures > forgiven }
  }

  /// What a point's error is when the program met a fault of its own in it.
  package static let faultSentence =
    "The program met a fault of its own in this point and restarted after it. Please report it, with "
    + "the plan."

  /// Looks through all parts of the folder. A point that several have counts once, and a result more than
  /// a failure.
  /// - Throws: ``SweepFault/inconsistent(path:point:parts:)``, ``FolderFault``.
  package init(_ folder: SweepFolder) throws {
    self.folder = folder
    slots = Array(repeating: Slot(), count: folder.manifest.points)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.partsPath)) ?? []
    for name in names.filter({ $0.hasSuffix(".part") }).sorted() {
      parts.append(name)
      try read(Int32(parts.count - 1), name)
    }
  }

  package var pointCount: Int { slots.count }
  package var doneCount: Int { slots.indices.count(where: has) }
  /// Whether a point is done or has failed.
  package func has(_ point: Int) -> Bool { slots[point].isDone || slots[point].isFailed }
  package var missing: [Int] { slots.indices.filter { !has($0) } }
  package var failed: [Int] { slots.indices.filter { slots[$0].isFailed } }

  /// Missing points that ended a process or may have, to be computed last and one by one.
  package var doubtful: Set<Int> {
    suspects.union(slots.indices.filter { slots[$0].deaths > 2 }).filter { !has($0) }
  }

  /// Has failed points tried again, by whoever computes what is missing.
  /// - Throws: ``FolderFault``.
  package func retryFailed() throws {
    let failed = failed
    if failed.isEmpty { return }
    let part = try SweepPart(folder: folder.partsPath, name: "again")
    for point in failed { try part.add(.again(point, failures: Int(slots[point].failures))) }
    try part.flush()
  }

  private func path(_ part: Int32) -> String { "\(folder.partsPath)/\(parts[Int(part)])" }

  private mutating func read(_ part: Int32, _ name: String) throws {
    let url = URL(fileURLWithPath: path(part))
    // Mapped and read line by line: a part may be larger than what should be held.
    guard let bytes = try? Data(contentsOf: url, options: .mappedIfSafe) else {
      throw FolderFault.cannotRead(path: path(part))
    }
    var begun: Set<Int> = []
    var next = bytes.startIndex
    while next < bytes.endIndex {
      let end = bytes[next...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let (line, offset) = (bytes[next..<end], next - bytes.startIndex)
      next = end + 1
      if line.isEmpty { continue }
      switch PartLine(String(decoding: line, as: UTF8.self)) {
      case .record(let record) where record.point < slots.count:
        begun.remove(record.point)
        try take(
          record, Slot(part: part, length: Int32(line.count), offset: Int64(offset)), name)
      case .begun(let point) where point < slots.count: begun.insert(point)
      case .again(let point, let failures) where point < slots.count:
        slots[point].forgiven = max(slots[point].forgiven, Int32(clamping: failures))
      case .fault:
        if begun.count == 1, let point = begun.first {
          slots[point].failures += 1
        } else {
          suspects.formUnion(begun)
        }
        begun = []
      default: tornLines += 1
      }
    }
    for point in begun { slots[point].deaths += 1 }
  }

  private mutating func take(_ record: PointRecord, _ slot: Slot, _ name: String) throws {
    let point = record.point
    if case .failed = record.content {
      slots[point].failures += 1
      if slots[point].part >= 0 { return }
    } else if slots[point].isDone {
      guard try self.record(point) == record else {
        throw SweepFault.inconsistent(
          path: folder.path, point: point, parts: [parts[Int(slots[point].part)], name])
      }
      return
    } else {
      slots[point].isDone = true
    }
    slots[point].part = slot.part
    slots[point].length = slot.length
    slots[point].offset = slot.offset
  }

  /// A point's record, from the disk; nil while there is none.
  /// - Throws: ``FolderFault``.
  package func record(_ point: Int) throws -> PointRecord? {
    let slot = slots[point]
    guard has(point) else { return nil }
    guard slot.part >= 0 else {
      return PointRecord(point: point, content: .failed(SweepRecords.faultSentence))
    }
    let path = path(slot.part)
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw FolderFault.cannotRead(path: path)
    }
    defer { try? file.close() }
    try file.seek(toOffset: UInt64(slot.offset))
    let bytes = try file.read(upToCount: Int(slot.length)) ?? Data()
    return PointRecord(line: String(decoding: bytes, as: UTF8.self))
  }
}
