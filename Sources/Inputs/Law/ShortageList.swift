import Kernel

/// Sectors short of labour, whose employers need no labour-market test for workers of some skills.
package struct ShortageList: LeverType {
  package var sectors: [String] = []
  package var skills: [String] = []

  package init() {}

  package static let kindName = "shortage_list"
  package static let meaning =
    "Exempts employers of some sectors and skills from the labour-market test before a permit."
  package static let overlap = Overlap.allHold
  package static let keys: [Key<ShortageList>] = [
    .names("sectors", \.sectors, .sectors, "Sectors on the shortage list; all if left out."),
    .names(
      "skills", \.skills, .skills, "Skills of the workers on the shortage list; all if left out."),
  ]

  package init?(lever: Lever) {
    guard case .shortageList(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .shortageList(self) }
}
