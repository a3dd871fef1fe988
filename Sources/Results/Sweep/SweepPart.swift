import Foundation
import Kernel

/// A file of a sweep's folder to which one process appends finished points.
///
/// Each process has a file of its own, so that no two ever write to one, on a shared disk either. A line is
/// a whole record with its checksum: a torn one is not believed, and its point is computed again.
package struct SweepPart: ~Copyable {
  package let path: String
  /// Open for appending.
  package let descriptor: Int32
  private var lastSync = 0.0

  /// Makes `name`.part in the folder, or `name`-2.part and so on where that is taken.
  /// - Throws: ``FolderFault``.
  package init(folder: String, name: String) throws {
    var number = 1
    while true {
      let path = "\(folder)/\(name)\(number == 1 ? "" : "-\(number)").part"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND, 0o666)
      if descriptor >= 0 {
        (self.path, self.descriptor) = (path, descriptor)
        return
      }
      guard errno == EEXIST else { throw FolderFault.writing(path, errorNumber: errno) }
      number += 1
    }
  }

  deinit { close(descriptor) }

  /// Appends a record. It survives the death of this process at once, and that of the machine after about
  /// a second.
  /// - Parameter now: seconds of a clock that never runs backwards.
  /// - Throws: ``FolderFault`` with the path.
  package mutating func append(_ record: PointRecord, now: Double) throws {
    try add(.record(record))
    if now - lastSync > 1 {
      try flush()
      lastSync = now
    }
  }

  /// Appends what is no result.
  /// - Throws: ``FolderFault`` with the path.
  package func add(_ line: PartLine) throws {
    try SweepPart.write(Array((line.text + "\n").utf8), to: descriptor, path)
  }

  /// Notes a point that a worker turns to, from any thread. Where that cannot be written, its result cannot
  /// either, which is told then.
  package var noteBegun: @Sendable (Int) -> Void {
    let (descriptor, path) = (descriptor, path)
    return { point in
      let bytes = Array((PartLine.begun(point).text + "\n").utf8)
      try? SweepPart.write(bytes, to: descriptor, path)
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    let number = Machine.write(bytes, to: descriptor)
    if number != 0 { throw FolderFault.writing(path, errorNumber: number) }
  }

  /// Waits until all is on the disk.
  package func flush() throws {
    guard fsync(descriptor) == 0 else { throw FolderFault.writing(path, errorNumber: errno) }
  }
}
