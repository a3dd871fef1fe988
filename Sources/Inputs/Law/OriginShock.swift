import Kernel

/// A driver, not a lever: life at home gets worse or better for a time.
package struct OriginShock: LeverType {
  package var size = 1.0
  package var origins: [String] = []

  package init() {}

  package static let kindName = "origin_shock"
  package static let meaning = "Multiplies what people of some origins expect to earn at home."
  package static let overlap = Overlap.allHold
  package static let keys: [Key<OriginShock>] = [
    .number(
      "factor", \.size, .factor, 0.05...5, "Incomes at home, relative to those without the shock."),
    .names("origins", \.origins, .origins, "Origins that the shock hits; all if left out."),
  ]

  package var noEffect: String? { size == 1 ? "it multiplies home incomes by 1" : nil }

  package init?(lever: Lever) {
    guard case .originShock(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .originShock(self) }
}
