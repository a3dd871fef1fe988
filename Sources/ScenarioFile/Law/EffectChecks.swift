import Inputs
import Kernel

/// Warns of measures that can change nothing in the run.
struct EffectChecks {
  var run: RunSettings
  var country: Country
  var measures: [PlacedMeasure]

  /// - Parameter told: the measures whose author is to be told.
  func check(_ told: [PlacedMeasure], into findings: inout Findings) {
    for item in told {
      if let clause = reason(item) {
        findings.warning(item.place, LawFault.noEffect(item.name, clause))
      }
      checkMinimumWage(item, into: &findings)
    }
  }

  private func reason(_ item: PlacedMeasure) -> String? {
    if let clause = item.kind.noEffect(item.measure.lever) { return clause }
    if let clause = missing(item) ?? covered(item) ?? admitsNobody(item) { return clause }
    guard item.kind.overlap == .latestHolds else { return nil }
    let days = daysInForce(item)
    guard !days.isEmpty else { return "a later measure of its kind holds throughout" }
    let others = sameKind(item).filter { $0.name != item.name }
    let changesNothing = days.allSatisfy { day, subject in
      EffectChecks.latest(others, on: day, subject)?.measure.lever == item.measure.lever
    }
    if changesNothing { return "without it the same law would hold" }
    if case .minimumWage(let wage) = item.measure.lever, others.isEmpty,
      days.allSatisfy({ tableWage(on: $0.day) == wage.amount })
    {
      return "the table of amounts says the same"
    }
    return nil
  }

  /// A minimum wage that was meant to raise falls below the table's in later years.
  private func checkMinimumWage(_ item: PlacedMeasure, into findings: inout Findings) {
    guard case .minimumWage(let wage) = item.measure.lever,
      let (day, _) = daysInForce(item).first(where: {
        tableWage(on: $0.day) ?? 0 > wage.amount
      })
    else { return }
    findings.warning(
      item.place,
      LawFault.lowersMinimumWage(
        item.name, amount: Quantity.plain(wage.amount), date: "\(day)",
        table: Quantity.plain(tableWage(on: day) ?? 0)))
  }

  func sameKind(_ item: PlacedMeasure) -> [PlacedMeasure] {
    measures.filter { $0.kind.name == item.kind.name }
  }

  /// The days of the run on which something may change and this measure is the one in force, with what it rules then.
  private func daysInForce(_ item: PlacedMeasure) -> [(day: Day, subject: String)] {
    let same = sameKind(item)
    let starts = same.map(\.measure.from)
    let ends = same.compactMap { $0.measure.until.map { $0 + 1 } }
    let days = Set([run.from] + starts + ends + country.amounts.map(\.from))
    return days.filter { $0 >= run.from && $0 <= run.until }.sorted().flatMap { day in
      item.subjects.filter { EffectChecks.latest(same, on: day, $0)?.name == item.name }
        .map { (day, $0) }
    }
  }

  /// The measure that began last among those that hold on a day and rule a subject.
  private static func latest(
    _ measures: [PlacedMeasure], on day: Day, _ subject: String
  ) -> PlacedMeasure? {
    measures.filter { $0.measure.holds(on: day) && $0.subjects.contains(subject) }
      .max { $0.measure.from < $1.measure.from }
  }

  private func tableWage(on day: Day) -> Double? {
    country.amounts.last { $0.from <= day }?.minimumWage
  }
}
