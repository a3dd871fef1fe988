/// A sum of hinges, `f(x) = Σ increment · max(0, x − threshold)`: any piecewise linear function that is 0
/// at 0. Without a branch, and of fixed size, so that the day loop can hold it by value.
@frozen public struct HingeSum: BitwiseCopyable, Sendable, Equatable {
  @usableFromInline var thresholds = SIMD8<Double>(repeating: .greatestFiniteMagnitude)
  @usableFromInline var increments = SIMD8<Double>(repeating: 0)

  @inlinable public init() {}

  @inlinable @inline(__always)
  public func callAsFunction(_ x: Double) -> Double {
    let above = SIMD8(repeating: x) - thresholds
    let parts = (above * increments).replacing(with: 0, where: above .< 0)
    // A fixed order of addition: the same bits on every processor.
    let halves = parts.lowHalf + parts.highHalf
    let quarters = halves.lowHalf + halves.highHalf
    return quarters.x + quarters.y
  }

  mutating func set(_ position: Int, threshold: Double, increment: Double) {
    thresholds[position] = threshold
    increments[position] = increment
  }
}

/// A tax on pay that rises by marginal rates: piecewise linear, 0 at 0.
///
/// Thresholds are of monthly pay.
@frozen public struct MarginalTax: BitwiseCopyable, Sendable, Equatable {
  package static let mostBrackets = 8

  @usableFromInline var tax = HingeSum()
  /// What must be added to a net pay, or taken from a cost, to come to the pay.
  @usableFromInline var toNet = HingeSum()
  @usableFromInline var toCost = HingeSum()
  private var bracketCount = 0
  private var lastRate = 0.0

  /// No tax.
  package init() {}

  package init(flat rate: Double, above threshold: Double = 0) {
    append(above: threshold, rate: rate)
  }

  /// Adds a bracket above the ones before it.
  ///
  /// What is added to pay may be more than the pay itself. From a rate of 1 on no pay leaves a given net, so
  /// ``pay(leaving:)`` is then not to be asked.
  package mutating func append(above threshold: Double, rate: Double) {
    precondition(bracketCount < Self.mostBrackets, "a scale has at most eight brackets")
    let due = tax(threshold)
    tax.set(bracketCount, threshold: threshold, increment: rate - lastRate)
    toNet.set(
      bracketCount, threshold: threshold - due,
      increment: 1 / Self.left(of: rate) - 1 / Self.left(of: lastRate))
    toCost.set(
      bracketCount, threshold: threshold + due, increment: 1 / (1 + rate) - 1 / (1 + lastRate))
    lastRate = rate
    bracketCount += 1
  }

  /// What is left of a unit more of pay.
  private static func left(of rate: Double) -> Double { max(1 - rate, 1e-9) }

  /// Tax due on a month's pay, in money.
  @inlinable @inline(__always)
  public func amount(on pay: Double) -> Double { tax(pay) }

  /// Tax due on whole units of pay, in whole units.
  @inlinable @inline(__always)
  public func wholeAmount(on pay: Int32) -> Int64 { Int64(tax(Double(pay)) + 0.5) }

  /// The pay from which `net` is left: solves pay − tax(pay) = net, for `net` ≥ 0.
  @inlinable @inline(__always)
  public func pay(leaving net: Double) -> Double { net + toNet(net) }

  /// The pay that costs `total` with the tax on top: solves pay + tax(pay) = total, for `total` ≥ 0.
  @inlinable @inline(__always)
  public func pay(costing total: Double) -> Double { total + toCost(total) }

  /// The same tax when only `share` of the pay is declared, plus `extra` of all pay.
  package func declared(_ share: Double, plus extra: Double) -> MarginalTax {
    var result = MarginalTax()
    let declared = (0..<bracketCount).map {
      (above: tax.thresholds[$0] / share, increment: tax.increments[$0] * share)
    }
    if share == 0 || declared.first.map({ $0.above > 0 }) ?? true {
      result.append(above: 0, rate: extra)
    }
    guard share > 0 else { return result }
    var rate = extra
    for bracket in declared {
      rate += bracket.increment
      result.append(above: bracket.above, rate: rate)
    }
    return result
  }
}
