import Inputs

/// What differs between two valid scenarios: values by path, tables by row and column.
package struct ScenarioDifference: Sendable {
  package struct Line: Sendable, Equatable {
    package var path: String
    /// Nothing where only the other scenario has it.
    package var before: String?
    package var after: String?

    package var text: String { "\(path): \(before ?? "-") -> \(after ?? "-")" }
  }

  package var lines: [Line]

  /// Differences of value; provenance and comments do not count.
  package init(_ a: LoadedScenario, _ b: LoadedScenario) {
    lines =
      ScenarioDifference.compare(
        ScenarioDifference.headings(a.inputs), ScenarioDifference.headings(b.inputs))
      + ScenarioDifference.compare(
        a.settings.map { ($0.path, $0.text) }, b.settings.map { ($0.path, $0.text) })
    for format in TableFormat.all where format.name != "worlds" {
      let sides = [a, b].map { scenario in
        scenario.tables.first { $0.name == format.name }.map(ScenarioDifference.cells) ?? []
      }
      lines += ScenarioDifference.compare(sides[0], sides[1])
    }
    lines += ScenarioDifference.worlds(a.worlds, b.worlds).map { [$0] } ?? []
  }

  /// Worlds are told as a whole: a scenario that sets a key of theirs has the same worlds otherwise.
  private static func worlds(_ a: Worlds?, _ b: Worlds?) -> Line? {
    func words(_ worlds: Worlds?) -> String? { worlds.map { "\($0.count) worlds" } }
    switch (a, b) {
    case (nil, nil): return nil
    case (let a?, let b?) where a.agree(with: b): return nil
    case (let a?, let b?) where a.count == b.count:
      return Line(path: "tables.worlds", before: words(a), after: "\(b.count) others")
    default: return Line(path: "tables.worlds", before: words(a), after: words(b))
    }
  }

  private static func headings(_ inputs: Inputs) -> [(String, String)] {
    [
      ("name", inputs.name), ("question", inputs.question), ("country", inputs.country.name),
    ] + inputs.measures.map { ("measures.\($0.name)", $0.lever.kindName) }
      + inputs.amendments.map { ("measures.\($0.name)", "amends \($0.kindName)") }
  }

  private static func compare(
    _ a: [(String, String)], _ b: [(String, String)]
  ) -> [Line] {
    let before = Dictionary(a, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(b, uniquingKeysWith: { first, _ in first })
    let added = b.map(\.0).filter { before[$0] == nil }
    return (a.map(\.0) + added).compactMap { path in
      before[path] == after[path]
        ? nil : Line(path: path, before: before[path], after: after[path])
    }
  }

  /// Cells by `tables.amounts[2021-01-01].minimum_wage`, a row being named by its identity columns. Numbers are
  /// compared as numbers, so that 0.10 is 0.1.
  private static func cells(_ table: (name: String, lines: [String])) -> [(String, String)] {
    var findings = Findings()
    let text = CSVText(
      table.lines.joined(separator: "\n"), at: Place(file: table.name, line: 1, column: 1),
      column: 1, into: &findings)
    guard let header = text.rows.first, let format = TableFormat.named(table.name) else {
      return []
    }
    return text.rows.dropFirst().flatMap { row -> [(String, String)] in
      let named = zip(header, row).map { (column: $0.text, cell: tidy($1.text, $0.text, format)) }
      let identity = named.filter { format.identity.contains($0.column) }.map(\.cell)
      let path = "tables.\(table.name)[\(identity.joined(separator: ", "))]"
      return named.filter { !format.identity.contains($0.column) }
        .map { ("\(path).\($0.column)", $0.cell) }
    }
  }

  private static func tidy(_ cell: String, _ column: String, _ format: TableFormat) -> String {
    guard let kind = format.columns.first(where: { $0.name == column })?.kind,
      let (dimension, _) = kind.quantity,
      let number = try? Quantity.read(cell, dimension, in: .any, bareNumbers: true)
    else { return cell }
    return number.plainText
  }
}
