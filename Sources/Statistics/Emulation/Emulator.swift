import Kernel

/// What stands in for a slow simulation's outcome: its expected value anywhere in the space of inputs, with how far off
/// it may be.
///
/// A polynomial of the inputs that clearly matter, a smooth process over what the polynomial misses, a straight line in
/// the many inputs that matter little, and what no input explains (luck, and the rest): a Gaussian process with a
/// chosen mean, as in Craig, Goldstein and others (1997) and Vernon, Goldstein and Bower (2010). Its parts are those
/// under which every run is foretold best from all the others.
///
/// How far off it says that it may be is checked before it is believed: a fifth of the runs after the other is left
/// out, all is chosen anew from the rest but the covariance, and where the errors are larger than stated, what is stated
/// is enlarged until it fits.
///
/// The same runs give the same emulator.
package struct Emulator: Sendable {
  /// An outcome, as an emulator foretells it.
  package struct Prediction: Equatable, Sendable {
    package let mean: Double
    /// Of the outcome's expected value over luck.
    package let variance: Double

    package init(mean: Double, variance: Double) { (self.mean, self.variance) = (mean, variance) }
  }

  /// Errors of runs that were left out, in the standard deviations stated for them before anything was enlarged. Honest ones
  /// have a mean square near 1, and few lie beyond 3.
  package let errorsLeftOut: [Double]
  /// By how much stated variances are multiplied, 1 or more: the mean square of those errors.
  package let inflation: Double
  /// Of the variance between runs, the part that is foretold of runs left out; below 0 where nothing is.
  package let shareForetold: Double
  private let fit: EmulatorFit
  private let luckVariance: Double

  private static let folds = 5

  /// - Parameters:
  ///   - points: inputs from 0 to 1; all points have the same number.
  ///   - values: one outcome a point.
  ///   - luckVariance: how far one run's outcome varies about its expected value, from replicates elsewhere; 0 for a simulation
  ///     without luck.
  /// - Throws: with fewer than ten runs, or where a value is no number.
  package init(
    _ points: [[Double]], _ values: [Double], luckVariance: Double = 0
  ) throws(StatisticsError) {
    guard points.count == values.count else {
      throw .unequalLengths(points.count, values.count)
    }
    guard points.count >= 10 else { throw .tooFewValues(needed: 10, given: points.count) }
    if let odd = values.firstIndex(where: { !$0.isFinite }) {
      throw .functionNotFinite(at: points[odd])
    }
    self.luckVariance = luckVariance
    fit = try EmulatorFit(points, values)
    let mean = values.reduce(0, +) / Double(values.count)
    var (errors, missed, spread) = ([Double](), 0.0, 0.0)
    for fold in 0..<Self.folds {
      let (kept, left) = points.indices.split(fold, of: Self.folds)
      let part = try EmulatorFit(
        kept.map { points[$0] }, kept.map { values[$0] }, like: fit.covariance)
      for run in left {
        let prediction = part.predict(points[run])
        let error = values[run] - prediction.mean
        errors.append(error / max(prediction.variance + part.nuggetVariance, 1e-300).squareRoot())
        missed += error * error
        spread += (values[run] - mean) * (values[run] - mean)
      }
    }
    errorsLeftOut = errors
    inflation = max(1, errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count))
    shareForetold = 1 - missed / max(spread, 1e-300)
  }

  /// Terms of the polynomial, the strongest first.
  package var terms: [TrendTerm] { fit.trend.terms }

  /// What the outcome is expected to be at a point of inputs from 0 to 1.
  package func predict(_ point: [Double]) -> Prediction {
    let prediction = fit.predict(point)
    // What no input explains is luck in part, which is taken off; never more than half, since few runs tell the two badly apart.
    let unexplained = max(fit.nuggetVariance / 2, fit.nuggetVariance - luckVariance)
    return Prediction(
      mean: prediction.mean, variance: inflation * (prediction.variance + unexplained))
  }

  /// The expected outcome alone, which takes a hundredth of the time.
  package func mean(at point: [Double]) -> Double { fit.mean(at: point) }
}

extension Range<Int> {
  /// What is kept and what is left out, every so many'th.
  fileprivate func split(_ fold: Int, of folds: Int) -> (kept: [Int], left: [Int]) {
    (filter { $0 % folds != fold }, filter { $0 % folds == fold })
  }
}
