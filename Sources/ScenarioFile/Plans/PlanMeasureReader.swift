import Inputs
import Kernel

/// Reads which indicator of which cells and months a plan means.
struct PlanMeasureReader {
  var run: RunSettings
  var until: Day?
  var indicators: PlanIndicators
  var country: Country

  static let keys = ["indicator", "at", "over", "take"] + CellChoice.dimensions

  /// A measure, or nil with faults.
  ///
  /// - Parameters:
  ///   - name: of the entry that holds the keys, for sentences.
  ///   - other: whose months and way to take them together hold where the keys say nothing.
  func read(
    _ name: String, _ place: Place, _ keys: [String: RawEntry], like other: PlanMeasure? = nil,
    byCell: Bool = false, into findings: inout Findings
  ) -> PlanMeasure? {
    let before = findings.errorCount
    guard let indicator = keys["indicator"]?.value else {
      findings.error(place, PlanFault.outcomeForm(name))
      return nil
    }
    let cells = cells(keys, into: &findings) ?? (byCell ? CellChoice.all : nil)
    check(indicator, isOfCells: cells != nil, into: &findings)
    var months = other.map { (first: $0.first, last: $0.last) }
    if months == nil || keys["at"] != nil || keys["over"] != nil {
      months = self.months(name, place, keys, into: &findings)
    }
    let takes = PlanMeasure.Take.allCases.map(\.rawValue)
    var take = other?.take ?? .mean
    if let written = keys["take"]?.value {
      if let known = PlanMeasure.Take(rawValue: written.text ?? "") {
        take = known
      } else {
        findings.error(
          written.place,
          PlanFault.unknownWord(
            written.text ?? "…", of: "way to take several months together", among: takes))
      }
    }
    guard let months, findings.errorCount == before else { return nil }
    return PlanMeasure(
      indicator: indicator.text ?? "", cells: cells, first: months.first, last: months.last,
      take: take)
  }

  /// The names that a dimension of cells has.
  func members(_ dimension: String) -> [String] {
    switch dimension {
    case "region": country.regions.map(\.name)
    case "sector": country.sectors.map(\.name)
    case "origin": [country.name] + country.origins.map(\.name)
    default: indicators.authorisations
    }
  }

  /// The unit of an indicator, of the nation or of cells.
  func unit(_ measure: PlanMeasure) -> IndicatorUnit {
    let items = measure.cells == nil ? indicators.national : indicators.cells
    return items.first { $0.name == measure.indicator }?.unit ?? IndicatorUnit(.things(""))
  }

  private func check(_ node: RawNode, isOfCells: Bool, into findings: inout Findings) {
    let name = node.text ?? "…"
    let (national, cells) = (indicators.national.map(\.name), indicators.cells.map(\.name))
    if (isOfCells ? cells : national).contains(name) { return }
    switch (isOfCells, national.contains(name), cells.contains(name)) {
    case (true, true, _): findings.error(node.place, PlanFault.notByCell(name, among: cells))
    case (false, _, true): findings.error(node.place, PlanFault.byCellAlone(name))
    default:
      findings.error(
        node.place,
        PlanFault.unknownIndicator(
          name, of: isOfCells ? "indicator of cells" : "national indicator",
          among: isOfCells ? cells : national))
    }
  }

  /// Nil where no key names cells.
  private func cells(
    _ keys: [String: RawEntry], into findings: inout Findings
  ) -> CellChoice? {
    guard CellChoice.dimensions.contains(where: { keys[$0] != nil }) else { return nil }
    let choice = CellChoice(
      names: CellChoice.dimensions.map { dimension in
        guard let node = keys[dimension]?.value, node.text != "all" else { return [] }
        let items: [RawNode]
        if case .list(let list) = node.content { items = list } else { items = [node] }
        if items.isEmpty { findings.error(node.place, PlanFault.fewValues(dimension)) }
        let members = members(dimension)
        for item in items where !members.contains(item.text ?? "…") {
          findings.error(
            item.place,
            PlanFault.unknownWord(item.text ?? "…", of: dimension, among: members))
        }
        return items.compactMap(\.text)
      })
    checkPeople(choice, keys, into: &findings)
    return choice
  }

  /// Natives alone are of the country itself, and natives alone are 'native'.
  private func checkPeople(
    _ choice: CellChoice, _ keys: [String: RawEntry], into findings: inout Findings
  ) {
    let (origins, kinds) = (choice.names[2], choice.names[3])
    guard !origins.isEmpty, !kinds.isEmpty else { return }
    let mayBeNative = origins.contains(country.name) && kinds.contains("native")
    let mayBeMigrant =
      origins.contains { $0 != country.name } && kinds.contains { $0 != "native" }
    if !mayBeNative, !mayBeMigrant, let entry = keys["authorisation"] {
      findings.warning(entry.value.place, PlanFault.noSuchCells)
    }
  }

  /// The first days of the first and the last month that count.
  private func months(
    _ name: String, _ place: Place, _ keys: [String: RawEntry], into findings: inout Findings
  ) -> (first: Day, last: Day)? {
    guard let written = keys["at"] ?? keys["over"] else {
      findings.error(place, PlanFault.outcomeForm(name))
      return nil
    }
    if keys["at"] != nil, let over = keys["over"] {
      findings.error(over.place, PlanFault.bothTimes(name))
      return nil
    }
    guard let months = months(written) else {
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

  private func months(_ written: RawEntry) -> (first: Day, last: Day)? {
    switch written.value.content {
    case .text(let text) where text.utf8.count == 4 && written.key == "over":
      return Day(text: text + "-01-01").map { ($0, $0.adding(months: 11)) }
    case .text(let text): return Day(text: text + "-01").map { ($0, $0) }
    case .list(let ends) where ends.count == 2 && written.key == "over":
      guard let first = Day(text: (ends[0].text ?? "") + "-01"),
        let last = Day(text: (ends[1].text ?? "") + "-01"), first <= last
      else { return nil }
      return (first, last)
    default: return nil
    }
  }
}

extension CellChoice {
  /// Every cell.
  static let all = CellChoice(names: dimensions.map { _ in [] })
}
