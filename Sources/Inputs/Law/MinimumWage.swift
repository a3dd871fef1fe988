import Kernel

/// A minimum wage other than the one in the table of legal amounts. It binds formal contracts only.
package struct MinimumWage: Lever {
  package var amount = 0.0

  package init() {}

  package static let kindName = "minimum_wage"
  package static let meaning =
    "Replaces the minimum wage of the table, which applies to formal contracts only."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<MinimumWage>] = [
    .number("amount", \.amount, .pay, 0...10_000_000, "Lowest gross pay of a formal full-time job.")
  ]
}

extension MinimumWage {
  package func noEffect(on days: [Day], in country: Country) -> String? {
    days.allSatisfy { country.minimumWage(on: $0) == amount }
      ? "the table of amounts says the same" : nil
  }

  /// One that was meant to raise falls below the table's in later years.
  package func oddity(on days: [Day], in country: Country) -> String? {
    for day in days {
      guard let table = country.minimumWage(on: day), table > amount else { continue }
      return
        "lowers the minimum wage from \(day) on: it is \(amount.plainText), the table says "
        + "\(table.plainText). Write an 'until' if that is not meant"
    }
    return nil
  }
}

extension Country {
  /// The table's on a day; nil before its first row.
  fileprivate func minimumWage(on day: Day) -> Double? {
    amounts.last { $0.from <= day }?.minimumWage
  }
}
