import ScenarioFile
import Statistics

/// Fits free values to targets: first a search everywhere that drops what is implausible, then downhill from
/// the best.
///
/// Points are shares (0…1) of the factors' spreads. What is evaluated, and in which order, follows from what
/// the evaluations gave alone; so a calibration that was interrupted goes on by asking for them again.
package struct Calibration: Sendable {
  package let targets: [PlanTarget]
  package let dimensions: Int
  package let search: PlanSearch
  /// Where the base's own values lie, to be evaluated first; nil for nowhere.
  package let start: [Double]?

  /// Part of a factor's range that may remain where its value is called determined.
  package static let determined = 0.5

  /// Targets missed by more than so many tolerances make a point implausible.
  private static let implausible = 3.0

  /// Outcomes of evaluations, by target; nil for a point that failed.
  ///
  /// Called with the number of the first one and their shares.
  package typealias Evaluate = (Int, [[Double]]) throws -> [[Double?]?]

  package init(
    targets: [PlanTarget], dimensions: Int, search: PlanSearch, start: [Double]? = nil
  ) {
    self.targets = targets
    self.dimensions = dimensions
    self.search = search
    self.start = start
  }

  /// Most evaluations that a calibration asks for.
  package var mostEvaluations: Int {
    search.points * search.rounds + search.simplex + (start == nil ? 0 : 1)
  }

  /// One evaluation that gave a number for every fitted target.
  package struct Trial: Sendable, Equatable {
    package var shares: [Double]
    /// By target; nil, of one that is held back, where there was nobody to measure.
    package var values: [Double?]
    /// The sum of squares of the fitted targets' misses, in tolerances.
    package var misfit: Double
    /// The largest of them.
    package var worst: Double
  }

  /// What was found.
  package struct Result: Sendable, Equatable {
    package var best: Trial
    /// The base's own values; nil where they were not asked for or gave no number for every target.
    package var start: Trial?
    /// By factor, in shares: where the value may lie for all that the targets say.
    package var ranges: [ClosedRange<Double>]
    /// By factor: whether the targets leave no more than half of its range.
    package var isDetermined: [Bool] {
      ranges.map { $0.upperBound - $0.lowerBound <= Calibration.determined }
    }
    package var evaluations: Int
    package var failures: Int
    /// Points of the global stage within every tolerance.
    package var plausible: Int
  }

  /// - Throws: What `evaluate` throws; ``CalibrationFault``, where too few points could be simulated.
  package func run(_ evaluate: Evaluate) throws -> Result {
    var trials: [Trial] = []
    var evaluations = 0
    // Targets that any evaluation gave a number for.
    var seen: Set<Int> = []
    var box = Array(repeating: 0.0...1.0, count: dimensions)
    if let start {
      if let values = try evaluate(0, [start])[0], let trial = trial(start, values) {
        trials.append(trial)
      }
      evaluations = 1
    }
    let startTrial = trials.first
    var sequence = try QuasiRandomSequence(.sobol, dimensions: dimensions)
    for _ in 0..<search.rounds {
      let points = try sequence.next(search.points).map { point in
        zip(point, box).map { $1.lowerBound + $0 * ($1.upperBound - $1.lowerBound) }
      }
      for (shares, values) in zip(points, try evaluate(evaluations, points)) {
        guard let values else { continue }
        for (place, value) in values.enumerated() where value != nil { seen.insert(place) }
        if let trial = trial(shares, values) { trials.append(trial) }
      }
      evaluations += points.count
      guard trials.count > dimensions else {
        let unseen = targets.indices.filter { !targets[$0].isHeldBack && !seen.contains($0) }
        throw CalibrationFault(
          evaluations: evaluations, whole: trials.count, needed: dimensions + 1,
          emptyTargets: unseen.map { targets[$0].outcome.name })
      }
      box = narrowed(trials)
    }
    let globalTrials = trials
    let failures = evaluations - trials.count
    trials += try descend(from: best(of: trials), box, first: evaluations, evaluate)
    evaluations += trials.count - globalTrials.count
    let best = best(of: trials)
    return Result(
      best: best, start: startTrial, ranges: try plausibleRanges(trials, box, best),
      evaluations: evaluations, failures: failures, plausible: globalTrials.count { $0.worst <= 1 })
  }

  private func best(of trials: [Trial]) -> Trial {
    trials.min { $0.misfit < $1.misfit } ?? trials[0]
  }

  private func trial(_ shares: [Double], _ values: [Double?]) -> Trial? {
    var (misfit, worst) = (0.0, 0.0)
    for (target, value) in zip(targets, values) where !target.isHeldBack {
      guard let value else { return nil }
      let miss = target.miss(of: value).magnitude
      misfit += miss * miss
      worst = max(worst, miss)
    }
    return Trial(shares: shares, values: values, misfit: misfit, worst: worst)
  }

  /// The box around what is plausible, or around the best tenth where little is, and a little more.
  private func narrowed(_ trials: [Trial]) -> [ClosedRange<Double>] {
    let least = max(dimensions + 2, trials.count / 10)
    let sorted = trials.sorted { $0.worst < $1.worst }
    let plausible = sorted.prefix { $0.worst <= Calibration.implausible }
    let kept = plausible.count >= least ? plausible : sorted.prefix(least)
    return (0..<dimensions).map { factor in
      let shares = kept.map { $0.shares[factor] }
      let (low, high) = (shares.min() ?? 0, shares.max() ?? 1)
      let margin = 0.1 * (high - low)
      return max(0, low - margin)...min(1, high + margin)
    }
  }

  private struct Spent: Error {}

  /// Nelder and Mead's simplex from the best point; the evaluations that it took.
  private func descend(
    from start: Trial, _ box: [ClosedRange<Double>], first: Int, _ evaluate: Evaluate
  ) throws -> [Trial] {
    guard search.simplex > 0 else { return [] }
    var trials: [Trial] = []
    var asked = 0
    let steps = zip(start.shares, box).map { share, range in
      let step = max(0.02, 0.25 * (range.upperBound - range.lowerBound))
      return share + step <= 1 ? step : -step
    }
    do {
      try withoutActuallyEscaping(evaluate) { evaluate in
        _ = try minimum(
          from: start.shares, initialSteps: steps, tolerance: 1e-3, mostSteps: search.simplex
        ) { point in
          if asked == search.simplex { throw Spent() }
          // Outside the ranges nothing is simulated: the nearest point within counts, and the way to it.
          let within = point.map { min(1, max(0, $0)) }
          let outside = zip(point, within).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
          let values = try evaluate(first + asked, [within])[0]
          asked += 1
          guard let values, let trial = trial(within, values) else { return 1e9 }
          trials.append(trial)
          return trial.misfit + 1e4 * outside
        }
      }
    } catch is Spent {
      return trials
    }
    return trials
  }

  /// What the targets leave open, by a straight-line stand-in for the model near the fit.
  ///
  /// A tolerance is taken for two standard deviations of a target, to which comes how far the stand-in is
  /// from the model; beforehand a factor is anywhere in its range. The ranges given hold all values
  /// together with a chance of about 95 % (by Bonferroni's inequality), and the fit.
  private func plausibleRanges(
    _ trials: [Trial], _ box: [ClosedRange<Double>], _ best: Trial
  ) throws(StatisticsError) -> [ClosedRange<Double>] {
    let inside = trials.filter { trial in
      zip(trial.shares, box).allSatisfy { $1.contains($0) }
    }
    let near = inside.count >= 3 * (dimensions + 1) ? inside : trials
    let priorVariance = 1.0 / 12
    var precision = SquareMatrix(dimensions, diagonal: 1 / priorVariance)
    var pull = [Double](repeating: 0.5 / priorVariance, count: dimensions)
    // What is met by anything above it pulls at no value.
    for (number, target) in targets.enumerated() where !target.isHeldBack && !target.isAtLeast {
      let line = StraightLine(near.map(\.shares), near.compactMap { $0.values[number] })
      let half = target.tolerance / 2
      let variance = half * half + line.residualVariance
      for row in 0..<dimensions {
        pull[row] += line.slopes[row] * (target.value - line.intercept) / variance
        for column in 0..<dimensions {
          precision[row, column] += line.slopes[row] * line.slopes[column] / variance
        }
      }
    }
    let covariance = precision.inverse
    let width = try normalQuantile(share: 1 - 0.025 / Double(dimensions))
    var ranges: [ClosedRange<Double>] = []
    for factor in 0..<dimensions {
      let mean = (0..<dimensions).reduce(0) { $0 + covariance[factor, $1] * pull[$1] }
      let deviation = covariance[factor, factor].squareRoot()
      let fit = best.shares[factor]
      let low = min(fit, min(1, max(0, mean - width * deviation)))
      let high = max(fit, min(1, max(0, mean + width * deviation)))
      ranges.append(low...high)
    }
    return ranges
  }
}
