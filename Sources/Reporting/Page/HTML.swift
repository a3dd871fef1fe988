/// Small helpers for writing HTML.
enum HTML {
  /// Text that cannot be taken for markup, in elements and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A table with a header row; columns after the first hold numbers when `isNumeric`.
  static func table(header: [String], rows: [[String]], isNumeric: Bool) -> String {
    let mark = isNumeric ? " class=\"n\"" : ""
    func cells(_ texts: [String]) -> String {
      texts.enumerated().map { place, text in
        place == 0 ? "<th scope=\"row\">\(escaped(text))</th>" : "<td\(mark)>\(escaped(text))</td>"
      }.joined()
    }
    let head = header.enumerated().map { place, text in
      "<th scope=\"col\"\(place == 0 ? "" : mark)>\(escaped(text))</th>"
    }.joined()
    let body = rows.map { "<tr>\(cells($0))</tr>" }.joined(separator: "\n")
    return """
      <div class="scroll"><table><thead><tr>\(head)</tr></thead><tbody>
      \(body)
      </tbody></table></div>
      """
  }
}
