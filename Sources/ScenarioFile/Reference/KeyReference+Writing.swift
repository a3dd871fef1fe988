import Kernel

extension KeyReference {
  /// For a terminal: a paragraph a group, a line a key.
  package var text: String {
    groups.map { group in
      let head = "\(group.title): \(group.meaning)"
      return ([head] + KeyReference.rows(group.entries).map { "  " + $0 }).joined(separator: "\n")
    }.joined(separator: "\n\n")
      + "\n\nA key with ? may be left out. Any value may be written with its provenance:\n"
      + "{value: 1.5, range: [0, 2], source: assumed}\n"
  }

  /// A line an entry, its columns aligned.
  ///
  /// - Parameter path: of the group, where keys are named in full.
  static func rows(_ entries: [Entry], path: String? = nil) -> [String] {
    let rows = entries.map { entry in
      [
        (path.map { $0 + "." } ?? "") + entry.name + (entry.isRequired ? "" : "?"), entry.unit,
        entry.range, entry.meaning,
      ]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return "\(cells.joined(separator: "  "))  \(row[3])"
    }
  }

  /// For the documentation: a heading and a table a group.
  package var markdown: String {
    groups.map { group in
      var lines = ["### \(group.title)", "", group.meaning, ""]
      lines += ["| key | written in | lies in | meaning |", "|---|---|---|---|"]
      lines += group.entries.map {
        let cells = ["`\($0.name)`" + ($0.isRequired ? "" : " (optional)"), $0.unit, $0.range]
        let escaped = (cells + [$0.meaning]).map { $0.replacing("|", with: "\\|") }
        return "| \(escaped.joined(separator: " | ")) |"
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// For programs.
  package var json: JSON {
    .array(
      groups.map { group in
        .object([
          ("group", .text(group.title)), ("meaning", .text(group.meaning)),
          (
            "keys",
            .array(
              group.entries.map {
                .object([
                  ("name", .text($0.name)), ("unit", .text($0.unit)),
                  ("range", .text($0.range)), ("required", .flag($0.isRequired)),
                  ("meaning", .text($0.meaning)),
                ])
              })
          ),
        ])
      })
  }
}
