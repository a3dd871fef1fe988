import Kernel
import Measurement
import Results

extension RegressionGate {
  /// Judges a scenario's runs, replicate 0 first, by what was recorded.
  package func verdict(
    _ candidate: Candidate, _ expectation: Expectation, _ runs: [ComparedRun]
  ) -> GateVerdict {
    var verdict = GateVerdict(scenario: candidate.name, outcome: .same)
    verdict.digest = runs[0].digest
    verdict.expectedDigest = expectation.digest
    verdict.scenarioChanged = Digest.ofText(candidate.text) != expectation.scenarioSHA256
    verdict.indicatorCount = National.indicators.count
    verdict.movements = movements(expectation, runs[0])
    if verdict.digest != expectation.digest {
      judge(&verdict, expectation, runs)
    }
    if !expectation.isAsRecorded { verdict.outcome = .altered }
    return verdict
  }

  /// What differs in replicate 0, indicator by indicator.
  private func movements(
    _ expectation: Expectation, _ run: ComparedRun
  ) -> [GateVerdict.Movement] {
    National.indicators.enumerated().compactMap { column, indicator in
      guard let before = expectation.series[indicator.name] else { return nil }
      let months = zip(expectation.months, before)
      let after = Dictionary(
        zip(
          run.months.map(\.monthText), run.national.map { $0[column].map(Expectation.kept) }),
        uniquingKeysWith: { first, _ in first })
      let changed = months.filter { month, value in after[month] != .some(value) }
      guard let first = changed.first else { return nil }
      let sizes = changed.compactMap { month, value -> (String, Double)? in
        guard let value, value != 0, let now = after[month] ?? nil else { return nil }
        return (month, (now - value) / value.magnitude)
      }
      let largest = sizes.max { $0.1.magnitude < $1.1.magnitude }
      return GateVerdict.Movement(
        indicator: indicator.name, month: first.0, before: first.1, after: after[first.0] ?? nil,
        largest: largest?.1, largestMonth: largest?.0 ?? first.0)
    }
  }

  /// Whether luck explains what moved.
  private func judge(
    _ verdict: inout GateVerdict, _ expectation: Expectation, _ runs: [ComparedRun]
  ) {
    let names = National.indicators.map(\.name)
    verdict.added = names.filter { expectation.series[$0] == nil }
    verdict.removed = expectation.series.keys.filter { !names.contains($0) }.sorted()
    verdict.replicates = runs.count
    verdict.falseAlarmChance = Self.falseAlarmChance
    var shifts: [GateVerdict.Shift] = []
    for (column, name) in names.enumerated() {
      guard let before = expectation.yearlyMeans[name] else { continue }
      let after = runs.map { $0.yearlyMeans(column) }
      for (place, year) in runs[0].years.enumerated() {
        let pairs = zip(before, after).compactMap { old, new -> (Double?, Double?)? in
          place < old.count && place < new.count ? (old[place], new[place]) : nil
        }
        shifts += PairedYear(indicator: name, year: year, pairs: pairs).tests
      }
    }
    verdict.tests = shifts.count
    let limit = Self.falseAlarmChance / Double(max(1, verdict.tests))
    verdict.shifts = shifts.filter { $0.chance < limit }
    let isEquivalent = verdict.shifts.isEmpty && verdict.removed.isEmpty && verdict.tests > 0
    verdict.outcome = isEquivalent ? .equivalent : .different
  }
}
