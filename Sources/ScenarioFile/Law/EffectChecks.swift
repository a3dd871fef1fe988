import Inputs
import Kernel

/// Warns of measures that can change nothing in the run, or that a writer should look at.
struct EffectChecks {
  var run: RunSettings
  var country: Country
  var measures: [PlacedMeasure]

  /// - Parameter told: the measures whose author is to be told.
  func check(_ told: [PlacedMeasure], into findings: inout Findings) {
    for item in told {
      let days = daysInForce(item)
      if let clause = reason(item, days) {
        findings.warning(item.place, LawFault.noEffect(item.name, clause))
      }
      if let clause = item.measure.lever.oddity(on: days.map(\.day), in: country) {
        findings.warning(item.place, LawFault.odd(item.name, clause))
      }
    }
  }

  private func reason(
    _ item: PlacedMeasure, _ days: [(day: Day, subject: String)]
  ) -> String? {
    let lever = item.measure.lever
    if let clause = lever.noEffect ?? missing(item) { return clause }
    let others = sameKind(item).filter { $0.name != item.name }
    let asLong = others.filter { covers($0.measure, item.measure) }
    if let clause = lever.noEffect(besideThese: asLong.map(\.measure.lever), in: country) {
      return clause
    }
    guard item.kind.overlap == .latestHolds else { return nil }
    guard !days.isEmpty else { return "a later measure of its kind holds throughout" }
    let changesNothing = days.allSatisfy { day, subject in
      EffectChecks.latest(others, on: day, subject)?.measure.lever.equals(lever) ?? false
    }
    if changesNothing { return "without it the same law would hold" }
    return others.isEmpty ? lever.noEffect(on: days.map(\.day), in: country) : nil
  }

  /// Why a measure has nothing to act through.
  private func missing(_ item: PlacedMeasure) -> String? {
    item.kind.needs.first { need in
      !measures.contains {
        $0.kind.name == need.kindName && overlaps($0.measure, item.measure)
      }
    }?.clause
  }

  private func sameKind(_ item: PlacedMeasure) -> [PlacedMeasure] {
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

  private func overlaps(_ one: Measure, _ other: Measure) -> Bool {
    one.from <= (other.until ?? one.from) && other.from <= (one.until ?? other.from)
  }

  /// Whether one measure holds on every day of the run on which the other does.
  private func covers(_ one: Measure, _ other: Measure) -> Bool {
    max(one.from, run.from) <= max(other.from, run.from)
      && min(one.until ?? run.until, run.until) >= min(other.until ?? run.until, run.until)
  }
}
