import Kernel

/// A driver, not a lever: labour demand of some regions and sectors is higher or lower for a time.
package struct DemandShock: Lever {
  package var size = 1.0
  package var regions = Members.all
  package var sectors = Members.all

  package init() {}

  package static let kindName = "demand_shock"
  package static let meaning = "Multiplies the posts wanted in some regions and sectors."
  package static let overlap = Overlap.allHold
  package static let isEvent = true
  package static let keys: [Key<DemandShock>] = [
    .number(
      "factor", \.size, .factor, 0.05...5, "Posts wanted, relative to those without the shock."),
    .names("regions", \.regions, .regions, "Regions that the shock hits; all if left out."),
    .names("sectors", \.sectors, .sectors, "Sectors that the shock hits; all if left out."),
  ]

  package var noEffect: String? {
    size == 1 ? "it multiplies the posts wanted by 1" : nil
  }
}

extension DemandShock {
  /// Whether it hits a market, by the places of its region and sector.
  package func hits(region: Int, sector: Int) -> Bool {
    regions.contains(region) && sectors.contains(sector)
  }
}
