import Kernel

/// The employer's tax on formal pay, on the declared part of the wage.
package struct SocialTax: LeverType {
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
    case (.some, .some): "gives both a rate and a scale. Keep one of them"
    case (nil, nil): "gives neither a rate nor a scale. Write rate: 0 % for no tax"
    default: nil
    }
  }

  package init?(lever: Lever) {
    guard case .socialTax(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .socialTax(self) }
}
