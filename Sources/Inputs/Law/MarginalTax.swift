/// A tax on pay that rises by marginal rates: piecewise linear, 0 at 0.
///
/// Thresholds are KZT a month. Trivial and of fixed size, so that the day loop can hold it by value.
@frozen package struct MarginalTax: BitwiseCopyable, Sendable {
  package static let mostBrackets = 8

  @usableFromInline var thresholds: InlineArray<8, Double>
  @usableFromInline var rates: InlineArray<8, Double>
  /// Tax due at each threshold.
  @usableFromInline var dues: InlineArray<8, Double>
  @usableFromInline var bracketCount: Int

  /// No tax.
  package init() {
    thresholds = .init(repeating: 0)
    rates = .init(repeating: 0)
    dues = .init(repeating: 0)
    bracketCount = 0
  }

  package init(flat rate: Double, above threshold: Double = 0) {
    self.init()
    append(above: threshold, rate: rate)
  }

  /// Adds a bracket above the ones before it.
  package mutating func append(above threshold: Double, rate: Double) {
    precondition(bracketCount < Self.mostBrackets, "a scale has at most eight brackets")
    dues[bracketCount] = amount(on: threshold)
    thresholds[bracketCount] = threshold
    rates[bracketCount] = rate
    bracketCount += 1
  }

  /// Tax due on a month's pay, KZT.
  @inlinable package func amount(on pay: Double) -> Double {
    var position = bracketCount - 1
    while position >= 0, pay <= thresholds[position] { position -= 1 }
    guard position >= 0 else { return 0 }
    return dues[position] + (pay - thresholds[position]) * rates[position]
  }

  /// Tax due on whole tenge of pay, in whole tenge.
  @inlinable @inline(__always)
  package func wholeAmount(on pay: Int32) -> Int64 { Int64(amount(on: Double(pay)) + 0.5) }

  /// The pay from which `net` is left: solves pay − tax(pay) = net, for `net` ≥ 0.
  @inlinable package func pay(leaving net: Double) -> Double { solve(net, sign: -1) }

  /// The pay that costs `total` with the tax on top: solves pay + tax(pay) = total, for `total` ≥ 0.
  @inlinable package func pay(costing total: Double) -> Double { solve(total, sign: 1) }

  @inlinable func solve(_ target: Double, sign: Double) -> Double {
    var position = bracketCount - 1
    while position >= 0, target <= thresholds[position] + sign * dues[position] { position -= 1 }
    guard position >= 0 else { return target }
    let reached = thresholds[position] + sign * dues[position]
    return thresholds[position] + (target - reached) / (1 + sign * rates[position])
  }

  /// The same tax when only `share` of the pay is declared, plus `extra` of all pay.
  package func declared(_ share: Double, plus extra: Double) -> MarginalTax {
    var result = MarginalTax()
    if bracketCount == 0 || thresholds[0] > 0 || share == 0 { result.append(above: 0, rate: extra) }
    guard share > 0 else { return result }
    for position in 0..<bracketCount {
      result.append(above: thresholds[position] / share, rate: rates[position] * share + extra)
    }
    return result
  }
}

extension MarginalTax: Equatable {
  package static func == (a: MarginalTax, b: MarginalTax) -> Bool {
    guard a.bracketCount == b.bracketCount else { return false }
    for position in 0..<a.bracketCount
    where a.thresholds[position] != b.thresholds[position]
      || a.rates[position] != b.rates[position]
    {
      return false
    }
    return true
  }
}
