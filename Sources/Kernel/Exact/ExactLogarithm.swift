/// The natural logarithm of `x`, with the same bits on every IEEE-754 processor.
///
/// x = 2ᵉ·m with m between √½ and √2; ln m = 2·artanh s with s = (m − 1)/(m + 1), by its Taylor
/// series up to s²¹, arranged so that the leading term m − 1, which is exact, is added last.
///
/// - Parameter x: 0 and −0 give −∞, a negative number or NaN the one positive quiet NaN, +∞ gives
///   +∞; subnormals are fine.
/// - Returns: A value within 0.85 ulp of the true one, and never more than one step from GSL's (the
///   article ExactArithmetic names the test); 0 exactly at 1.
@inlinable
public func exactLog(_ x: Double) -> Double {
  // NaN fails the comparison, so the usual case costs one branch.
  guard x >= 0x1p-1022, x < .infinity else { return exactLogAtTheEdges(x) }
  return exactLogOfNormal(x, exponentOffset: 0)
}

/// The rare arguments of `exactLog`: zero, subnormal, negative, infinite, not a number.
@usableFromInline
package func exactLogAtTheEdges(_ x: Double) -> Double {
  if x == 0 { return -.infinity }
  if x == .infinity { return .infinity }
  guard x > 0 else { return .nan }
  return exactLogOfNormal(x * 0x1p54, exponentOffset: -54)
}

/// ln(2^exponentOffset · x) for a positive normal `x`.
@inlinable @inline(__always)
public func exactLogOfNormal(_ x: Double, exponentOffset: Int64) -> Double {
  // Subtracting the bits of √½ before taking the exponent leaves m between √½ and √2.
  let rootOfHalf: UInt64 = 0x3FE6_A09E_667F_3BCD
  let offset = Int64(bitPattern: x.bitPattern &- rootOfHalf) &>> 52
  let m = Double(bitPattern: x.bitPattern &- UInt64(bitPattern: offset &<< 52))
  let exponent = Double(offset &+ exponentOffset)

  let f = m - 1
  let s = f / (2 + f)
  let halfSquare = 0.5 * f * f
  // 2s = f − s·f and s·f = f²/2 − s·f²/2, hence ln m = f − (f²/2 − s·(f²/2 + tail)).
  let correction = s * (halfSquare + exactLogTail(s * s))
  // ln 2 in two parts; the first has 32 bits, so that its product with the exponent is exact.
  let low = exponent * 0x1.a39ef35793c76p-33
  return exponent * 0x1.62e42feep-1 - ((halfSquare - (correction + low)) - f)
}

/// (2·artanh s − 2s) / s for z = s² ≤ 0.0295: the sum of 2zⁿ / (2n + 1) up to n = 10; what is left
/// out is below 2⁻⁵⁹.
@inlinable @inline(__always)
public func exactLogTail(_ z: Double) -> Double {
  // Two interleaved sums, so that the processor can work on them side by side.
  let z2 = z * z
  let odd =
    2.0 / 3 + z2 * (2.0 / 7 + z2 * (2.0 / 11 + z2 * (2.0 / 15 + z2 * (2.0 / 19))))
  let even =
    2.0 / 5 + z2 * (2.0 / 9 + z2 * (2.0 / 13 + z2 * (2.0 / 17 + z2 * (2.0 / 21))))
  return z * (odd + z * even)
}
