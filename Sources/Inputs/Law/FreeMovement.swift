import Kernel

/// Origins whose citizens may work as natives may, without any permit.
package struct FreeMovement: Lever {
  package var origins = Members.all

  package init() {}

  package static let kindName = "free_movement"
  package static let meaning = "Gives citizens of some origins free access to the labour market."
  package static let overlap = Overlap.allHold
  package static let keys: [Key<FreeMovement>] = [
    .names(
      "origins", \.origins, .origins, "Origins whose citizens have free movement; all if left out.")
  ]
}

extension FreeMovement {
  package func noEffect(beside others: [FreeMovement], in country: Country) -> String? {
    origins.areIn(others.map(\.origins), count: country.origins.count)
      ? "its origins have free movement without it" : nil
  }

  package static var trials: [LeverTrial] {
    [LeverExpectation.entry.more("free movement for all", reformed { $0.origins = .all })]
  }
}

extension LawInForce {
  /// Whether citizens of an origin, by its place, may work as natives may.
  package func hasFreeMovement(origin: Int) -> Bool {
    freeMovement.contains { $0.origins.contains(origin) }
  }
}
