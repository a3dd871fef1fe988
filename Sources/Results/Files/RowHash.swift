import Crypto
import Foundation

/// A checksum of rows as they come: the names of the columns, then each value behind a letter for its kind.
///
/// Whole numbers are told as the numbers that they are: which of the two SQLite keeps depends on the column.
struct RowHash {
  private static let chunk = 1 << 16

  private var hash = SHA256()
  private var bytes: [UInt8] = []

  init(columns: [String]) {
    bytes.reserveCapacity(Self.chunk + 1024)
    for column in columns { add(column) }
  }

  mutating func add(_ text: String) {
    bytes.append(UInt8(ascii: "t"))
    append(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ number: Double) {
    bytes.append(UInt8(ascii: "d"))
    append(number.bitPattern)
    if bytes.count > Self.chunk { flush() }
  }

  mutating func addNothing() { bytes.append(UInt8(ascii: "n")) }

  mutating func add(bytes data: Data) {
    bytes.append(UInt8(ascii: "b"))
    bytes.append(contentsOf: data)
  }

  /// The checksum in hexadecimal digits.
  mutating func finish() -> String {
    flush()
    return Digest.hexadecimal(hash.finalize())
  }

  private mutating func append(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func flush() {
    hash.update(data: bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
