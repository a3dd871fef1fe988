import Inputs

extension CountryReader {
  /// Costs, ties and seasons of those who come, once the names they refer to are good.
  func readOriginTables(
    _ country: inout Country, namesAreGood: Bool, into findings: inout Findings
  ) {
    let journeys = rows("journeys", JourneyRow.self, into: &findings) ?? []
    let ties = rows("sector_ties", SectorTieRow.self, into: &findings) ?? []
    let departures = rows("departures", DepartureRow.self, into: &findings) ?? []
    guard namesAreGood else { return }
    let origins = country.origins.map(\.name)
    country.journeyCosts = pairs(
      journeys, "journeys",
      Pair(
        first: ("origin", \.origin, origins),
        second: ("region", \.region, country.regions.map(\.name)), value: \.cost),
      into: &findings)
    country.sectorTies = pairs(
      ties, "sector_ties",
      Pair(
        first: ("origin", \.origin, origins),
        second: ("sector", \.sector, country.sectors.map(\.name)), value: \.tie),
      into: &findings)
    country.departures = monthly(
      departures, "departures", "origin", \.origin, \.months, names: origins, into: &findings)
  }

  func checkOrigins(
    _ origins: [TableReader<Origin>.Placed], into findings: inout Findings
  ) {
    checkSum(origins, "origins", "potential_share", \.potentialShare, into: &findings)
    checkSum(origins, "origins", "present_share", \.presentShare, into: &findings)
    checkSum(origins, "origins", "permit_share", \.permitShare, into: &findings)
    for origin in origins {
      checkSkills(
        origin, origin.row.name, origin.row.skilledShare + origin.row.specialistShare,
        into: &findings)
    }
  }

  /// A column of shares that sums to 1.
  func checkSum<Row>(
    _ rows: [TableReader<Row>.Placed], _ table: String, _ column: String,
    _ value: (Row) -> Double, into findings: inout Findings
  ) {
    let sum = rows.reduce(0) { $0 + value($1.row) }
    guard (sum - 1).magnitude > CountryReader.tolerance, let first = rows.first else { return }
    findings.error(
      first.cellPlaces[column] ?? first.place,
      TableFault.sum(
        "the column '\(column)' of table '\(table)'",
        is: "sums to \(CountryReader.tidy(sum).plainText)", should: "sum to 1"))
  }
}
