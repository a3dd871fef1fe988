import Kernel

/// A driver, not a lever: labour demand of some regions and sectors is higher or lower for a time.
package struct DemandShock: LeverType {
  package var size = 1.0
  package var regions: [String] = []
  package var sectors: [String] = []

  package init() {}

  package static let kindName = "demand_shock"
  package static let meaning = "Multiplies the posts wanted in some regions and sectors."
  package static let overlap = Overlap.allHold
  package static let keys: [Key<DemandShock>] = [
    .number(
      "factor", \.size, .factor, 0.05...5, "Posts wanted, relative to those without the shock."),
    .names("regions", \.regions, .regions, "Regions that the shock hits; all if left out."),
    .names("sectors", \.sectors, .sectors, "Sectors that the shock hits; all if left out."),
  ]

  package var noEffect: String? {
    size == 1 ? "it multiplies the posts wanted by 1" : nil
  }

  package init?(lever: Lever) {
    guard case .demandShock(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .demandShock(self) }
}
