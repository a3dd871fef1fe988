import CGSL

/// The value below which a standard normal number falls with probability `share`.
package func normalQuantile(share: Double) throws(StatisticsError) -> Double {
  try requireOpenShare("the share", share)
  return gsl_cdf_ugaussian_Pinv(share)
}

/// The probability that a standard normal number is at most `value`.
package func normalProbability(below value: Double) -> Double { gsl_cdf_ugaussian_P(value) }

/// The value below which a number of Student's distribution falls with probability `share`.
package func studentQuantile(
  share: Double, degreesOfFreedom: Double
) throws(StatisticsError) -> Double {
  try requireOpenShare("the share", share)
  try requirePositive("the degrees of freedom", degreesOfFreedom)
  Library.prepare()
  return gsl_cdf_tdist_Pinv(share, degreesOfFreedom)
}

/// The probability that a number of Student's distribution is at most `value`.
package func studentProbability(
  below value: Double, degreesOfFreedom: Double
) throws(StatisticsError) -> Double {
  try requirePositive("the degrees of freedom", degreesOfFreedom)
  return gsl_cdf_tdist_P(value, degreesOfFreedom)
}

/// How often a coin thrown `count` times would fall on one of its sides, whichever, at least as often as it did: the sign test
/// for `most` of `count` numbers of one sign.
package func signProbability(most: Int, of count: Int) throws(StatisticsError) -> Double {
  guard count >= 0, most <= count, 2 * most >= count else {
    throw .outOfRange(
      argument: "the larger side", value: Double(most), range: "it is at least half of all")
  }
  if count == 0 { return 1 }
  Library.prepare()
  return min(1, 2 * gsl_cdf_binomial_Q(UInt32(most - 1), 0.5, UInt32(count)))
}

/// The probability that a chi-square number exceeds `value`.
package func chiSquareProbability(
  above value: Double, degreesOfFreedom: Double
) throws(StatisticsError) -> Double {
  try requirePositive("the degrees of freedom", degreesOfFreedom)
  guard value >= 0 else {
    throw .outOfRange(argument: "chi-square", value: value, range: "it is never negative")
  }
  return gsl_cdf_chisq_Q(value, degreesOfFreedom)
}

private func requirePositive(_ argument: String, _ value: Double) throws(StatisticsError) {
  guard value > 0, value.isFinite else {
    throw .outOfRange(argument: argument, value: value, range: "it is a number above 0")
  }
}
