/// The luck of one run: every random number of the simulated world is a pure function of it and of
/// who draws, for which purpose, on which occasion of that life, with which index.
///
/// Two runs of equal seed and replicate therefore share each draw until behaviour itself differs, on
/// any number of threads. `Purpose` is the caller's enumeration; the Kernel knows no purposes.
public struct Luck: Sendable, Equatable {
  @usableFromInline let key0: UInt32
  @usableFromInline let key1: UInt32

  /// - Parameter replicate: 0 for the run itself, 1, 2, … for its repetitions with other luck.
  public init(seed: UInt64, replicate: UInt32) {
    // The replicate passes through the cipher once, so that neighbouring keys are unrelated.
    let mixed = Philox.bits(
      counter: (replicate, 0x6B6F_7368, 0, 0),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    (key0, key1) = (mixed.0, mixed.1)
  }

  /// 128 random bits.
  @inlinable @inline(__always)
  public func words(
    _ who: UInt32, _ purpose: UInt32, occasion: UInt32 = 0, index: UInt32 = 0
  ) -> Philox.Words {
    Philox.bits(counter: (who, purpose, occasion, index), key: (key0, key1))
  }

  /// 64 random bits.
  @inlinable @inline(__always)
  public func bits(
    _ who: UInt32, _ purpose: UInt32, occasion: UInt32 = 0, index: UInt32 = 0
  ) -> UInt64 {
    let words = words(who, purpose, occasion: occasion, index: index)
    return UInt64(words.0) << 32 | UInt64(words.1)
  }

  /// Uniform on the open interval (0, 1), a multiple of 2⁻⁵³ offset by half of it.
  @inlinable @inline(__always)
  public func uniform(
    _ who: UInt32, _ purpose: UInt32, occasion: UInt32 = 0, index: UInt32 = 0
  ) -> Double {
    openUniform(bits(who, purpose, occasion: occasion, index: index))
  }
}

/// 64 random bits as a number of the open interval (0, 1).
@inlinable @inline(__always)
public func openUniform(_ bits: UInt64) -> Double {
  // 52 bits and a half step: with 53 the largest would round to 1.
  (Double(bits >> 12) + 0.5) * 0x1p-52
}

/// 32 random bits as a number of the open interval (0, 1).
@inlinable @inline(__always)
public func openUniform(_ bits: UInt32) -> Double {
  (Double(bits) + 0.5) * 0x1p-32
}

/// Rounds to one of the two neighbouring whole numbers so that the mean is kept exactly.
///
/// - Parameter uniform: a keyed draw on (0, 1); with equal draws the result rises with `value`.
@inlinable @inline(__always)
public func unbiasedRounding(_ value: Double, _ uniform: Double) -> Int {
  let below = value.rounded(.down)
  return Int(below) + (uniform < value - below ? 1 : 0)
}

/// A bijective scramble of 32 bits: spreads identities over tables without collisions of the whole word.
///
/// Constants of C. Wellons' search for low-bias integer hashes ("lowbias32").
@inlinable @inline(__always)
public func scrambled(_ identity: UInt32) -> UInt32 {
  var x = identity
  x ^= x >> 16
  x = x &* 0x7FEB_352D
  x ^= x >> 15
  x = x &* 0x846C_A68B
  x ^= x >> 16
  return x
}
