/// Whole units of money out of amounts that were multiplied: the one place where money is narrowed.
///
/// Records hold pay, savings and single payments in 32 bits, books hold sums in 64. A scenario whose pay or fines come near
/// these ends is refused when it is read; what comes near them all the same, by luck upon luck, stays at the end.
public enum WholeMoney {
  /// The most that a record holds as pay, savings or a single payment.
  @inlinable public static var most: Double { 2e9 }
  /// The most that a market's books hold as a sum: of 4,096 such sums the total still fits 64 bits.
  @inlinable public static var mostInSum: Int64 { 1 << 50 }

  /// The nearest whole amount that a record holds.
  @inlinable @inline(__always)
  public static func nearest(_ amount: Double) -> Int32 { whole(amount + 0.5) }

  /// The amount that a record holds, its fraction dropped.
  @inlinable @inline(__always)
  public static func whole(_ amount: Double) -> Int32 {
    Int32(max(-most, min(amount, most)))
  }

  /// A sum with one payment more, whose fraction is dropped.
  @inlinable @inline(__always)
  public static func sum(_ sum: Int64, adding amount: Double) -> Int64 {
    let limit = Double(mostInSum)
    let total = sum + Int64(max(-limit, min(amount, limit)))
    return max(-mostInSum, min(total, mostInSum))
  }
}
