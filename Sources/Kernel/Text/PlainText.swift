/// Text of others (names, keys, paths) on its way to somebody's screen.
///
/// A terminal obeys control characters, and a browser or a program that reads lines may stumble over them. So
/// whatever a scenario, a folder or a command line holds is shown, never obeyed.
package enum PlainText {
  /// Whether a scalar commands rather than shows. Line feeds and tabs do no harm.
  package static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    default: false
    }
  }

  /// The text with every control character written out, as in `\u{1B}`.
  package static func shown(_ text: String) -> String {
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

  /// The text between quotation marks, as JSON and YAML both read it.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where isCommand(scalar): quoted += "\\u" + fourDigits(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Four hexadecimal digits of a scalar below U+10000, as both want them after `\u`.
  private static func fourDigits(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
