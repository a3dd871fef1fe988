import Kernel

/// Jobs whose gross pay lies within a bracket: how many, and their pay a month. A market has one for each of
/// ``PayBracket/count`` brackets, kept by difference, from which the spread of pay is reckoned.
@frozen public struct PayBracket: BitwiseCopyable, Equatable, Sendable {
  public var heads: Int64 = 0
  public var pay: Int64 = 0

  public init() {}

  /// Eight brackets for each doubling of pay, each from 1/8 to 1/15 of its pay wide.
  @inlinable static var stepsPerOctave: Int { 8 }

  /// For all pay that a record can hold.
  @inlinable public static var count: Int { 31 * stepsPerOctave }

  /// The bracket of a month's pay. What stands in the number's leading bits, so that no logarithm rounds it.
  @inlinable @inline(__always)
  public static func of(_ wage: Int32) -> Int {
    guard wage > 0 else { return 0 }
    let octave = 31 - wage.leadingZeroBitCount
    let above = Int(wage) - 1 << octave
    return octave * stepsPerOctave + (above * stepsPerOctave) >> octave
  }

  public static func += (sum: inout PayBracket, other: PayBracket) {
    sum.heads += other.heads
    sum.pay += other.pay
  }
}

extension Column<PayBracket> {
  /// A job of this pay begins (`sign` 1) or ends (−1).
  @inlinable @inline(__always)
  public func count(_ sign: Int64, wage: Int32) {
    let bracket = PayBracket.of(wage)
    self[bracket].heads += sign
    self[bracket].pay += sign * Int64(wage)
  }

  /// Nobody is paid anything.
  public func clear() {
    for bracket in 0..<count { self[bracket] = PayBracket() }
  }
}
