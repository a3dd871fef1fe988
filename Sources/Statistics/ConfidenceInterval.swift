import CGSL

/// A range that covers the true value in a stated share of repetitions.
package struct ConfidenceInterval: Equatable, Sendable {
  package let estimate: Double
  package let lower: Double
  package let upper: Double
  /// The share of repetitions covered, such as 0.95.
  package let level: Double

  package init(estimate: Double, lower: Double, upper: Double, level: Double) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  package var halfWidth: Double { (upper - lower) / 2 }

  /// Whether the interval leaves out `value`; for a difference, leaving out 0 is significance.
  package func excludes(_ value: Double) -> Bool { value < lower || value > upper }
}

extension ConfidenceInterval {
  /// Student's interval of a mean, exact for normal values, good for the means of replicates.
  package init(ofMean values: [Double], level: Double = 0.95) throws(StatisticsError) {
    try requireOpenShare("the level", level)
    guard values.count > 1 else { throw .tooFewValues(needed: 2, given: values.count) }
    let summary = try SampleSummary(of: values)
    let quantile = try studentQuantile(
      share: 0.5 + level / 2, degreesOfFreedom: Double(values.count - 1))
    let half = quantile * (summary.standardError ?? 0)
    self.init(
      estimate: summary.mean, lower: summary.mean - half, upper: summary.mean + half, level: level)
  }

  /// Student's interval of the mean of `first[i] − second[i]`.
  ///
  /// Runs that share their luck differ by little, so pairs tell far more than two separate means.
  package init(
    ofPairedDifference first: [Double], minus second: [Double], level: Double = 0.95
  ) throws(StatisticsError) {
    guard first.count == second.count else { throw .unequalLengths(first.count, second.count) }
    try self.init(ofMean: zip(first, second).map { $0 - $1 }, level: level)
  }

  /// Welch's interval of the difference of two means from independent samples, whose spreads may differ.
  package init(
    ofMean first: [Double], minusMeanOf second: [Double], level: Double = 0.95
  ) throws(StatisticsError) {
    try requireOpenShare("the level", level)
    let (a, b) = (try SampleSummary(of: first), try SampleSummary(of: second))
    guard let errorA = a.standardError, let errorB = b.standardError else {
      throw .tooFewValues(needed: 2, given: min(a.count, b.count))
    }
    let (varianceA, varianceB) = (errorA * errorA, errorB * errorB)
    let variance = varianceA + varianceB
    let difference = a.mean - b.mean
    var half = 0.0
    if variance > 0 {
      let freedom =
        variance * variance
        / (varianceA * varianceA / Double(a.count - 1)
          + varianceB * varianceB / Double(b.count - 1))
      half =
        try studentQuantile(share: 0.5 + level / 2, degreesOfFreedom: freedom)
        * variance.squareRoot()
    }
    self.init(
      estimate: difference, lower: difference - half, upper: difference + half, level: level)
  }
}
