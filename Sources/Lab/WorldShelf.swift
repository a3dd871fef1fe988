import Foundation
import Kernel
import Simulation

/// Worlds put aside on disk, in a file without a name: whatever ends the lab gives the disk its room back.
///
/// Not kept in memory, of which sixty worlds of a hundredth of a country would take most of a gigabyte.
package final class WorldShelf: @unchecked Sendable {
  /// Where a world lies.
  package struct Place: Equatable {
    fileprivate var offset: Int
    /// Bytes of each of its parts, the common one last.
    fileprivate var lengths: [Int]

    /// What it takes of the shelf.
    var bytes: Int { WorldShelf.whole(lengths.reduce(0, +)) }
  }

  private let lock = NSLock()
  private let most: Int
  // Under the lock; below 0 where the disk has refused.
  private var file: Int32
  private var end = 0
  /// Room that was given back, by its offset.
  private var holes: [(offset: Int, bytes: Int)] = []

  /// So that worlds of about a size fit into each other's room.
  private static let grain = 1 << 18

  /// - Parameters:
  ///   - folder: where the file is made; where it cannot be, nothing is kept.
  ///   - most: bytes that may be taken of its disk.
  package init(in folder: String, most: Int) {
    self.most = most
    var name = Array((folder + "/.worlds-XXXXXX").utf8CString)
    file = mkstemp(&name)
    if file >= 0 {
      unlink(name)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit { if file >= 0 { close(file) } }

  /// Keeps a world.
  /// - Returns: where it lies; nil where there is no room for it.
  package func put(_ state: RunState) -> Place? {
    let parts = state.islands + [state.common]
    let lengths = parts.map(\.count)
    guard let offset = take(Self.whole(lengths.reduce(0, +))) else { return nil }
    let place = Place(offset: offset, lengths: lengths)
    var at = offset
    for part in parts {
      guard write(part, at: at) else {
        remove(place)
        return nil
      }
      at += part.count
    }
    return place
  }

  /// A world as it was put aside; nil where the disk fails.
  package func world(at place: Place) -> RunState? {
    var parts: [[UInt8]] = []
    var at = place.offset
    for length in place.lengths {
      guard let part = read(length, at: at) else { return nil }
      parts.append(part)
      at += length
    }
    return parts.popLast().map { RunState(islands: parts, common: $0) }
  }

  /// Gives a world's room back.
  package func remove(_ place: Place) {
    lock.withLock {
      holes.append((place.offset, place.bytes))
      holes.sort { $0.offset < $1.offset }
      var joined: [(offset: Int, bytes: Int)] = []
      for hole in holes {
        if let last = joined.last, last.offset + last.bytes == hole.offset {
          joined[joined.count - 1].bytes += hole.bytes
        } else {
          joined.append(hole)
        }
      }
      if let last = joined.last, last.offset + last.bytes == end {
        end = last.offset
        joined.removeLast()
        _ = ftruncate(file, off_t(end))
      }
      holes = joined
    }
  }

  /// Room for so many bytes; nil where there is none.
  private func take(_ bytes: Int) -> Int? {
    lock.withLock {
      guard file >= 0 else { return nil }
      if let number = holes.firstIndex(where: { $0.bytes >= bytes }) {
        let offset = holes[number].offset
        holes[number].offset += bytes
        holes[number].bytes -= bytes
        if holes[number].bytes == 0 { holes.remove(at: number) }
        return offset
      }
      guard end + bytes <= most else { return nil }
      end += bytes
      return end - bytes
    }
  }

  private static func whole(_ bytes: Int) -> Int { (bytes + grain - 1) / grain * grain }

  private func write(_ bytes: [UInt8], at offset: Int) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = pwrite(
          file, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        done += count
      }
      return true
    }
  }

  private func read(_ length: Int, at offset: Int) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      while filled < length {
        let count = pread(
          file, buffer.baseAddress.map { $0 + filled }, length - filled, off_t(offset + filled))
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          failed = true
          return
        }
        filled += count
      }
    }
    return failed ? nil : bytes
  }
}
