import CGSL

/// What a sample says about its population: size, mean and spread.
package struct SampleSummary: Equatable, Sendable {
  package let count: Int
  package let mean: Double
  /// The standard deviation with n − 1 below the line; nil for a single value, which shows no
  /// spread.
  package let standardDeviation: Double?

  /// The standard deviation of the mean; nil for a single value.
  package var standardError: Double? {
    standardDeviation.map { $0 / Double(count).squareRoot() }
  }

  /// Summarises `values`, of which there must be at least one.
  package init(of values: [Double]) throws(StatisticsError) {
    guard !values.isEmpty else { throw .tooFewValues(needed: 1, given: 0) }
    count = values.count
    mean = gsl_stats_mean(values, 1, values.count)
    standardDeviation = values.count > 1 ? gsl_stats_sd_m(values, 1, values.count, mean) : nil
  }
}
