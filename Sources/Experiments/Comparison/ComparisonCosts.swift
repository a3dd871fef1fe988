import Inputs
import Measurement
import Results

/// What public money an effect costs: a ratio of two differences, with Fieller's interval.
extension ComparisonStatistics {
  private static let spending = NationalIndicator.netFiscal

  /// Net cost to the budget for each person more legalised, and for each irregular job-year avoided;
  /// only where luck leaves the sign of the effect no doubt.
  func costs(variant: Int) -> [Effect] {
    let months = monthsAfter(variant: variant)
    guard let money = column(Self.spending), firstDifference(variant: variant) != nil else {
      return []
    }
    func difference(_ column: Int, _ months: [Int]) -> [Double?] {
      zip(means(runs[variant], column, months), means(runs[0], column, months)).map { new, old in
        new.flatMap { new in old.map { new - $0 } }
      }
    }
    let length = Double(months.count)
    let spent = difference(money, months).map { $0.map { -$0 } }
    var costs: [Effect] = []
    if let legalised = column(.legalisedCumulative), let last = months.last {
      costs.append(
        cost(
          variant, "person legalised", of: spent.map { $0.map { $0 * length } },
          for: difference(legalised, [last])))
    }
    if let irregular = column(.irregularWork) {
      costs.append(
        cost(
          variant, "irregular job-year avoided", of: spent.map { $0.map { $0 * 12 } },
          for: difference(irregular, months).map { $0.map { -$0 } }))
    }
    return costs.filter { $0.estimates.first?.lower != nil }
  }

  private func column(_ name: NationalIndicator) -> Int? {
    indicators.firstIndex { $0.name == name.name }
  }

  private func cost(
    _ variant: Int, _ effect: String, of spent: [Double?], for gained: [Double?]
  ) -> Effect {
    // Second lives of worlds tell of luck alone.
    let known = zip(spent, gained).prefix(pairs.lives.replicates).compactMap {
      spent, gained -> (Double, Double)? in
      spent.flatMap { spent in gained.map { (spent, $0) } }
    }
    return Effect(
      variant: variant, dimension: Effect.cost, member: effect, indicator: Self.spending.name,
      unit: IndicatorUnit.money.text(money: self.money.currency.code), periods: [Effect.after],
      estimates: [Ratio(known.map(\.0), known.map(\.1), quantiles: pairs.quantiles).estimate])
  }
}

/// A ratio of two means over the same replicates, with the interval of Fieller (1954).
package struct Ratio {
  /// The ratio as a difference, with its interval.
  package let estimate: Estimate

  /// - Parameter quantiles: Student's, by number of pairs.
  ///
  /// Without an interval, and so without a value, where that of the divisor holds 0.
  package init(_ above: [Double], _ below: [Double], quantiles: [Double]) {
    let count = Double(above.count)
    guard above.count > 1, let a = above.mean, let b = below.mean else {
      estimate = Estimate()
      return
    }
    func product(_ one: [Double], _ meanOne: Double, _ two: [Double], _ meanTwo: Double) -> Double {
      zip(one, two).reduce(0) { $0 + ($1.0 - meanOne) * ($1.1 - meanTwo) } / (count - 1) / count
    }
    let square = quantiles[above.count] * quantiles[above.count]
    let denominator = b * b - square * product(below, b, below, b)
    guard denominator > 0 else {
      estimate = Estimate()
      return
    }
    let middle = a * b - square * product(above, a, below, b)
    let inner = a * a - square * product(above, a, above, a)
    let reach = max(0, middle * middle - denominator * inner).squareRoot()
    estimate = Estimate(
      difference: a / b, lower: (middle - reach) / denominator,
      upper: (middle + reach) / denominator, replicates: above.count)
  }
}
