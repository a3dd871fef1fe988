import Foundation

/// Where each point's record lies in a sweep's parts. The records themselves stay on the disk, so that
/// memory does not grow with what a point holds.
package struct SweepRecords {
  /// Files that were read, in the order of their names.
  package private(set) var parts: [String] = []
  /// Lines that are no records: torn by a kill, or changed since.
  package private(set) var tornLines = 0
  private let folder: SweepFolder
  /// By point: file (−1 for none), place and length of the line.
  private var slots: [Slot]

  private struct Slot {
    var part: Int32 = -1
    var length: Int32 = 0
    var offset: Int64 = 0
  }

  /// Looks through all parts of the folder. A point that several have counts once.
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
  package var doneCount: Int { slots.count { $0.part >= 0 } }
  package func has(_ point: Int) -> Bool { slots[point].part >= 0 }
  package var missing: [Int] { slots.indices.filter { slots[$0].part < 0 } }

  private func path(_ part: Int32) -> String { "\(folder.partsPath)/\(parts[Int(part)])" }

  private mutating func read(_ part: Int32, _ name: String) throws {
    guard let bytes = FileManager.default.contents(atPath: path(part)) else {
      throw FolderFault.cannotWrite(path: path(part), reason: "the file cannot be read")
    }
    var offset = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      defer { offset += line.count + 1 }
      if line.isEmpty { continue }
      guard let record = PointRecord(line: String(decoding: line, as: UTF8.self)),
        record.point < slots.count
      else {
        tornLines += 1
        continue
      }
      if has(record.point) {
        let other = try self.record(record.point)
        guard other == record else {
          throw SweepFault.inconsistent(
            path: folder.path, point: record.point,
            parts: [parts[Int(slots[record.point].part)], name])
        }
      } else {
        slots[record.point] = Slot(
          part: part, length: Int32(line.count), offset: Int64(offset))
      }
    }
  }

  /// A point's record, from the disk; nil while there is none.
  /// - Throws: ``FolderFault``.
  package func record(_ point: Int) throws -> PointRecord? {
    let slot = slots[point]
    guard slot.part >= 0 else { return nil }
    let path = path(slot.part)
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw FolderFault.cannotWrite(path: path, reason: "the file cannot be read")
    }
    defer { try? file.close() }
    try file.seek(toOffset: UInt64(slot.offset))
    let bytes = try file.read(upToCount: Int(slot.length)) ?? Data()
    return PointRecord(line: String(decoding: bytes, as: UTF8.self))
  }
}
