import Kernel

/// How far contributions are due for migrants too.
package struct ContributionParity: LeverType {
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

  package init?(lever: Lever) {
    guard case .contributionParity(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .contributionParity(self) }
}
