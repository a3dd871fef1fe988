/// A table as written: comments, header and rows, each cell with its place.
///
/// Comma-separated; a cell that holds commas stands in quotation marks, a doubled mark within them is
/// one; lines beginning with `#` are comments, empty lines are skipped. No cell spans lines. What spreadsheets leave behind does
/// not count: rows and last columns of empty cells, and the commas behind a comment.
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
  /// Whether its columns are separated by something else, which has been told.
  private(set) var isForeign = false

  /// The rows, the header first.
  var rows: [[Cell]] {
    lines.compactMap { if case .row(let cells) = $0 { cells } else { nil } }
  }

  /// - Parameters:
  ///   - place: Where the text begins in its file.
  ///   - column: The column at which its lines begin.
  init(_ text: String, at place: Place, column: Int, into findings: inout Findings) {
    var width: Int?
    for (offset, line) in Lines.split(text).enumerated() {
      let start = Place(file: place.file, line: place.line + offset, column: column)
      let trimmed = Overrides.trimmed(line)
      if trimmed.isEmpty { continue }
      if trimmed.utf8.first == 0x23 {
        lines.append(.comment(trimmed))
        continue
      }
      if width == nil, !trimmed.hasPrefix("\"#"), let fault = CSVText.foreign(trimmed) {
        findings.error(start, fault)
        isForeign = true
        return
      }
      var cells = CSVText.cells(of: line, at: start, into: &findings)
      guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
      if cells[0].text.utf8.first == 0x23, cells.dropFirst().allSatisfy(\.text.isEmpty) {
        lines.append(.comment(cells[0].text))
        continue
      }
      let header = width ?? cells.lastIndex { !$0.text.isEmpty }.map { $0 + 1 } ?? cells.count
      width = header
      while cells.count > header, cells[cells.count - 1].text.isEmpty { cells.removeLast() }
      lines.append(.row(cells))
    }
  }

  /// Why a header is not one of columns separated by commas.
  private static func foreign(_ header: String) -> TableFault? {
    let names = header.filter { $0 != "\"" && $0 != " " }
    if names.lowercased().hasPrefix("sep=") {
      let mark = names.dropFirst(4).first
      return mark == "," ? .separatorLine : .separator(word(for: mark ?? ";"), column: header)
    }
    guard !names.contains(","), let mark = names.first(where: { ";\t|".contains($0) }) else {
      return nil
    }
    return .separator(word(for: mark), column: String(names.prefix { $0 != mark }))
  }

  private static func word(for mark: Character) -> String {
    switch mark {
    case ";": "semicolons"
    case "\t": "tabs"
    case "|": "vertical bars"
    default: "'\(mark)'"
    }
  }

  private static func cells(
    of line: Substring, at start: Place, into findings: inout Findings
  ) -> [Cell] {
    if !line.utf8.contains(0x22) { return plainCells(of: line, at: start) }
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

  /// The cells of a line without quotation marks.
  private static func plainCells(of line: Substring, at start: Place) -> [Cell] {
    var column = start.column
    return line.utf8.split(separator: 0x2C, omittingEmptySubsequences: false).map { part in
      let lead = part.prefix { $0 == 0x20 || $0 == 0x09 }.count
      let place = Place(file: start.file, line: start.line, column: column + lead)
      let text = Substring(part)
      column += text.unicodeScalars.count + 1
      return Cell(text: Overrides.trimmed(text), place: place)
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

  static func written(_ text: String) -> String {
    let bytes = text.utf8
    // What would be taken for a comment, for two cells, for a mark, or be trimmed.
    let ends = [bytes.first, bytes.last]
    let needsMarks =
      bytes.isEmpty || bytes.contains(0x2C) || bytes.first == 0x23 || bytes.first == 0x22
      || ends.contains(0x20) || ends.contains(0x09)
    guard needsMarks else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
