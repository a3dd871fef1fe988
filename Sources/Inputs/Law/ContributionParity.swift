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
      "Part of the contributions on natives' pay that is due on migrants'.")
  ]

  package init?(lever: Lever) {
    guard case .contributionParity(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .contributionParity(self) }
}
