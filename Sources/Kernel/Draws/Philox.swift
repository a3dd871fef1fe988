/// Philox 4x32-10 of Salmon, Moraes, Dror and Shaw (2011): a bijection of 128-bit counters under a
/// 64-bit key whose outputs pass every published test for random numbers.
///
/// It has no state: a draw is a function of what it is for. Its known-answer vectors are a test.
public struct Philox: Sendable {
  /// Four 32-bit words: a counter going in, random bits coming out.
  public typealias Words = (UInt32, UInt32, UInt32, UInt32)

  @inlinable @inline(__always)
  public static func bits(counter: Words, key: (UInt32, UInt32)) -> Words {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let p0 = UInt64(c0) &* 0xD251_1F53
      let p1 = UInt64(c2) &* 0xCD9E_8D57
      let n0 = UInt32(truncatingIfNeeded: p1 >> 32) ^ c1 ^ k0
      let n2 = UInt32(truncatingIfNeeded: p0 >> 32) ^ c3 ^ k1
      c1 = UInt32(truncatingIfNeeded: p1)
      c3 = UInt32(truncatingIfNeeded: p0)
      c0 = n0
      c2 = n2
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }
}
