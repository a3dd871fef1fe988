/// A standard normal number, made from one uniform number by the inverse of the normal
/// distribution.
///
/// Wichura's rational approximation PPND16 (1988, "Algorithm AS 241: The percentage points of the
/// normal distribution", Applied Statistics 37): one quotient for the middle 85 % and two for the
/// tails.
///
/// - Parameter uniform: Strictly between 0 and 1, as keyed draws are. 0 gives −∞, 1 gives +∞,
///   anything outside or NaN gives NaN.
/// - Returns: A number within a relative 10⁻¹⁵ of the true one; 0 at ½, and odd around it.
@inlinable
public func standardNormal(uniform: Double) -> Double {
  let q = uniform - 0.5
  // NaN fails both comparisons and is sorted out with the tails.
  if q >= -0.425, q <= 0.425 { return q * normalCentre(0.180625 - q * q) }
  return normalTail(uniform: uniform, isLeft: q < 0)
}

/// The two tails of the normal distribution, each beyond 1.44 standard deviations.
@usableFromInline
package func normalTail(uniform: Double, isLeft: Bool) -> Double {
  let tail = isLeft ? uniform : 1 - uniform
  guard tail > 0 else {
    if tail == 0 { return isLeft ? -.infinity : .infinity }
    return .nan
  }
  guard tail < 0.5 else { return .nan }
  let r = (0 - exactLog(tail)).squareRoot()
  let size = r <= 5 ? normalNearTail(r - 1.6) : normalFarTail(r - 5)
  return isLeft ? 0 - size : size
}

/// Wichura's quotient A / B, for |u − ½| ≤ 0.425.
@inlinable @inline(__always)
public func normalCentre(_ r: Double) -> Double {
  sumOfPowers(
    r, 3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3)
    / sumOfPowers(
      r, 1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
      5.2264952788528545610e3)
}

/// Wichura's quotient C / D, for tails down to e⁻²⁵.
func normalNearTail(_ r: Double) -> Double {
  sumOfPowers(
    r, 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4)
    / sumOfPowers(
      r, 1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9)
}

/// Wichura's quotient E / F, for tails below e⁻²⁵.
func normalFarTail(_ r: Double) -> Double {
  sumOfPowers(
    r, 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7)
    / sumOfPowers(
      r, 1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15)
}

/// c0 + c1·x + … + c7·x⁷, from the highest power down.
@inlinable @inline(__always)
public func sumOfPowers(
  _ x: Double, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double,
  _ c5: Double, _ c6: Double, _ c7: Double
) -> Double {
  ((((((c7 * x + c6) * x + c5) * x + c4) * x + c3) * x + c2) * x + c1) * x + c0
}
