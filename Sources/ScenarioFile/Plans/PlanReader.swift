import Inputs
import Kernel

/// Reads a raw plan against the scenarios that it names.
struct PlanReader {
  var raw: RawPlan
  /// The base first.
  var variants: [PlanVariant]
  var indicators: PlanIndicators
  var isCalibration: Bool
  /// Whether worlds are looked for: a calibration in which every value is free that has a range.
  var isMatch = false
  /// From the command line, as `key=value`.
  var overrides: [String] = []
  /// Whether a sweep's folder keeps the plan: names of columns are then made to differ when they are written.
  var isKept = false

  /// Most points of a design.
  static let mostPoints = 1_000_000

  /// Nil where something is wrong; faults say what.
  func read(into findings: inout Findings) -> Plan? {
    let before = findings.errorCount
    let name = word("name", example: "What drives informality", into: &findings)
    let question = word("question", example: "Which assumptions matter?", into: &findings)
    let until = day(into: &findings)
    let (worlds, replicates) = worldsAndReplicates(into: &findings)
    let (design, factors) = designAndFactors(into: &findings)
    let inputs = variants[0].scenario.inputs
    let reader = PlanOutcomeReader(
      measures: PlanMeasureReader(
        run: inputs.run, until: until, indicators: indicators, country: inputs.country),
      variants: variants.map(\.name), isKept: isKept)
    let outcomes = reader.outcomes(raw.section("outcomes", into: &findings), into: &findings)
    let targets = reader.targets(raw.section("targets", into: &findings), into: &findings)
    if outcomes.isEmpty, targets.isEmpty, findings.errorCount == before {
      findings.error(raw.start, PlanFault.noOutcome)
    }
    checkWidth(outcomes, factors, into: &findings)
    if isCalibration {
      checkCalibration(targets, factors, isWhole: findings.errorCount == before, into: &findings)
    }
    let search = search(into: &findings)
    let match = match(factors.map(\.factor), targets, into: &findings)
    guard findings.errorCount == before, let design else { return nil }
    // With every value free its ends come together in no point.
    if !isMatch {
      PlanCorners(variants: variants, factors: factors.map(\.factor))
        .check(places: factors.map(\.place), into: &findings)
    }
    guard findings.errorCount == before else { return nil }
    var plan = Plan(
      name: name ?? "", question: question ?? "", until: until, replicates: replicates,
      design: design, factors: factors.map(\.factor), basePath: variants[0].scenario.files[0],
      variants: variants, outcomes: outcomes,
      targets: targets, search: search,
      warnings: variants.flatMap(\.scenario.warnings)
        + findings.sorted.filter { $0.severity == .warning }, canonicalText: "")
    plan.worlds = worlds
    plan.match = match
    plan.canonicalText = PlanWriter(plan: plan).text
    return plan
  }

  /// Most columns that SQLite takes in a table.
  private static let mostColumns = 2000

  private func checkWidth(
    _ outcomes: [PlanOutcome], _ factors: [PlacedFactor], into findings: inout Findings
  ) {
    let count = PlanOutcome.otherColumns.count + factors.count + outcomes.count
    guard count > PlanReader.mostColumns, !isKept else { return }
    findings.error(
      raw.entries["outcomes"]?.place ?? raw.start,
      PlanFault.tooManyColumns(count, most: PlanReader.mostColumns))
  }

  /// - Parameter isWhole: false where a target may be missing because something is wrong with it.
  private func checkCalibration(
    _ targets: [PlanTarget], _ factors: [PlacedFactor], isWhole: Bool,
    into findings: inout Findings
  ) {
    let isMissing = isWhole || raw.entries["targets"] == nil
    if isMissing, !targets.contains(where: { !$0.isHeldBack }) {
      findings.error(
        raw.entries["targets"]?.place ?? raw.start,
        PlanFault.missing("targets", example: "{name: {indicator: …, over: 2020, value: …}}"))
    }
    for item in factors where item.factor.values != nil {
      findings.error(item.place, PlanFault.targetsNeedRanges(item.factor.path))
    }
  }

  /// A line of text that the plan must have.
  private func word(
    _ key: String, example: String, into findings: inout Findings
  ) -> String? {
    guard let entry = raw.entries[key] else {
      findings.error(raw.start, PlanFault.missing(key, example: example))
      return nil
    }
    let demand = ValueReader.Demand(name: key, kind: .text, isWhole: false)
    guard
      case .word(let text) = ValueReader(units: .any).plainValue(
        entry.value, as: demand, into: &findings)
    else { return nil }
    return text
  }

  private func day(into findings: inout Findings) -> Day? {
    guard let entry = raw.entries["until"] else { return nil }
    let demand = ValueReader.Demand(name: "until", kind: .date, isWhole: false)
    guard
      case .date(let day) = ValueReader(units: .any).plainValue(
        entry.value, as: demand, into: &findings)
    else { return nil }
    let run = variants[0].scenario.inputs.run
    guard (run.from...max(run.from, run.until)).contains(day) else {
      findings.error(
        entry.value.place, PlanFault.outsideRun("\(day)", run: "\(run.from) to \(run.until)"))
      return nil
    }
    return day
  }

  func whole(
    _ key: String, _ bounds: ClosedRange<Int>, into findings: inout Findings
  ) -> Int? {
    raw.entries[key].flatMap { PlanReader.whole($0, bounds, into: &findings) }
  }

  static func whole(
    _ entry: RawEntry, _ bounds: ClosedRange<Int>, into findings: inout Findings
  ) -> Int? {
    let text = entry.value.text ?? "…"
    guard let number = Int(text), bounds.contains(number) else {
      findings.error(
        entry.value.place,
        PlanFault.wholeNumber(
          entry.key, text: text, low: bounds.lowerBound, high: bounds.upperBound))
      return nil
    }
    return number
  }

  private func search(into findings: inout Findings) -> PlanSearch {
    var search = PlanSearch()
    let names = ["points", "rounds", "simplex"]
    for entry in raw.section("search", into: &findings) ?? [] {
      switch entry.key {
      case "points":
        search.points = PlanReader.whole(entry, 4...100_000, into: &findings) ?? 4
      case "rounds": search.rounds = PlanReader.whole(entry, 1...20, into: &findings) ?? 1
      case "simplex": search.simplex = PlanReader.whole(entry, 0...10_000, into: &findings) ?? 0
      default:
        findings.error(entry.place, KeyFault.unknown(entry.key, of: "search", among: names))
      }
    }
    return search
  }
}

/// A factor and where it is written.
struct PlacedFactor {
  var factor: PlanFactor
  var place: Place
}
