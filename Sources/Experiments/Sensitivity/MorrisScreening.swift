import Kernel
import Statistics

/// What Morris' elementary effects say of one factor, over its whole spread, in the outcome's unit.
package struct MorrisEffect: Sendable, Equatable {
  package var factor: String
  /// Mean effect: its sign tells the direction.
  package var mean: Double
  /// μ*: mean size of an effect. Large: the factor matters.
  package var meanSize: ConfidenceInterval
  /// σ: spread of the effects. Large beside μ*: the factor bends the outcome or works together with others.
  package var deviation: Double
}

/// Morris' screening (1991) with Campolongo's μ* (2007) from the outcomes of trajectories.
package struct MorrisScreening: Sendable, Equatable {
  /// The largest μ* first.
  package var effects: [MorrisEffect]
  /// Trajectories of which every point has an outcome.
  package var trajectoryCount: Int
  /// Why the ranking should not be trusted yet, in a sentence; nil where it may.
  package var warning: String?

  /// - Parameters:
  ///   - places: The design's points, row by row: where in each factor's whole spread (0…1) its value lies.
  ///     Effects are to the step that was taken, whatever step was meant.
  ///   - outcomes: By point; a trajectory with a nil is left out.
  ///   - level: Of the bootstrap intervals of μ*.
  /// - Throws: `StatisticsError`, with fewer than two whole trajectories.
  package init(
    factors: [String], places: (Int) -> [Double], outcomes: [Double?], level: Double = 0.95,
    resamples: Int = 1000
  ) throws(StatisticsError) {
    let rows = factors.count + 1
    var effects: [[Double]] = []
    for start in stride(from: 0, to: outcomes.count - rows + 1, by: rows) {
      let known = outcomes[start..<start + rows].compactMap { $0 }
      guard known.count == rows else { continue }
      effects.append(
        MorrisScreening.effects((start..<start + rows).map(places), known))
    }
    guard effects.count >= 2 else { throw .tooFewValues(needed: 2, given: effects.count) }
    trajectoryCount = effects.count
    var all: [MorrisEffect] = []
    for (column, factor) in factors.enumerated() {
      let values = effects.map { $0[column] }
      let summary = try SampleSummary(of: values)
      all.append(
        MorrisEffect(
          factor: factor, mean: summary.mean,
          meanSize: try bootstrap(
            count: values.count, level: level, resamples: resamples
          ) { chosen in chosen.reduce(0) { $0 + values[$1].magnitude } / Double(chosen.count) },
          deviation: summary.standardDeviation ?? 0))
    }
    self.effects = all.sorted {
      ($0.meanSize.estimate, $1.factor) > ($1.meanSize.estimate, $0.factor)
    }
    warning = MorrisScreening.warning(self.effects, trajectoryCount)
  }

  /// A trajectory's effects, in the factors' order.
  private static func effects(_ points: [[Double]], _ outcomes: [Double]) -> [Double] {
    var effects = [Double](repeating: 0, count: points.count - 1)
    for step in 1..<points.count {
      for factor in effects.indices where points[step][factor] != points[step - 1][factor] {
        effects[factor] =
          (outcomes[step] - outcomes[step - 1]) / (points[step][factor] - points[step - 1][factor])
      }
    }
    return effects
  }

  private static func warning(_ effects: [MorrisEffect], _ count: Int) -> String? {
    if count < 10 {
      return "The sample is too small: \(count) trajectories say little about a ranking. "
        + "Use at least 10, better 20."
    }
    guard let first = effects.first, effects.count > 1 else { return nil }
    let half = first.meanSize.halfWidth
    guard half > 0.3 * first.meanSize.estimate else { return nil }
    return "The sample is too small: the largest effect is known to ±"
      + "\(percent(half / first.meanSize.estimate)) only. Use \(4 * count) trajectories to halve that."
  }

  private static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
}

/// The percentile interval of a statistic over resampled rows; the same on any machine.
func bootstrap(
  count: Int, level: Double, resamples: Int, _ statistic: ([Int]) -> Double
) throws(StatisticsError) -> ConfidenceInterval {
  let luck = Luck(seed: 1, replicate: 0)
  var values: [Double] = []
  values.reserveCapacity(resamples)
  for resample in 0..<resamples {
    let chosen = (0..<count).map { row in
      let draw = luck.uniform(
        UInt32(resample), DesignDraw.bootstrap.rawValue, occasion: UInt32(row))
      return Int(draw * Double(count))
    }
    values.append(statistic(chosen))
  }
  let known = values.filter(\.isFinite)
  let ends = try quantiles(of: known, at: [0.5 - level / 2, 0.5 + level / 2])
  return ConfidenceInterval(
    estimate: statistic(Array(0..<count)), lower: ends[0], upper: ends[1], level: level)
}
