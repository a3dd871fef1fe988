import Kernel

/// Origins whose citizens may work as natives may, without any permit.
package struct FreeMovement: LeverType {
  package var origins: [String] = []

  package init() {}

  package static let kindName = "free_movement"
  package static let meaning = "Gives citizens of some origins free access to the labour market."
  package static let overlap = Overlap.allHold
  package static let keys: [Key<FreeMovement>] = [
    .names(
      "origins", \.origins, .origins, "Origins whose citizens have free movement; all if left out.")
  ]

  package init?(lever: Lever) {
    guard case .freeMovement(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .freeMovement(self) }
}
