import Kernel

/// The employer's tax on formal pay, on the declared part of the wage.
package struct SocialTax: Lever {
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

  package var contradiction: String? {
    switch (rate, scale) {
    case (.some, .some):
      "gives both a rate and a scale. Keep one; to take away one that is inherited, "
        + "write rate: none or scale: none"
    case (nil, nil): "gives neither a rate nor a scale. Write rate: 0 % for no tax"
    default: nil
    }
  }
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
