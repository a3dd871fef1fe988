/// Text of others (names, keys, paths) on its way to somebody's screen.
///
/// A terminal obeys control characters, and a browser or a program that reads lines may stumble over them. So
/// whatever a scenario, a folder or a command line holds is shown, never obeyed.
public enum PlainText {
  /// Whether a scalar commands rather than shows. Line feeds and tabs do no harm.
  public static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    default: false
    }
  }

  /// The text with every control character written out, as in `\u{1B}`.
  public static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isCommand) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isCommand(scalar) {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// Four hexadecimal digits of a scalar below U+10000, as JSON and YAML want them after `\u`.
  public static func fourDigits(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
