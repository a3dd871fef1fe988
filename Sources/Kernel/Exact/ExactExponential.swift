/// e to the power `x`, with the same bits on every IEEE-754 processor.
///
/// x = k·ln 2 + r with |r| ≤ ½ ln 2; the Taylor polynomial of degree 13 gives eʳ, and 2ᵏ enters
/// through the exponent bits. Swift never fuses a product and a sum unasked, so the bits follow
/// from IEEE-754 alone.
///
/// - Parameter x: Any number. NaN gives the one positive quiet NaN; above 709.79 the result is
///   infinite, below −745.14 zero, and between −745.14 and −708.39 subnormal, rounded once more.
/// - Returns: A value within 0.9 ulp of the true one, and never more than one step from GSL's (the
///   article ExactArithmetic names the test).
@inlinable
public func exactExp(_ x: Double) -> Double {
  // NaN fails both comparisons of the usual case, so the usual case costs one branch.
  guard x > -708, x < 709 else { return exactExpAtTheEdges(x) }
  let (mantissa, exponent) = exactExpParts(x)
  return mantissa * Double(bitPattern: UInt64(bitPattern: exponent &+ 1023) &<< 52)
}

/// The rare arguments of `exactExp`: not a number, overflow, and results that may be subnormal.
@usableFromInline
package func exactExpAtTheEdges(_ x: Double) -> Double {
  if x.isNaN { return .nan }
  if x > 709.782712893384 { return .infinity }
  if x < -745.1332191019412 { return 0 }
  let (mantissa, exponent) = exactExpParts(x)
  // Two factors, since 2¹⁰²⁴ and 2⁻¹⁰⁷⁵ are no normal numbers; only the second can round.
  let first: Int64 = exponent > 0 ? 1000 : -1000
  return mantissa
    * Double(bitPattern: UInt64(bitPattern: first &+ 1023) &<< 52)
    * Double(bitPattern: UInt64(bitPattern: exponent &- first &+ 1023) &<< 52)
}

/// Splits eˣ into a factor between 0.70 and 1.42 and a power of two; `x` is finite and within ±746.
@inlinable @inline(__always)
public func exactExpParts(_ x: Double) -> (mantissa: Double, exponent: Int64) {
  // Adding 1.5·2⁵² rounds to a whole number by the addition's own rule and leaves it in the low
  // bits.
  let shift = 0x1.8p52
  let shifted = x * 1.4426950408889634 + shift
  let exponent = Int64(bitPattern: shifted.bitPattern &- shift.bitPattern)
  let k = shifted - shift
  // ln 2 in two parts; the first has 32 bits, so that its product with k is exact.
  let high = x - k * 0x1.62e42feep-1
  let low = k * 0x1.a39ef35793c76p-33
  let r = high - low
  return (1 + (high - (low - r * r * exactExpTail(r))), exponent)
}

/// (eʳ − 1 − r) / r² for |r| ≤ 0.35, as the sum of rⁿ / (n + 2)! up to n = 11; what is left out is
/// below 2⁻⁵⁹.
@inlinable @inline(__always)
public func exactExpTail(_ r: Double) -> Double {
  // Pairs first (Estrin), so that the processor can work on them side by side.
  let r2 = r * r
  let r4 = r2 * r2
  let a = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120))
  let b = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880))
  let c =
    (1.0 / 3_628_800 + r * (1.0 / 39_916_800))
    + r2 * (1.0 / 479_001_600 + r * (1.0 / 6_227_020_800))
  return a + r4 * (b + r4 * c)
}
