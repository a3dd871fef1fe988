import Kernel
import Results

/// Text that is markup already: in it nothing needs to be escaped.
struct Markup: Sendable {
  let html: String

  init(html: String) { self.html = html }

  init(_ text: String) { html = HTML.escaped(text) }
}

/// A column's head, and what tells it in each of its cells where a table is stacked.
struct Heading: Sendable {
  let markup: Markup
  /// Attributes of the cells below it.
  let labels: String

  init(_ text: String) { self.init(Markup(text), labels: [("label", text)]) }

  init(_ markup: Markup, labels: [(name: String, text: String)]) {
    self.markup = markup
    self.labels = labels.map { " data-\($0.name)=\"\(HTML.escaped($0.text))\"" }.joined()
  }
}

/// Small helpers for writing HTML.
enum HTML {
  /// Text that cannot be taken for markup, in elements and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in PlainText.shown(text) {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// Data as a script reads it. A tag within a text would end the script, or hide its end.
  static func script(_ data: JSON) -> String {
    data.compactText.replacing("<", with: "\\u003c")
  }

  /// A table of plain texts.
  static func table(
    header: [String], rows: [[String]], isNumeric: Bool, isStacked: Bool = false
  ) -> String {
    table(
      header: header, rows: rows.map { $0.map { Markup($0) } }, isNumeric: isNumeric,
      isStacked: isStacked)
  }

  /// A table of markup below plain heads.
  static func table(
    header: [String], rows: [[Markup]], isNumeric: Bool, isStacked: Bool = false
  ) -> String {
    table(
      header: header.map { Heading($0) }, rows: rows, isNumeric: isNumeric, isStacked: isStacked)
  }

  /// A table with a header row; columns after the first hold numbers when `isNumeric`. On a narrow screen a
  /// stacked table shows each row as a block, its cells one below the other with their headers.
  static func table(
    header: [Heading], rows: [[Markup]], isNumeric: Bool, isStacked: Bool = false
  ) -> String {
    let mark = isNumeric ? " class=\"n\"" : ""
    func cells(_ texts: [Markup]) -> String {
      texts.enumerated().map { place, text in
        let label = isStacked && place < header.count ? header[place].labels : ""
        return place == 0
          ? "<th scope=\"row\">\(text.html)</th>" : "<td\(mark)\(label)>\(text.html)</td>"
      }.joined()
    }
    let head = header.enumerated().map { place, text in
      "<th scope=\"col\"\(place == 0 ? "" : mark)>\(text.markup.html)</th>"
    }.joined()
    let body = rows.map { "<tr>\(cells($0))</tr>" }.joined(separator: "\n")
    return """
      <div class="scroll"><table\(isStacked ? " class=\"stack\"" : "")><thead><tr>\(head)</tr></thead><tbody>
      \(body)
      </tbody></table></div>
      """
  }
}
