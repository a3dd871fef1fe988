/// An exponentially distributed waiting time with mean 1, made from one uniform number: −ln u.
///
/// - Parameter uniform: Strictly between 0 and 1, as keyed draws are. 0 gives +∞, 1 gives 0,
///   anything outside NaN or a negative time.
/// - Returns: A value within 0.85 ulp of the true one; the smaller the uniform number, the larger.
@inlinable
public func standardExponential(uniform: Double) -> Double {
  0 - exactLog(uniform)
}

/// A standard Gumbel number, made from one uniform number: −ln(−ln u).
///
/// Whoever takes the option with the largest value + Gumbel number chooses by logit, option by
/// option and without weights to add up.
///
/// - Parameter uniform: Strictly between 0 and 1, as keyed draws are. 0 gives −∞, 1 gives +∞,
///   anything outside NaN.
/// - Returns: A value within 10⁻¹⁵ of the true one, relatively where that is above 1. Near 0 the
///   error is not relative, which the sum of a utility and this number does not mind.
@inlinable
public func standardGumbel(uniform: Double) -> Double {
  0 - exactLog(0 - exactLog(uniform))
}

/// A standard logistic number, made from one uniform number: ln(u/(1−u)).
///
/// - Parameter uniform: Strictly between 0 and 1, as keyed draws are. 0 gives −∞, 1 gives +∞.
@inlinable
public func standardLogistic(uniform: Double) -> Double {
  exactLog(uniform / (1 - uniform))
}
