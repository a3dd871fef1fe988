import Kernel

/// How freely migrants of each status may turn to another employer.
package struct Mobility: LeverType {
  package var bound = 0.0
  package var irregular = 0.0
  package var freeAfterMonths = 0

  package init() {}

  package static let kindName = "mobility"
  package static let meaning = "Sets what part of outside offers a migrant's status lets him take."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Mobility>] = [
    .number(
      "bound", \.bound, .share, 0...1,
      "Of one whose permit or card binds him to his employer; 1 is as free as natives."),
    .number(
      "irregular", \.irregular, .share, 0...1,
      "Of one who works without authorisation: he has no rights, and hides."),
    .count(
      "free_after", \.freeAfterMonths, .months, 0...1200, optional: true,
      "Months of lawful work in one job after which he is free to take any; 0, the default, is never."
    ),
  ]

  package init?(lever: Lever) {
    guard case .mobility(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .mobility(self) }
}
