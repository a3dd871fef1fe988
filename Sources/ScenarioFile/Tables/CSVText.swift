/// A table as written: comments, header and rows, each cell with its place.
///
/// Comma-separated; a cell that holds commas stands in quotation marks, a doubled mark within them is
/// one; lines beginning with `#` are comments, empty lines are skipped. No cell spans lines.
struct CSVText: Sendable {
  struct Cell: Sendable {
    var text: String
    var place: Place
  }

  enum Line: Sendable {
    case comment(String)
    case row([Cell])
  }

  var lines: [Line] = []

  /// The rows, the header first.
  var rows: [[Cell]] {
    lines.compactMap { if case .row(let cells) = $0 { cells } else { nil } }
  }

  /// - Parameters:
  ///   - place: Where the text begins in its file.
  ///   - column: The column at which its lines begin.
  init(_ text: String, at place: Place, column: Int, into findings: inout Findings) {
    for (offset, line) in Lines.split(text).enumerated() {
      let start = Place(file: place.file, line: place.line + offset, column: column)
      let trimmed = Overrides.trimmed(line)
      if trimmed.isEmpty { continue }
      if trimmed.utf8.first == 0x23 {
        lines.append(.comment(trimmed.replacing("\t", with: " ")))
      } else {
        lines.append(.row(CSVText.cells(of: line, at: start, into: &findings)))
      }
    }
  }

  private static func cells(
    of line: Substring, at start: Place, into findings: inout Findings
  ) -> [Cell] {
    var cells: [Cell] = []
    var scalars = Array(line.unicodeScalars)[...]
    while true {
      while let first = scalars.first, first == " " || first == "\t" { scalars.removeFirst() }
      var place = start
      place.column += scalars.startIndex
      if scalars.first == "\"" {
        let text = quoted(&scalars)
        while let first = scalars.first, first == " " || first == "\t" { scalars.removeFirst() }
        if text == nil || (scalars.first.map { $0 != "," } ?? false) {
          findings.error(place, TableFault.openQuote)
          scalars = scalars.drop { $0 != "," }
        }
        cells.append(Cell(text: text ?? "", place: place))
      } else {
        let end = scalars.firstIndex(of: ",") ?? scalars.endIndex
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[..<end])
        cells.append(Cell(text: Overrides.trimmed(String(text)), place: place))
        scalars = scalars[end...]
      }
      guard scalars.first == "," else { return cells }
      scalars.removeFirst()
    }
  }

  /// Takes a quoted cell off the front; nil if its mark is never closed.
  private static func quoted(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String? {
    var text = String.UnicodeScalarView()
    scalars.removeFirst()
    while let scalar = scalars.popFirst() {
      if scalar != "\"" {
        text.append(scalar)
      } else if scalars.first == "\"" {
        text.append("\"")
        scalars.removeFirst()
      } else {
        return String(text)
      }
    }
    return nil
  }

  /// The table again, in one form: loading it gives the same cells.
  var canonical: [String] {
    lines.map { line in
      switch line {
      case .comment(let text): text
      case .row(let cells): cells.map { CSVText.written($0.text) }.joined(separator: ",")
      }
    }
  }

  private static func written(_ text: String) -> String {
    let needsMarks =
      text.isEmpty || text.hasPrefix("#") || text.hasPrefix("\"") || text != Overrides.trimmed(text)
      || text.contains(",")
    guard needsMarks else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
