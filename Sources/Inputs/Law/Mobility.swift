import Kernel

/// How freely migrants of each status may turn to another employer.
@usableFromInline package struct Mobility: Lever {
  @usableFromInline package var bound = 0.0
  @usableFromInline package var irregular = 0.0
  package var freeAfterMonths = 0

  package init() {}

  package static let kindName = "mobility"
  package static let meaning = "Sets the share of outside offers that migrants may take, by status."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Mobility>] = [
    .number(
      "bound", \.bound, .share, 0...1,
      "Share of outside offers open to a migrant tied to one employer by a permit or card; 1 is as free as natives."
    ),
    .number(
      "irregular", \.irregular, .share, 0...1,
      "Share of outside offers open to a migrant who works without authorisation, has no rights and hides."
    ),
    .count(
      "free_after", \.freeAfterMonths, .months, 0...1200, optional: true,
      "Months of lawful work in one job after which a tied migrant may take any job; 0, the default, is never."
    ),
  ]
}

extension Mobility {
  /// Days of lawful work after which a bound worker is free; 0 is never.
  package var freeAfterDays: Int {
    Int(Double(freeAfterMonths) * Rates.daysPerMonth + 0.5)
  }

  package static var trials: [LeverTrial] {
    [
      LeverExpectation.freedom.more("bound workers as free as natives", reformed { $0.bound = 1 }),
      LeverExpectation.freedom.less("bound workers may never change", reformed { $0.bound = 0 }),
      LeverExpectation.freedom.more(
        "free after a month of lawful work", reformed { $0.freeAfterMonths = 1 }),
      LeverExpectation.protection.more(
        "irregulars as mobile as natives", reformed { $0.irregular = 1 }),
      LeverExpectation.protection.less(
        "irregulars may never change", reformed { $0.irregular = 0 }),
    ]
  }
}
