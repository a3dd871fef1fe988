import Kernel

/// How freely migrants of each status may turn to another employer.
package struct Mobility: LeverType {
  package var bound = 0.0
  package var irregular = 0.0
  package var freeAfterMonths = 0

  package init() {}

  package static let kindName = "mobility"
  package static let meaning = "Sets the share of outside offers that migrants may take, by status."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Mobility>] = [
    .number(
      "bound", \.bound, .share, 0...1,
      "Share of outside offers open to a migrant tied to one employer by a permit or card; 1 is as free as natives."
    ),
    .number(
      "irregular", \.irregular, .share, 0...1,
      "Share of outside offers open to a migrant who works without authorisation, has no rights and hides."
    ),
    .count(
      "free_after", \.freeAfterMonths, .months, 0...1200, optional: true,
      "Months of lawful work in one job after which a tied migrant may take any job; 0, the default, is never."
    ),
  ]

  package init?(lever: Lever) {
    guard case .mobility(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .mobility(self) }
}
