import Kernel

/// The tax on what firms and farms keep of the work that they pay for, as far as they declare it.
package struct ProfitTax: Lever {
  package var rate = 0.0

  package init() {}

  package static let kindName = "profit_tax"
  package static let meaning =
    "Tax on the declared surplus of firms and farms; private households do not pay it."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<ProfitTax>] = [
    .number("rate", \.rate, .share, 0...0.9, "Rate of the tax on declared surplus.")
  ]
}
