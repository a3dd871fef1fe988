import Kernel

/// What may be deducted from the wage before income tax.
package enum TaxAllowance: String, Sendable, CaseIterable {
  case none
  case minimumWage = "minimum_wage"
  case indexUnit = "index_unit"
}

/// Personal income tax on the contract wage: a flat rate, or a scale, above an allowance.
///
/// The month's wage is taxed by itself, an annual scale over twelve, without a yearly settlement.
package struct IncomeTax: Lever, RateOrScale {
  package var rate: Double?
  package var scale: String?
  package var allowance = TaxAllowance.none

  package init() {}

  package static let kindName = "income_tax"
  package static let meaning = "Personal income tax on formal pay."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<IncomeTax>] = [
    .optionalNumber(
      "rate", \.rate, .share, 0...0.9, "Flat rate of the tax; leave it out when a scale is named."),
    .taxScale("scale", \.scale, "Name of a progressive scale in the table of tax scales."),
    .choice("allowance", \.allowance, "Amount that is free of income tax each month."),
  ]
}

extension IncomeTax {
  package static var trials: [LeverTrial] {
    [
      LeverExpectation.taxes.more(
        "income tax 50 % of all pay",
        reformed { law in
          law.scale = nil
          law.rate = 0.5
          law.allowance = .none
        }),
      LeverExpectation.taxes.less(
        "no income tax",
        reformed { law in
          law.scale = nil
          law.rate = 0
        }),
    ]
  }
}
