import Inputs
import Kernel

/// Text → valid inputs, or every fault at once.
package enum ScenarioLoader {
  /// Loads a scenario file with all it extends and names.
  ///
  /// - Parameters:
  ///   - path: As the user names it; faults name files the same way. Of several joined by `+` each is a reform of
  ///     one baseline, and all hold.
  ///   - overrides: `key=value` as from `--set`, checked like the file.
  ///   - files: Where files come from.
  /// - Throws: Every fault found, in the order of the files; nothing is returned half-valid.
  package static func load(
    path: String, overrides: [String] = [], files: ScenarioFiles = .disk
  ) throws(ScenarioFaults) -> LoadedScenario {
    var findings = Findings()
    let sources = ScenarioSources(path: path, files: files, into: &findings)
    let before = findings.errorCount
    var merged = sources.merged(into: &findings)
    // What contradicts itself is told alone: whatever else is odd of it comes from that.
    let isConsistent = !sources.isJoined || findings.errorCount == before
    let written = WrittenKeys(merged)
    let overriding = Overrides.read(overrides, measures: merged.measureNames, into: &findings)
    merged.lay(overriding, into: &findings)
    // A file that could not be read leaves holes; reports of those would bury its own fault.
    let isReadable = sources.isWhole && isConsistent
    let loaded = isReadable ? resolve(merged, written, sources, files, into: &findings) : nil
    guard let loaded, !findings.hasErrors else {
      throw ScenarioFaults(diagnostics: findings.sorted, isUnreadable: sources.isUnreadable)
    }
    return loaded
  }

  private static func resolve(
    _ merged: MergedScenario, _ written: WrittenKeys, _ read: ScenarioSources,
    _ files: ScenarioFiles, into findings: inout Findings
  ) -> LoadedScenario? {
    let start = Place(file: read.files[0], line: 1, column: 1)
    var inputs = Inputs(
      name: "", question: "", run: RunSettings(), country: Country(), behaviour: Behaviour(),
      measures: [])
    let headings = HeadingReader(headings: merged.headings, start: start)
    inputs.name = headings.read("name", into: &findings) ?? ""
    inputs.question = headings.read("question", into: &findings) ?? ""
    var sections = SectionReader(scenario: merged, start: start, units: .any)
    let isCountry = { (section: Section) in section.path == "country" }
    var settings = sections.read(Section.all.filter(isCountry), &inputs, into: &findings)
    let units = CountryNames(merged, inputs.country.profile).check(into: &findings)
    sections.units = units
    settings += sections.read(Section.all.filter { !isCountry($0) }, &inputs, into: &findings)
    let runIsRead = settings.count { ["run.from", "run.until"].contains($0.path) } == 2
    if runIsRead { checkRun(inputs.run, merged, start, into: &findings) }

    let sources = TableSources(scenario: merged, files: files, start: start)
      .read(into: &findings)
    let (country, names) = CountryReader(
      sources: sources, firstDay: runIsRead ? inputs.run.from : nil, units: units
    ).read(into: &findings)
    let profile = inputs.country.profile
    inputs.country = country
    inputs.country.profile = profile
    let reader = EvidenceReader(sources: sources, units: units)
    let evidence = reader.read("evidence", into: &findings)
    let fit = reader.read("fit", into: &findings)
    let worlds = sources["worlds"].flatMap {
      WorldsReader(
        source: $0, naming: read.merged(naming: "worlds") ?? merged, scenario: merged, units: units
      )
      .read(into: &findings)
    }
    NameChecks(
      country: inputs.country,
      place: merged.groups["country"]?.entries["name"]?.value.place ?? start
    ).check(into: &findings)

    let measureReader = MeasureReader(names: names, units: units)
    let amending = AmendmentReader(names: names, units: units)
    var (told, toldAmendments) = ([PlacedMeasure](), [PlacedAmendment]())
    var measures: [PlacedMeasure] = []
    var amendments: [PlacedAmendment] = []
    for name in merged.measureNames {
      guard let group = merged.groups["measures.\(name)"] else { continue }
      if group.entries["amends"] != nil {
        amendments += amending.read(name, group, into: &findings).map { [$0] } ?? []
      } else {
        measures += measureReader.read(name, group, into: &findings).map { [$0] } ?? []
      }
    }
    if runIsRead {
      let run = merged.groups["run"]?.entries ?? [:]
      var checks = MeasureChecks(
        run: inputs.run, fromPlace: run["from"]?.value.place ?? start,
        untilPlace: run["until"]?.value.place ?? start,
        ownFiles: read.ownFiles, measures: measures, amendments: amendments)
      checks.keepWithinRun(into: &findings)
      checks.check(into: &findings)
      (measures, amendments) = (checks.measures, checks.amendments)
      (told, toldAmendments) = (checks.told, checks.toldAmendments)
    }
    inputs.measures = measures.map(\.measure)
    inputs.amendments = amendments.map(\.amendment)
    let amendmentChecks = AmendmentChecks(
      inputs: inputs, measures: measures, amendments: amendments)
    if runIsRead { amendmentChecks.check(into: &findings) }
    CountryNames.checkAllowances(measures, units, into: &findings)
    let all = settings + measures.flatMap(\.settings) + amendments.flatMap(\.settings)
    guard !findings.hasErrors else { return nil }
    MoneyChecks(inputs: inputs, settings: all, start: start).check(into: &findings)
    guard !findings.hasErrors else { return nil }
    EffectChecks(run: inputs.run, country: country, measures: measures)
      .check(told, into: &findings)
    DateChecks(run: inputs.run, files: read.layers.reversed().map(\.file), measures: measures)
      .check(into: &findings)
    amendmentChecks.checkEffects(of: toldAmendments, into: &findings)

    var writer = ScenarioWriter(
      inputs: inputs, tables: [], settings: settings, measures: measures, amendments: amendments)
    writer.tables = TableFormat.all.compactMap { format in
      guard format.name != "worlds" else { return nil }
      return sources[format.name].map { (name: format.name, lines: $0.table.canonical) }
    }
    let textWithoutWorlds = worlds == nil ? "" : writer.text
    if let worlds { writer.tables.append((name: "worlds", lines: worlds.lines)) }
    return LoadedScenario(
      inputs: inputs, warnings: findings.sorted, resolvedText: writer.text,
      textWithoutWorlds: textWithoutWorlds, settings: all,
      tables: writer.tables, evidence: evidence, fit: fit, worlds: worlds?.worlds,
      files: read.files, ownFiles: read.ownFiles, written: written)
  }

  private static func checkRun(
    _ run: RunSettings, _ merged: MergedScenario, _ start: Place, into findings: inout Findings
  ) {
    let place = merged.groups["run"]?.entries["until"]?.value.place ?? start
    if run.until < run.from {
      findings.error(place, LawFault.runReversed(from: "\(run.from)", until: "\(run.until)"))
    } else if run.until > run.from.adding(months: 1200) {
      findings.error(place, LawFault.longRun(years: (run.until - run.from) / 365))
    } else if run.from != run.from.firstOfMonth {
      findings.warning(
        merged.groups["run"]?.entries["from"]?.value.place ?? start,
        LawFault.partFirstMonth(
          from: "\(run.from)", days: run.from.firstOfMonth.adding(months: 1) - run.from))
    }
  }
}
