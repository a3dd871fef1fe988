import Inputs
import Kernel

/// Reads what a plan keeps of its runs, and what a calibration aims at.
struct PlanOutcomeReader {
  var measures: PlanMeasureReader
  var variants: [String]
  /// Whether a sweep's folder keeps the plan, whose names were taken when it began.
  var isKept = false

  private static let outcomeKeys = PlanMeasureReader.keys + ["by", "per", "minus"]
  private static let targetKeys =
    PlanMeasureReader.keys
    + ["per", "value", "tolerance", "discrepancy", "held_back", "at_least", "source"]

  func outcomes(_ entries: [RawEntry]?, into findings: inout Findings) -> [PlanOutcome] {
    var makers: [String: String] = [:]
    return (entries ?? []).flatMap { entry -> [PlanOutcome] in
      guard let keys = keys(entry, PlanOutcomeReader.outcomeKeys, into: &findings) else {
        return []
      }
      let made =
        keys["by"].map { cut($0, entry, keys, into: &findings) }
        ?? [outcome(entry, keys, into: &findings)].compactMap { $0 }
      if !isKept { checkNames(made, of: entry, &makers, into: &findings) }
      return made
    }
  }

  /// Each outcome is a column, and columns that differ in case alone are one to a database.
  private func checkNames(
    _ outcomes: [PlanOutcome], of entry: RawEntry, _ makers: inout [String: String],
    into findings: inout Findings
  ) {
    for outcome in outcomes {
      let column = outcome.name.lowercased()
      if PlanOutcome.otherColumns.contains(column) {
        findings.error(entry.place, PlanFault.reservedOutcome(outcome.name))
      } else if let first = makers[column] {
        findings.error(
          entry.place, PlanFault.outcomeTwice(outcome.name, by: entry.key, first: first))
      } else {
        makers[column] = entry.key
      }
    }
  }

  func targets(_ entries: [RawEntry]?, into findings: inout Findings) -> [PlanTarget] {
    (entries ?? []).compactMap { entry -> PlanTarget? in
      guard let keys = keys(entry, PlanOutcomeReader.targetKeys, into: &findings),
        let outcome = outcome(entry, keys, into: &findings)
      else { return nil }
      for key in ["value", "tolerance"] where keys[key] == nil {
        findings.error(entry.place, KeyFault.missing([key], of: "target '\(entry.key)'"))
      }
      guard let written = keys["value"], let band = keys["tolerance"] else { return nil }
      let dimension = dimension(of: outcome)
      let reader = ValueReader(units: units)
      guard
        case .number(let value) = reader.plainValue(
          written.value, as: demand("value", dimension, within: bounds(of: outcome)),
          into: &findings)
      else { return nil }
      guard let tolerance = tolerance(band, dimension, value, into: &findings) else { return nil }
      guard tolerance > 0 else {
        findings.error(band.value.place, PlanFault.tolerance(entry.key))
        return nil
      }
      if dimension == .share, tolerance > value, value > 0 {
        findings.warning(
          band.value.place,
          PlanFault.wideTolerance(
            entry.key, text: Quantity.rounded(100 * tolerance, .factor, in: units) + " %"))
      }
      var target = PlanTarget(
        outcome: outcome, value: value, tolerance: tolerance,
        isHeldBack: flag(keys["held_back"], into: &findings),
        isAtLeast: flag(keys["at_least"], into: &findings), dimension: dimension, units: units)
      if let written = keys["discrepancy"] {
        target.discrepancy = self.tolerance(written, dimension, value, into: &findings) ?? 0
        if target.discrepancy < 0 {
          findings.error(written.value.place, PlanFault.tolerance(entry.key))
        }
      }
      return target
    }
  }

  private var units: CountryUnits { measures.country.profile.units }

  private func flag(_ entry: RawEntry?, into findings: inout Findings) -> Bool {
    guard let entry else { return false }
    let demand = ValueReader.Demand(name: entry.key, kind: .flag, isWhole: false)
    return ValueReader(units: units).plainValue(entry.value, as: demand, into: &findings)
      == .flag(true)
  }

  /// In the outcome's unit; per cent of the value where that is no share itself.
  private func tolerance(
    _ entry: RawEntry, _ dimension: Dimension, _ value: Double, into findings: inout Findings
  ) -> Double? {
    if dimension != .share, let text = entry.value.text, text.hasSuffix("%"),
      let share = try? Quantity.read(text, .share, in: units)
    {
      return share * value.magnitude
    }
    guard
      case .number(let number) = ValueReader(units: units).plainValue(
        entry.value, as: demand("tolerance", dimension), into: &findings)
    else { return nil }
    return number
  }

  private static let anything = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  /// Between which an outcome can lie: a share, in each of its months, between nought and one.
  private func bounds(of outcome: PlanOutcome) -> ClosedRange<Double> {
    let measure = outcome.measure
    guard outcome.per == nil, measures.unit(measure) == .share else {
      return PlanOutcomeReader.anything
    }
    let days = Double(measure.last - measure.first)
    return 0...(measure.take == .sum ? (days / 30.4).rounded() + 1 : 1)
  }

  private func demand(
    _ name: String, _ dimension: Dimension,
    within bounds: ClosedRange<Double> = PlanOutcomeReader.anything
  ) -> ValueReader.Demand {
    ValueReader.Demand(name: name, kind: .number(dimension, bounds), isWhole: false)
  }

  /// In which an outcome's values are written: people to people are a share, money to people pay.
  private func dimension(of outcome: PlanOutcome) -> Dimension {
    let unit = measures.unit(outcome.measure)
    if let per = outcome.per {
      let isMoney = (unit.isMoney, measures.unit(per).isMoney)
      return isMoney.0 == isMoney.1 ? .share : isMoney.0 ? .pay : .factor
    }
    switch unit {
    case .share: return .share
    case .moneyPerMonth: return .pay
    case .money: return .money
    default: return .factor
    }
  }

  private func keys(
    _ entry: RawEntry, _ known: [String], into findings: inout Findings
  ) -> [String: RawEntry]? {
    guard RawScenario.isName(entry.key) else {
      findings.error(entry.place, PlanFault.name(entry.key, what: "an outcome"))
      return nil
    }
    return section(entry, known, into: &findings)
  }

  private func section(
    _ entry: RawEntry, _ known: [String], into findings: inout Findings
  ) -> [String: RawEntry]? {
    guard case .section(let entries) = entry.value.content else {
      findings.error(entry.value.place, PlanFault.outcomeForm(entry.key))
      return nil
    }
    var keys: [String: RawEntry] = [:]
    for item in entries {
      keys[item.key] = item
      if !known.contains(item.key) {
        findings.error(
          item.place, KeyFault.unknown(item.key, of: "'\(entry.key)'", among: known))
      }
    }
    return keys
  }

  private func outcome(
    _ entry: RawEntry, _ keys: [String: RawEntry], byCell: Bool = false,
    into findings: inout Findings
  ) -> PlanOutcome? {
    let before = findings.errorCount
    let measure = measures.read(
      entry.key, entry.value.place, keys, byCell: byCell, into: &findings)
    let minus = keys["minus"].map { $0.value.text ?? "…" }
    if let minus, !variants.contains(minus) {
      findings.error(keys["minus"]?.value.place ?? entry.place, PlanFault.minusItself(minus))
    }
    guard let measure else { return nil }
    let per = keys["per"].flatMap { divisor($0, measure, into: &findings) }
    guard findings.errorCount == before else { return nil }
    return PlanOutcome(name: entry.key, measure: measure, per: per, minus: minus)
  }

  /// What an outcome is divided by: another indicator of the same cells and months, or one with keys of
  /// its own.
  private func divisor(
    _ entry: RawEntry, _ measure: PlanMeasure, into findings: inout Findings
  ) -> PlanMeasure? {
    if case .text = entry.value.content {
      let keys = ["indicator": entry]
      let per = measures.read(
        entry.key, entry.place, keys, like: measure, byCell: measure.cells != nil,
        into: &findings)
      return per.map {
        var per = $0
        per.cells = measure.cells
        return per
      }
    }
    guard let keys = section(entry, PlanMeasureReader.keys, into: &findings) else { return nil }
    return measures.read(entry.key, entry.value.place, keys, like: measure, into: &findings)
  }

  /// An outcome for each name of a dimension of cells.
  private func cut(
    _ by: RawEntry, _ entry: RawEntry, _ keys: [String: RawEntry], into findings: inout Findings
  ) -> [PlanOutcome] {
    let dimensions = CellChoice.dimensions
    guard let place = dimensions.firstIndex(of: by.value.text ?? "…") else {
      findings.error(
        by.value.place,
        PlanFault.unknownWord(by.value.text ?? "…", of: "cut of cells", among: dimensions))
      return []
    }
    guard let whole = outcome(entry, keys, byCell: true, into: &findings) else { return [] }
    let chosen = whole.measure.cells?.names[place] ?? []
    return (chosen.isEmpty ? measures.members(dimensions[place]) : chosen).map { member in
      var part = whole
      part.name += "_" + PlanOutcomeReader.word(member)
      if part.per?.cells == whole.measure.cells { part.per?.cells?.names[place] = [member] }
      part.measure.cells?.names[place] = [member]
      return part
    }
  }

  /// A name as the end of an outcome's: `Upper Valley` becomes `upper-valley`.
  private static func word(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "-" })
  }
}
