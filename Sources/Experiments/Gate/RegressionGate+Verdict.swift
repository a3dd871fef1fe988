import Kernel
import Measurement
import Results
import Statistics

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
        zip(run.months.map(\.monthText), run.national.map { $0[column] }),
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
        let pairs = zip(before, after).compactMap { old, new -> (Double, Double)? in
          guard place < old.count, let old = old[place], let new = new[place] else { return nil }
          return (old, new)
        }
        guard pairs.count > 1 else { continue }
        verdict.tests += 1
        shifts.append(shift(name, year, pairs))
      }
    }
    let limit = Self.falseAlarmChance / Double(max(1, verdict.tests))
    verdict.shifts = shifts.filter { $0.chance < limit }
    let isEquivalent = verdict.shifts.isEmpty && verdict.removed.isEmpty && verdict.tests > 0
    verdict.outcome = isEquivalent ? .equivalent : .different
  }

  private func shift(
    _ indicator: String, _ year: String, _ pairs: [(Double, Double)]
  ) -> GateVerdict.Shift {
    let level = (pairs.map(\.0).mean ?? 0).magnitude
    let differences = pairs.map { $0.1 - $0.0 }
    let mean = differences.mean ?? 0
    let size = level > 0 ? level : 1
    var shift = GateVerdict.Shift(
      indicator: indicator, year: year, relative: mean / size, lower: mean / size,
      upper: mean / size, chance: 1)
    guard mean.magnitude > Self.rounding * size else { return shift }
    let error = (try? SampleSummary(of: differences))?.standardError ?? 0
    guard error > 0 else {
      // All differ by as much. Were two values equally likely, so many pairs of them would fall out so at most as
      // often: of few pairs that tells nothing.
      shift.chance = pairs.reduce(2) { chance, _ in chance / 4 }
      return shift
    }
    let freedom = Double(pairs.count - 1)
    if let below = try? studentProbability(
      below: -mean.magnitude / error, degreesOfFreedom: freedom)
    {
      shift.chance = 2 * below
    }
    if let interval = try? ConfidenceInterval(ofMean: differences) {
      shift.lower = interval.lower / size
      shift.upper = interval.upper / size
    }
    return shift
  }
}
