import Kernel

/// A minimum wage other than the one in the table of legal amounts. It binds formal contracts only.
package struct MinimumWage: LeverType {
  package var amount = 0.0

  package init() {}

  package static let kindName = "minimum_wage"
  package static let meaning =
    "Replaces the minimum wage of the table, which applies to formal contracts only."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<MinimumWage>] = [
    .number("amount", \.amount, .pay, 0...10_000_000, "Lowest gross pay of a formal full-time job.")
  ]

  package init?(lever: Lever) {
    guard case .minimumWage(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .minimumWage(self) }
}
