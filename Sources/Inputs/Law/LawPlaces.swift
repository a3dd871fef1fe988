/// Where a law holds: some regions and sectors, or all.
package struct LawPlaces: Sendable, Equatable {
  package var regions = Members.all
  package var sectors = Members.all

  package init() {}

  package var areAll: Bool { regions.isAll && sectors.isAll }

  /// Whether a market is among them, by the places of its region and sector.
  package func contain(region: Int, sector: Int) -> Bool {
    regions.contains(region) && sectors.contains(sector)
  }

  /// What a law of such places rules: that of all, or a thing of its own.
  func subjects(of kindName: String) -> [String] {
    if areAll { return [kindName] }
    let names = (regions.names + sectors.names).joined(separator: ", ")
    return ["\(kindName) in \(names)"]
  }

  /// The keys `regions` and `sectors` of a lever that has places.
  static func keys<L: Lever>(
    at path: WritableKeyPath<L, LawPlaces> & Sendable, regions: String, sectors: String
  ) -> [Key<L>] {
    [
      Key<LawPlaces>.names("regions", \.regions, .regions, regions).within(path),
      Key<LawPlaces>.names("sectors", \.sectors, .sectors, sectors).within(path),
    ]
  }
}
