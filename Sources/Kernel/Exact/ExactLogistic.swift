/// The logistic function 1 / (1 + e⁻ˣ), with the same bits on every IEEE-754 processor.
///
/// Each sign has its own form, so that small chances far to the left keep all their digits.
///
/// - Parameter x: Any number: −∞ gives 0, +∞ gives 1, NaN the one positive quiet NaN.
/// - Returns: A chance between 0 and 1, within 2.5 ulp of the true value; ½ exactly at 0.
@inlinable
public func exactLogistic(_ x: Double) -> Double {
  if x >= 0 { return 1 / (1 + exactExp(-x)) }
  guard x < 0 else { return .nan }
  let odds = exactExp(x)
  return odds / (1 + odds)
}
