import Kernel
import ScenarioFile

/// A table of a study, and whether what it shows is as it should be.
package struct StudyTable: Sendable, Equatable {
  package var title: String
  package var columns: [String]
  package var rows: [[String]]
  /// What one must know to read it.
  package var notes: [String]
  /// Nil where there is nothing to agree with.
  package var holds: Bool?

  package init(
    _ title: String, columns: [String], rows: [[String]], notes: [String] = [],
    holds: Bool? = nil
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.holds = holds
  }

  /// Columns aligned, numbers to the right.
  package var text: String {
    let widths = columns.indices.map { column in
      ([columns] + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = ([columns] + rows).map { row in
      row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + gap : gap + row[column]
      }.joined(separator: "  ")
    }
    return ([title, ""] + lines.map { trimmed($0) } + notes).joined(separator: "\n")
  }

  package var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = columns.indices.map { $0 == 0 ? "---" : "---:" }
    let body = [line(columns), "|" + rule.joined(separator: "|") + "|"] + rows.map(line)
    return (["### \(title)", ""] + body + (notes.isEmpty ? [] : [""] + notes))
      .joined(separator: "\n")
  }

  package var json: JSON {
    .object(
      [
        ("title", .text(title)), ("columns", .array(columns.map { .text($0) })),
        ("rows", .array(rows.map { .array($0.map { .text($0) }) })),
        ("notes", .array(notes.map { .text($0) })),
      ] + (holds.map { [("holds", .flag($0))] } ?? []))
  }

  private func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
