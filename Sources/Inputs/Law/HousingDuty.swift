import Kernel

/// How much of the cost of housing the lawful migrants whom they sponsor employers must bear.
@usableFromInline package struct HousingDuty: Lever {
  /// Where no measure says otherwise, employers bear all of it.
  @usableFromInline package var share = 1.0

  package init() {}

  package static let kindName = "housing_duty"
  package static let meaning =
    "Sets how much of the cost of housing lawful migrant workers their employers must bear; all of it where no such "
    + "measure holds."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<HousingDuty>] = [
    .number(
      "share", \.share, .share, 0...1,
      "Share of the cost of housing a lawful migrant worker (`behaviour.hiring.housing_cost`) that the employer bears."
    )
  ]
}

extension HousingDuty {
  package func noEffect(on days: [Day], in country: Country) -> String? {
    share == 1 ? "employers bear all of the cost without it" : nil
  }

  package static var trials: [LeverTrial] {
    let row = LeverExpectation(
      "employer's housing duty", irregular: .up, revenue: .down, wage: .down, natives: .none)
    return [row.less("none", reformed { $0.share = 0 })]
  }
}
