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

  /// A table with a header row; columns after the first hold numbers when `isNumeric`. On a narrow screen a
  /// stacked table shows each row as a block, its cells one below the other with their headers.
  static func table(
    header: [String], rows: [[String]], isNumeric: Bool, isStacked: Bool = false
  ) -> String {
    let mark = isNumeric ? " class=\"n\"" : ""
    func cells(_ texts: [String]) -> String {
      texts.enumerated().map { place, text in
        let label =
          isStacked && place < header.count ? " data-label=\"\(escaped(header[place]))\"" : ""
        return place == 0
          ? "<th scope=\"row\">\(escaped(text))</th>"
          : "<td\(mark)\(label)>\(escaped(text))</td>"
      }.joined()
    }
    let head = header.enumerated().map { place, text in
      "<th scope=\"col\"\(place == 0 ? "" : mark)>\(escaped(text))</th>"
    }.joined()
    let body = rows.map { "<tr>\(cells($0))</tr>" }.joined(separator: "\n")
    return """
      <div class="scroll"><table\(isStacked ? " class=\"stack\"" : "")><thead><tr>\(head)</tr></thead><tbody>
      \(body)
      </tbody></table></div>
      """
  }
}
