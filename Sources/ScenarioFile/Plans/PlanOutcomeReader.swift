import Inputs
import Kernel

/// Reads what a plan keeps of its runs, and what a calibration aims at.
struct PlanOutcomeReader {
  var run: RunSettings
  var until: Day?
  var indicators: [PlanIndicator]
  var variants: [String]

  private static let outcomeKeys = ["indicator", "at", "over", "take", "minus"]
  private static let targetKeys = [
    "indicator", "at", "over", "take", "value", "tolerance", "held_back", "source",
  ]

  func outcomes(_ entries: [RawEntry]?, into findings: inout Findings) -> [PlanOutcome] {
    (entries ?? []).compactMap { entry in
      guard let keys = keys(entry, PlanOutcomeReader.outcomeKeys, into: &findings) else {
        return nil
      }
      return outcome(entry, keys, into: &findings)
    }
  }

  func targets(_ entries: [RawEntry]?, into findings: inout Findings) -> [PlanTarget] {
    (entries ?? []).compactMap { entry in
      guard let keys = keys(entry, PlanOutcomeReader.targetKeys, into: &findings),
        let outcome = outcome(entry, keys, into: &findings)
      else { return nil }
      for key in ["value", "tolerance"] where keys[key] == nil {
        findings.error(entry.place, KeyFault.missing([key], of: "target '\(entry.key)'"))
      }
      guard let written = keys["value"], let band = keys["tolerance"] else { return nil }
      let demand = demand("value", outcome.indicator)
      let reader = ValueReader()
      guard case .number(let value) = reader.plainValue(written.value, as: demand, into: &findings)
      else { return nil }
      guard let tolerance = tolerance(band, outcome, value, into: &findings) else { return nil }
      guard tolerance > 0 else {
        findings.error(band.value.place, PlanFault.tolerance(entry.key))
        return nil
      }
      let flag = ValueReader.Demand(name: "held_back", kind: .flag, isWhole: false)
      let held = keys["held_back"].map { reader.plainValue($0.value, as: flag, into: &findings) }
      return PlanTarget(
        outcome: outcome, value: value, tolerance: tolerance, isHeldBack: held == .flag(true),
        dimension: dimension(of: outcome.indicator))
    }
  }

  /// In the indicator's unit; per cent of the value where that is no share itself.
  private func tolerance(
    _ entry: RawEntry, _ outcome: PlanOutcome, _ value: Double, into findings: inout Findings
  ) -> Double? {
    if dimension(of: outcome.indicator) != .share, let text = entry.value.text,
      text.hasSuffix("%"), let share = try? Quantity.read(text, .share)
    {
      return share * value.magnitude
    }
    let demand = demand("tolerance", outcome.indicator)
    guard
      case .number(let number) = ValueReader().plainValue(
        entry.value, as: demand, into: &findings)
    else { return nil }
    return number
  }

  private func demand(_ name: String, _ indicator: String) -> ValueReader.Demand {
    let bounds = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    return ValueReader.Demand(
      name: name, kind: .number(dimension(of: indicator), bounds), isWhole: false)
  }

  private func dimension(of indicator: String) -> Dimension {
    switch indicators.first(where: { $0.name == indicator })?.unit {
    case "share": .share
    case "KZT/month": .pay
    case "KZT": .money
    default: .factor
    }
  }

  private func keys(
    _ entry: RawEntry, _ known: [String], into findings: inout Findings
  ) -> [String: RawEntry]? {
    guard RawScenario.isName(entry.key) else {
      findings.error(entry.place, PlanFault.name(entry.key, what: "an outcome"))
      return nil
    }
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
    _ entry: RawEntry, _ keys: [String: RawEntry], into findings: inout Findings
  ) -> PlanOutcome? {
    let before = findings.errorCount
    guard let indicator = keys["indicator"]?.value else {
      findings.error(entry.value.place, PlanFault.outcomeForm(entry.key))
      return nil
    }
    let names = indicators.map(\.name)
    if !names.contains(indicator.text ?? "") {
      findings.error(
        indicator.place, PlanFault.unknownIndicator(indicator.text ?? "…", among: names))
    }
    let months = months(entry, keys, into: &findings)
    let takes = PlanOutcome.Take.allCases.map(\.rawValue)
    let take = keys["take"].map { $0.value.text ?? "…" } ?? "mean"
    if !takes.contains(take) {
      findings.error(
        keys["take"]?.value.place ?? entry.place,
        PlanFault.unknownWord(take, of: "way to take several months together", among: takes))
    }
    let minus = keys["minus"].map { $0.value.text ?? "…" }
    if let minus, !variants.contains(minus) {
      findings.error(keys["minus"]?.value.place ?? entry.place, PlanFault.minusItself(minus))
    }
    guard let months, findings.errorCount == before else { return nil }
    return PlanOutcome(
      name: entry.key, indicator: indicator.text ?? "", first: months.first, last: months.last,
      take: PlanOutcome.Take(rawValue: take) ?? .mean, minus: minus)
  }

  /// The first days of the first and the last month that count.
  private func months(
    _ entry: RawEntry, _ keys: [String: RawEntry], into findings: inout Findings
  ) -> (first: Day, last: Day)? {
    guard let written = keys["at"] ?? keys["over"] else {
      findings.error(entry.value.place, PlanFault.outcomeForm(entry.key))
      return nil
    }
    if keys["at"] != nil, let over = keys["over"] {
      findings.error(over.place, PlanFault.bothTimes(entry.key))
      return nil
    }
    var months: (first: Day, last: Day)?
    switch written.value.content {
    case .text(let text) where text.utf8.count == 4 && written.key == "over":
      if let first = Day(text: text + "-01-01") { months = (first, first.adding(months: 11)) }
    case .text(let text): months = Day(text: text + "-01").map { ($0, $0) }
    case .list(let ends) where ends.count == 2 && written.key == "over":
      if let first = Day(text: (ends[0].text ?? "") + "-01"),
        let last = Day(text: (ends[1].text ?? "") + "-01"), first <= last
      {
        months = (first, last)
      }
    default: break
    }
    guard let months else {
      findings.error(
        written.value.place, PlanFault.notAMonth(written.key, text: written.value.text ?? "…"))
      return nil
    }
    let end = min(until ?? run.until, run.until)
    // Only whole months are measured.
    let isMeasured =
      months.first >= run.from.firstOfMonth && months.last.adding(months: 1) - 1 <= end
    guard isMeasured else {
      findings.error(
        written.value.place,
        PlanFault.outsideRun("'\(written.key)'", run: "\(run.from) to \(end)"))
      return nil
    }
    return months
  }
}
