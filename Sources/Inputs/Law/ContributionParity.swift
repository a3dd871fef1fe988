import Kernel

/// How far contributions are due for migrants too.
package struct ContributionParity: Lever {
  package var part = 0.0

  package init() {}

  package static let kindName = "contribution_parity"
  package static let meaning =
    "Makes social insurance and pension contributions due on lawful migrants' pay as well."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<ContributionParity>] = [
    .number(
      "part", \.part, .share, 0...1,
      "Share of the contributions due on natives' pay that is due on lawful migrants' pay.")
  ]
}

extension ContributionParity {
  package static var needs: [LeverNeed] {
    [LeverNeed(Contributions.self, else: "no contributions are due while it holds")]
  }

  package static var trials: [LeverTrial] {
    [LeverExpectation.taxes.more("all contributions for migrants", reformed { $0.part = 1 })]
  }
}
