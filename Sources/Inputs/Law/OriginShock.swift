import Kernel

/// A driver, not a lever: life at home gets worse or better for a time.
package struct OriginShock: Lever {
  package var size = 1.0
  package var origins = Members.all

  package init() {}

  package static let kindName = "origin_shock"
  package static let meaning = "Multiplies what people of some origins expect to earn at home."
  package static let overlap = Overlap.allHold
  package static let isEvent = true
  package static let keys: [Key<OriginShock>] = [
    .number(
      "factor", \.size, .factor, 0.05...5, "Incomes at home, relative to those without the shock."),
    .names("origins", \.origins, .origins, "Origins that the shock hits; all if left out."),
  ]

  package var noEffect: String? { size == 1 ? "it multiplies home incomes by 1" : nil }
}

extension OriginShock {
  package static var trials: [LeverTrial] {
    let row = LeverExpectation(
      "origin and demand shocks", irregular: .up, revenue: .unknown, wage: .down,
      natives: .unknown)
    return [
      row.more("home incomes halved", reformed { $0.size = 0.5 }),
      row.less("home incomes doubled", reformed { $0.size = 2 }),
    ]
  }
}

extension Inputs {
  /// What people of each origin earn at home on a day, money a month.
  package func homeIncomes(on day: Day) -> [Double] {
    // By the month, so that a measure in its midst moves nothing but what it says.
    let years = Double(max(day, run.from).firstOfMonth - run.from) / Rates.daysPerYear
    let shocks: [OriginShock] = measures(on: day).all()
    return country.origins.enumerated().map { place, origin in
      let shock = shocks.reduce(1) { $1.origins.contains(place) ? $0 * $1.size : $0 }
      return origin.homeIncome * exactPow(1 + origin.homeGrowth, years) * shock
    }
  }
}
