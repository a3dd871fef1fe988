import Kernel

/// Text as YAML that reads back to the same text, in any place of a file.
enum YAMLText {
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : PlainText.quoted(text)
  }

  /// Whether no YAML reader could take a text for anything but these words.
  private static func isPlain(_ text: String) -> Bool {
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    guard let first = text.utf8.first, let last = text.utf8.last, isLetterOrDigit(first),
      last != 0x20
    else { return false }
    // Space % ( ) + - . / _ ?
    let others: Set<UInt8> = [0x20, 0x25, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F, 0x5F, 0x3F]
    return text.utf8.allSatisfy { isLetterOrDigit($0) || others.contains($0) }
  }
}
