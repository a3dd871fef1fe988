/// `base` to the power `exponent`, with the same bits on every IEEE-754 processor.
///
/// It is exp(exponent · ln base), no more.
///
/// - Parameters:
///   - base: A number from 0 up. A negative base gives NaN, whatever the exponent: the model raises
///     only quantities.
///   - exponent: Any number. The exponent 0 and the base 1 give 1 even where the other is NaN, as
///     in IEEE-754; the exponent 1 gives `base`; 0 to a negative power is +∞.
/// - Returns: A value whose relative error grows with its logarithm: up to
///   2⁻⁵² × (1.5 + |exponent · ln base|).
@inlinable
public func exactPow(_ base: Double, _ exponent: Double) -> Double {
  if exponent == 0 || base == 1 { return 1 }
  if exponent == 1 && base >= 0 { return base }
  return exactExp(exponent * exactLog(base))
}
