import Kernel

/// The employer's tax on formal pay, on the declared part of the wage.
package struct SocialTax: Lever, RateOrScale {
  package var rate: Double?
  package var scale: String?

  package init() {}

  package static let kindName = "social_tax"
  package static let meaning = "Social tax that employers pay on formal pay."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<SocialTax>] = [
    .optionalNumber(
      "rate", \.rate, .share, 0...0.9, "Flat rate of the tax; leave it out when a scale is named."),
    .taxScale("scale", \.scale, "Name of a scale in the table of tax scales."),
  ]
}

extension SocialTax {
  package static var trials: [LeverTrial] {
    [
      LeverExpectation.taxes.more(
        "social tax 50 %",
        reformed { law in
          law.scale = nil
          law.rate = 0.5
        }),
      LeverExpectation.taxes.less(
        "no social tax",
        reformed { law in
          law.scale = nil
          law.rate = 0
        }),
    ]
  }
}
