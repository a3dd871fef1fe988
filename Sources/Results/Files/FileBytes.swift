import Foundation
import Kernel

/// Whole files to and from disk, with the system's reason when that fails.
package enum FileBytes {
  /// Creates or overwrites a file.
  /// - Throws: ``FolderFault`` with the path.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    try write([bytes], to: path)
  }

  /// Creates or overwrites a file with one piece after the other.
  /// - Throws: ``FolderFault`` with the path.
  package static func write(_ pieces: [[UInt8]], to path: String) throws {
    try write(pieces, to: path, O_TRUNC)
  }

  /// Adds to the end of a file.
  /// - Throws: ``FolderFault`` with the path.
  static func append(_ bytes: [UInt8], to path: String) throws {
    try write([bytes], to: path, O_APPEND)
  }

  private static func write(_ pieces: [[UInt8]], to path: String, _ how: Int32) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | how, 0o666)
    guard descriptor >= 0 else { throw FolderFault.writing(path, errorNumber: errno) }
    for bytes in pieces {
      let number = Machine.write(bytes, to: descriptor)
      if number != 0 {
        close(descriptor)
        throw FolderFault.writing(path, errorNumber: number)
      }
    }
    // A quota or a network disk may refuse only now.
    guard close(descriptor) == 0 else { throw FolderFault.writing(path, errorNumber: errno) }
  }

  package static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Puts a new text in a file's place at once, so that no reader sees half of it.
  package static func replace(_ text: String, at path: String) throws {
    try replace(Array(text.utf8), at: path)
  }

  /// Puts new bytes in a file's place at once, so that no reader sees half of them.
  package static func replace(_ bytes: [UInt8], at path: String) throws {
    let partial = path + ".partial"
    do {
      try write(bytes, to: partial)
      try rename(partial, to: path)
    } catch {
      unlink(partial)
      throw error
    }
  }

  /// A file's text; nil where there is none or it cannot be read.
  package static func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Takes a folder away with all that is in it; nothing happens where there is none.
  static func removeFolder(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Gives a file its final name, replacing what bears it.
  package static func rename(_ path: String, to target: String) throws {
    guard Foundation.rename(path, target) == 0 else {
      throw FolderFault.writing(target, errorNumber: errno)
    }
  }
}
