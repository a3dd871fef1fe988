import Kernel

/// Builds a CSV table (RFC 4180, lines ended by one line feed) as bytes.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = []
  private var lineIsEmpty = true

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")

  package init() {}

  package mutating func header(_ names: [String]) {
    for name in names { field(name) }
    endLine()
  }

  /// A text, quoted only where it must be.
  package mutating func field(_ text: String) {
    separate()
    let utf8 = text.utf8
    if utf8.contains(where: {
      $0 == CSVWriter.comma || $0 == CSVWriter.quote || $0 == CSVWriter.lineFeed
    }) {
      bytes.append(CSVWriter.quote)
      for byte in utf8 {
        if byte == CSVWriter.quote { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(CSVWriter.quote)
    } else {
      bytes.append(contentsOf: utf8)
    }
  }

  /// A number; empty where it is nil, which is a mean of nobody.
  package mutating func field(_ number: Double?) {
    separate()
    if let number { bytes.append(contentsOf: NumberText.shortest(number).utf8) }
  }

  package mutating func field(_ number: Int64) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Fields already separated by commas, as ``CSVWriter/bytes`` of another table holds them.
  package mutating func fields(_ ready: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: ready)
  }

  package mutating func endLine() {
    bytes.append(CSVWriter.lineFeed)
    lineIsEmpty = true
  }

  private mutating func separate() {
    if !lineIsEmpty { bytes.append(CSVWriter.comma) }
    lineIsEmpty = false
  }
}
