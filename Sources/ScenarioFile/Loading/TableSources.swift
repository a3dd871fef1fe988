/// Finds the text of every table: a file beside the scenario, or a block within it.
struct TableSources {
  var scenario: MergedScenario
  var files: ScenarioFiles
  var start: Place

  func read(into findings: inout Findings) -> [String: CountryReader.Source] {
    let names = TableFormat.all.map(\.name)
    let required = TableFormat.all.filter { !$0.isOptional }.map(\.name)
    guard let group = scenario.groups["tables"] else {
      findings.error(start, KeyFault.missingSection("tables", keys: required))
      return [:]
    }
    let missing = required.filter { group.entries[$0] == nil }
    if !missing.isEmpty {
      findings.error(group.place, KeyFault.missing(missing, of: "section 'tables'"))
    }
    var sources: [String: CountryReader.Source] = [:]
    for name in names {
      guard let entry = group.entries[name] else { continue }
      // A file may go without an optional table that it would inherit.
      if entry.value.text == "none", !required.contains(name) { continue }
      sources[name] = source(name, entry, into: &findings)
    }
    return sources
  }

  private func source(
    _ name: String, _ entry: RawEntry, into findings: inout Findings
  ) -> CountryReader.Source? {
    let place = entry.value.place
    switch entry.value.content {
    case .block(let text, let column):
      let first = Place(file: place.file, line: place.line + 1, column: column)
      let table = CSVText(text, at: first, column: column, into: &findings)
      return CountryReader.Source(table: table, place: place)
    case .text(let path) where !path.isEmpty && !path.contains("\n"):
      let file = ScenarioFiles.resolve(path, from: place.file)
      findings.announce(file: file)
      guard let text = files.text(of: file, namedAt: place, into: &findings) else { return nil }
      let first = Place(file: file, line: 1, column: 1)
      let table = CSVText(text, at: first, column: 1, into: &findings)
      return CountryReader.Source(table: table, place: place)
    case .nothing:
      findings.error(place, KeyFault.emptyValue(name))
    default:
      findings.error(place, TableFault.inlineForm(name))
    }
    return nil
  }
}
