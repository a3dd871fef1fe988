import Results
import Statistics

/// An indicator's means of one year, recorded and found, replicate by replicate; nil where there was nobody to measure.
struct PairedYear {
  /// Differences below this part of a value come from how numbers are kept.
  private static let rounding = 1e-6

  let indicator: String
  let year: String
  let pairs: [(before: Double?, after: Double?)]

  init(indicator: String, year: String, pairs: [(Double?, Double?)]) {
    self.indicator = indicator
    self.year = year
    self.pairs = pairs.map { (before: $0, after: $1) }
  }

  /// What was tested, each with its probability by luck alone: the means of replicates that have both, and whether there is
  /// anybody to measure where some replicates have nobody.
  var tests: [GateVerdict.Shift] {
    let both = pairs.compactMap { pair in
      pair.before.flatMap { old in pair.after.map { (old, $0) } }
    }
    return (both.count > 1 ? [ofMeans(both)] : []) + (ofPresence.map { [$0] } ?? [])
  }

  private func shift(_ chance: Double) -> GateVerdict.Shift {
    let before = pairs.compactMap(\.before)
    let after = pairs.compactMap(\.after)
    return GateVerdict.Shift(
      indicator: indicator, year: year, before: before.mean, after: after.mean,
      runsBefore: before.count, runsAfter: after.count, chance: chance)
  }

  private func ofMeans(_ both: [(Double, Double)]) -> GateVerdict.Shift {
    let level = (both.map(\.0).mean ?? 0).magnitude
    let differences = both.map { $0.1 - $0.0 }
    let mean = differences.mean ?? 0
    var shift = shift(1)
    shift.before = both.map(\.0).mean
    shift.after = both.map(\.1).mean
    if level > 0 {
      shift.relative = mean / level
      shift.lower = shift.relative
      shift.upper = shift.relative
    }
    guard mean.magnitude > Self.rounding * level else { return shift }
    let error = (try? SampleSummary(of: differences))?.standardError ?? 0
    guard error > 0 else {
      // All differ by as much. Were two values equally likely, so many pairs of them would fall out so at most as
      // often: of few pairs that tells nothing.
      shift.chance = Self.chance(of: both.count, among: both.count)
      return shift
    }
    if let below = try? studentProbability(
      below: -mean.magnitude / error, degreesOfFreedom: Double(both.count - 1))
    {
      shift.chance = 2 * below
    }
    if level > 0, let interval = try? ConfidenceInterval(ofMean: differences) {
      shift.lower = interval.lower / level
      shift.upper = interval.upper / level
    }
    return shift
  }

  /// Whether as many replicates as before have somebody to measure; nil where all have.
  ///
  /// Luck alone gives a pair of which only one side has somebody, and that the first, with a probability of at most a
  /// quarter: p (1 − p).
  private var ofPresence: GateVerdict.Shift? {
    let gone = pairs.count { $0.before != nil && $0.after == nil }
    let come = pairs.count { $0.before == nil && $0.after != nil }
    let never = pairs.count { $0.before == nil && $0.after == nil }
    guard gone + come > 0 || (never > 0 && never < pairs.count) else { return nil }
    return shift(Self.chance(of: max(gone, come), among: pairs.count))
  }

  /// The probability that at least `count` of `all` pairs fall out one way, either way, where each does with a quarter.
  private static func chance(of count: Int, among all: Int) -> Double {
    // Of k pairs (¼)ᵏ (¾)ⁿ⁻ᵏ n! / (k! (n−k)!), from all downward.
    var term = 1.0
    for _ in 0..<all { term /= 4 }
    var chance = term
    for k in stride(from: all, to: count, by: -1) {
      term *= 3 * Double(k) / Double(all - k + 1)
      chance += term
    }
    return min(1, 2 * chance)
  }
}
