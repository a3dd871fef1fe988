import Inputs

/// The column of the table `worlds` that is no key: a name for the world, which nothing reads.
struct WorldRow: TableRow {
  var world: String?

  static let blank = WorldRow()
  static let columns: [Key<WorldRow>] = [
    .optionalText(
      nameColumn, \.world,
      "Name of the world, which only readers need. Every other column is a key, as in "
        + "behaviour.demand.response; an empty cell keeps the scenario's own value.")
  ]

  static let nameColumn = "world"
}

/// Reads a table with a column for each key that differs between worlds.
struct WorldsReader {
  var source: CountryReader.Source
  /// The scenario up to the file that names the table: what worlds lie over.
  var naming: MergedScenario
  /// The whole scenario, with what lies over worlds.
  var scenario: MergedScenario
  var units: CountryUnits

  private static let mostWorlds = 10_000

  /// A column that is a key with a number.
  private struct Column {
    var place: Int
    var path: String
    var demand: ValueReader.Demand
    var kind: ValueKind
    var isActive: Bool
  }

  /// The worlds, and the table as the scenario in full has it; nil with faults.
  func read(into findings: inout Findings) -> (worlds: Worlds, lines: [String])? {
    guard !source.table.isForeign else { return nil }
    let rows = source.table.rows
    guard let header = rows.first else {
      findings.error(source.place, TableFault.noHeader("worlds"))
      return nil
    }
    guard rows.count > 1 else {
      findings.error(source.start, TableFault.noRows("worlds"))
      return nil
    }
    guard rows.count <= Self.mostWorlds + 1 else {
      findings.error(
        rows[Self.mostWorlds + 1][0].place, TableFault.tooMany("worlds", limit: Self.mostWorlds))
      return nil
    }
    let before = findings.errorCount
    let columns = columns(header, into: &findings)
    let read = rows.dropFirst().map { cells($0, header, columns, into: &findings) }
    guard findings.errorCount == before else { return nil }
    let active = columns.indices.filter { columns[$0].isActive }
    let worlds = Worlds(
      paths: active.map { columns[$0].path },
      numbers: read.map { row in active.map { row[$0]?.number } },
      overrides: read.map { row in
        active.compactMap { place in row[place].map { "\(columns[place].path)=\($0.text)" } }
      }, places: rows.dropFirst().map { $0[0].place })
    return (worlds, lines(header, active.map { columns[$0] }))
  }

  private func columns(
    _ header: [CSVText.Cell], into findings: inout Findings
  ) -> [Column] {
    var seen: Set<String> = []
    return header.enumerated().compactMap { place, cell in
      let path = cell.text
      if !seen.insert(path).inserted {
        findings.error(cell.place, TableFault.repeatedColumn(path))
        return nil
      }
      if path == WorldRow.nameColumn { return nil }
      if path.hasPrefix("run.") {
        findings.error(cell.place, WorldFault.sameInAll(path))
        return nil
      }
      guard let key = naming.numericKey(path) else {
        findings.error(cell.place, WorldFault.noKey(path, among: naming.numericPaths))
        return nil
      }
      let own = naming.place(of: path)
      return Column(
        place: place, path: path, demand: key.demand, kind: key.kind,
        isActive: scenario.numericKey(path) != nil && scenario.place(of: path) == own)
    }
  }

  private func cells(
    _ cells: [CSVText.Cell], _ header: [CSVText.Cell], _ columns: [Column],
    into findings: inout Findings
  ) -> [(number: Double, text: String)?] {
    guard cells.count == header.count else {
      findings.error(
        cells[0].place, TableFault.wrongCellCount(cells.count, header: header.count))
      return []
    }
    let reader = ValueReader(units: units)
    return columns.map { column in
      let cell = cells[column.place]
      if cell.text.isEmpty { return nil }
      let node = RawNode(place: cell.place, content: .text(cell.text))
      guard let value = reader.plainValue(node, as: column.demand, into: &findings) else {
        return nil
      }
      guard case .number(let number) = value else {
        findings.error(cell.place, WorldFault.noNumber(column.path))
        return nil
      }
      return (number, Setting.text(value, column.kind, in: units))
    }
  }

  /// The table with the columns that act in this scenario.
  private func lines(_ header: [CSVText.Cell], _ active: [Column]) -> [String] {
    let name = header.firstIndex { $0.text == WorldRow.nameColumn }
    var world = 0
    return source.table.lines.enumerated().map { number, line in
      guard case .row(let cells) = line else { return source.table.canonical[number] }
      defer { world += 1 }
      let first = world == 0 ? WorldRow.nameColumn : name.map { cells[$0].text } ?? "\(world)"
      return ([first] + active.map { cells[$0.place].text }).map(CSVText.written)
        .joined(separator: ",")
    }
  }
}

extension MergedScenario {
  /// Where a key is written; nil where nobody writes it.
  func place(of path: String) -> Place? {
    let (group, key) = MergedScenario.parts(path)
    return groups[group]?.entries[key]?.value.place
  }

  /// What a key with a number asks of its value: one of a section, or of a measure that is no amendment.
  func numericKey(_ path: String) -> (demand: ValueReader.Demand, kind: ValueKind)? {
    let (group, name) = MergedScenario.parts(path)
    func demand<Root>(_ keys: [Key<Root>]) -> (ValueReader.Demand, ValueKind)? {
      guard let key = keys.first(where: { $0.name == name }), key.kind.quantity != nil else {
        return nil
      }
      return (ValueReader.Demand(key, bareNumbers: true), key.kind)
    }
    if let section = Section.all.first(where: { $0.path == group }) { return demand(section.keys) }
    return measureKind(group).flatMap { demand($0.keys) }
  }

  /// Every key that worlds may set.
  var numericPaths: [String] {
    func paths<Root>(_ group: String, _ keys: [Key<Root>]) -> [String] {
      keys.filter { $0.kind.quantity != nil }.map { "\(group).\($0.name)" }
    }
    return Section.all.filter { $0.path != "run" }.flatMap { paths($0.path, $0.keys) }
      + measureNames.flatMap { name in
        measureKind("measures.\(name)").map { paths("measures.\(name)", $0.keys) } ?? []
      }
  }

  private func measureKind(_ group: String) -> LeverKind? {
    guard group.hasPrefix("measures."), let measure = groups[group],
      measure.entries["amends"] == nil
    else { return nil }
    return LeverKind.named(measure.entries["kind"]?.value.text ?? String(group.dropFirst(9)))
  }

  /// `behaviour.demand.response` as its group and its key.
  private static func parts(_ path: String) -> (group: String, key: String) {
    guard let dot = path.lastIndex(of: ".") else { return ("", path) }
    return (String(path[..<dot]), String(path[path.index(after: dot)...]))
  }
}

/// A table of worlds that means nothing.
enum WorldFault: Error, Equatable, Sentence {
  case noKey(String, among: [String])
  case sameInAll(String)
  case noNumber(String)

  var sentence: String {
    switch self {
    case .noKey(let path, let paths):
      "'\(path)' is no key with a number of the country, of behaviour or of a measure."
        + Nearest.hint(for: path, among: paths)
    case .sameInAll(let path):
      "'\(path)' says what is simulated, which is the same in all worlds. Remove the column."
    case .noNumber(let path):
      "'\(path)' is none here, but a world has a number or an empty cell."
    }
  }
}
