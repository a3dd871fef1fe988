import Crypto
import Foundation
import Kernel
import Measurement

/// SHA-256 over the canonical stream of a run's records, taken as they arrive.
///
/// It knows only days, months and what was measured: no name, path, time, thread or machine. A record is a
/// tag, its date, and its numbers with their count before them, each eight bytes, little-endian; so no two
/// different streams have the same bytes.
package struct Digest: Sendable {
  private static let dayTag: Int64 = 1
  private static let monthTag: Int64 = 2
  /// Stands for the mean of nobody. No computed number has it: it is a NaN that no operation returns.
  private static let nobody: Int64 = -1

  private var hash = SHA256()
  private var bytes: [UInt8] = []

  package init() {}

  package mutating func add(_ record: DayRecord) {
    bytes.removeAll(keepingCapacity: true)
    append(Digest.dayTag)
    append(Int64(record.day.number))
    append(Int64(record.counts.count))
    for count in record.counts { append(count) }
    hash.update(data: bytes)
  }

  package mutating func add(_ record: MonthRecord) {
    bytes.removeAll(keepingCapacity: true)
    append(Digest.monthTag)
    append(Int64(record.month.number))
    append(Int64(record.canonical.count))
    for number in record.canonical { append(number) }
    append(Int64(record.national.count))
    for number in record.national {
      append(number.map { Int64(bitPattern: $0.bitPattern) } ?? Digest.nobody)
    }
    hash.update(data: bytes)
  }

  /// What has been added so far, as 64 hexadecimal digits.
  package var text: String { Digest.hexadecimal(hash.finalize()) }

  /// SHA-256 of a text's UTF-8, as 64 hexadecimal digits.
  package static func ofText(_ text: String) -> String {
    hexadecimal(SHA256.hash(data: Array(text.utf8)))
  }

  /// SHA-256 of bytes, as 64 hexadecimal digits.
  package static func ofBytes(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  private mutating func append(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
