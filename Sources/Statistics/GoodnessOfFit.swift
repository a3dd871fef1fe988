import Kernel

/// How far data lie from what was expected, and how often chance alone takes them as far.
package struct GoodnessOfFit: Equatable, Sendable {
  package let statistic: Double
  /// The probability of a statistic at least as large if the expectation is true.
  package let pValue: Double
}

extension GoodnessOfFit {
  /// Pearson's chi-square test of counts against expected shares.
  ///
  /// The p-value is an approximation that wants about five expected in each class.
  ///
  /// - Parameters:
  ///   - counts: How many fell into each class.
  ///   - expectedShares: Positive weights; they need not add up to 1.
  ///   - estimatedParameters: How many numbers the expectation was fitted with.
  package init(
    chiSquareOf counts: [Int], expectedShares: [Double], estimatedParameters: Int = 0
  ) throws(StatisticsError) {
    guard counts.count == expectedShares.count else {
      throw .unequalLengths(counts.count, expectedShares.count)
    }
    let freedom = counts.count - 1 - estimatedParameters
    guard freedom > 0 else {
      throw .tooFewValues(needed: 2 + estimatedParameters, given: counts.count)
    }
    for share in expectedShares where !(share > 0 && share.isFinite) {
      throw .outOfRange(argument: "an expected share", value: share, range: "it is above 0")
    }
    let total = Double(counts.reduce(0, +))
    guard total > 0 else { throw .tooFewValues(needed: 1, given: 0) }
    let weight = expectedShares.reduce(0, +)
    statistic = zip(counts, expectedShares).reduce(0) { sum, pair in
      let expected = total * pair.1 / weight
      let excess = Double(pair.0) - expected
      return sum + excess * excess / expected
    }
    pValue = try chiSquareProbability(above: statistic, degreesOfFreedom: Double(freedom))
  }

  /// Kolmogorov and Smirnov's test of a sample against a continuous distribution.
  ///
  /// - Parameters:
  ///   - sample: Independent values.
  ///   - distribution: The probability of a value at most so large.
  package init(
    kolmogorovOf sample: [Double], against distribution: (Double) -> Double
  ) throws(StatisticsError) {
    guard !sample.isEmpty else { throw .tooFewValues(needed: 1, given: 0) }
    let size = Double(sample.count)
    var distance = 0.0
    for (rank, value) in sample.sorted().enumerated() {
      let expected = distribution(value)
      distance = max(
        distance, expected - Double(rank) / size, Double(rank + 1) / size - expected)
    }
    statistic = distance
    pValue = kolmogorovProbability(distance: distance, effectiveSize: size)
  }

  /// Kolmogorov and Smirnov's test of whether two samples come from one continuous distribution.
  package init(
    smirnovOf first: [Double], and second: [Double]
  ) throws(StatisticsError) {
    guard !first.isEmpty, !second.isEmpty else { throw .tooFewValues(needed: 1, given: 0) }
    let (one, other) = (first.sorted(), second.sorted())
    var (i, j, distance) = (0, 0, 0.0)
    while i < one.count && j < other.count {
      let value = min(one[i], other[j])
      // Equal values step together, or ties would count as distance.
      while i < one.count && one[i] <= value { i += 1 }
      while j < other.count && other[j] <= value { j += 1 }
      distance = max(
        distance, abs(Double(i) / Double(one.count) - Double(j) / Double(other.count)))
    }
    statistic = distance
    let (n, m) = (Double(one.count), Double(other.count))
    pValue = kolmogorovProbability(distance: distance, effectiveSize: n * m / (n + m))
  }
}

/// The chance of a distance at least as large between a sample and its distribution.
///
/// Kolmogorov's limit with Stephens's correction for small samples (1970, Journal of the Royal
/// Statistical Society B 32): good to about 0.01 from 4 values on, and better in the tail.
func kolmogorovProbability(distance: Double, effectiveSize: Double) -> Double {
  let root = effectiveSize.squareRoot()
  return kolmogorovLimit(above: (root + 0.12 + 0.11 / root) * distance)
}

/// The probability that Kolmogorov's limiting statistic exceeds `value`.
func kolmogorovLimit(above value: Double) -> Double {
  // Below a tenth the chance of less is under 10⁻⁵⁰.
  guard value > 0.1 else { return 1 }
  // Two series for one function; either needs few terms on its side.
  if value < 1.18 {
    let base = exactExp(-1.2337005501361697 / (value * value))  // −π² / 8
    var sum = 0.0
    for term in [1.0, 9, 25, 49] { sum += exactPow(base, term) }
    return max(0, 1 - 2.5066282746310002 / value * sum)  // √(2π)
  }
  var sum = 0.0
  for term in stride(from: 1.0, through: 5, by: 2) {
    sum += exactExp(-2 * term * term * value * value)
    sum -= exactExp(-2 * (term + 1) * (term + 1) * value * value)
  }
  return min(1, max(0, 2 * sum))
}
