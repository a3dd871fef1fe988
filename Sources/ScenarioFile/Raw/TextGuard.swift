/// Checks on the bytes of a file before any parser sees them.
enum TextGuard {
  /// The text of `bytes`, without a byte order mark; every fault found is one with its place.
  static func text(of bytes: [UInt8], file: String, into findings: inout Findings) -> String? {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.error(placeOfInvalidByte(in: bytes, file: file), FileFault.notUTF8)
      return nil
    }
    if let fault = firstControlCharacter(in: text, file: file) {
      findings.error(fault.place, FileFault.controlCharacter(fault.code))
      return nil
    }
    return text
  }

  /// Whether a scalar may stand in a scenario: printable, and no line break in disguise.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static func firstControlCharacter(
    in text: String, file: String
  ) -> (place: Place, code: UInt32)? {
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        (line, column) = (line + 1, 1)
        continue
      }
      if !isPrintable(scalar), scalar != "\t", scalar != "\r" {
        return (Place(file: file, line: line, column: column), scalar.value)
      }
      column += 1
    }
    return nil
  }

  private static func placeOfInvalidByte(in bytes: ArraySlice<UInt8>, file: String) -> Place {
    // The longest valid beginning, line by line and then byte by byte.
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil {
        let decoded = String(decoding: part, as: UTF8.self).unicodeScalars
        let column = decoded.firstIndex(of: "\u{FFFD}")
          .map { decoded.distance(from: decoded.startIndex, to: $0) + 1 }
        return Place(file: file, line: line, column: column ?? 1)
      }
      line += 1
    }
    return Place(file: file, line: 1, column: 1)
  }

  /// Whether brackets or dashes nest beyond what any scenario needs; the YAML parser recurses, so depth
  /// must be bounded before it runs.
  static func nestsTooDeeply(_ text: String) -> Bool {
    var (open, indent, dashes, atStart) = (0, 0, 0, true)
    for byte in text.utf8 {
      switch byte {
      case 0x0A: (indent, dashes, atStart) = (0, 0, true)
      case 0x5B, 0x7B: (open, atStart) = (open + 1, false)
      case 0x5D, 0x7D: (open, atStart) = (max(0, open - 1), false)
      case 0x20: if atStart { indent += 1 }
      case 0x2D, 0x3F: if atStart { dashes += 1 }
      default: atStart = false
      }
      if open > 64 || (dashes > 32 && indent > 32) { return true }
    }
    return false
  }
}
