import CGSL

/// The values below which the given shares of `values` lie, by straight lines between neighbours.
///
/// The definition is GSL's and R's type 7: share 0 is the smallest value, 1 the largest.
package func quantiles(of values: [Double], at shares: [Double]) throws(StatisticsError) -> [Double]
{
  guard !values.isEmpty else { throw .tooFewValues(needed: 1, given: 0) }
  for share in shares where !(share >= 0 && share <= 1) {
    throw .outOfRange(argument: "a share", value: share, range: "it lies between 0 and 1")
  }
  if let odd = values.first(where: \.isNaN) {
    throw .outOfRange(argument: "a value", value: odd, range: "only numbers have an order")
  }
  let sorted = values.sorted()
  return shares.map { gsl_stats_quantile_from_sorted_data(sorted, 1, sorted.count, $0) }
}

/// The value below which the given share of `values` lies; see `quantiles(of:at:)`.
package func quantile(of values: [Double], at share: Double) throws(StatisticsError) -> Double {
  try quantiles(of: values, at: [share])[0]
}

/// The middle value, or the mean of the two middle ones.
package func median(of values: [Double]) throws(StatisticsError) -> Double {
  try quantile(of: values, at: 0.5)
}
