import Inputs
import Kernel

/// A scenario's tables → the country, with all that must hold between them.
struct CountryReader {
  /// A table, and where the scenario names it.
  struct Source: Sendable {
    var table: CSVText
    var place: Place

    /// The table's header, for faults of the whole table.
    var start: Place { table.rows.first?.first?.place ?? place }
  }

  var sources: [String: Source]
  /// The run's first day, if it could be read.
  var firstDay: Day?
  /// In what the country writes money and legal sums.
  var units: CountryUnits

  /// The country as far as it could be read, and the names that other parts may refer to.
  func read(into findings: inout Findings) -> (country: Country, names: ValueReader.Names) {
    var country = Country()
    var names = ValueReader.Names()
    let regions = rows("regions", Region.self, into: &findings)
    country.regions = regions?.map(\.row) ?? []
    NameChecks.check(regions ?? [], "region", \.name, into: &findings)
    let sectors = rows("sectors", Sector.self, into: &findings)
    NameChecks.check(sectors ?? [], "sector", \.name, into: &findings)
    country.sectors = sectors?.map(\.row) ?? []
    for sector in sectors ?? [] {
      checkSkills(
        sector, sector.row.name, sector.row.skilledShare + sector.row.specialistShare,
        into: &findings)
    }
    if let sectors {
      checkSum(sectors, "sectors", "migrant_share", \.migrantShare, into: &findings)
    }
    let shares = rows("sector_shares", SectorShareRow.self, into: &findings)
    let seasons = rows("seasons", SeasonRow.self, into: &findings)
    let demand = rows("sector_demand", SectorDemandRow.self, into: &findings)
    let police = rows("police", PoliceRow.self, into: &findings)
    // Without good names, faults of what refers to them would mislead.
    if regions != nil, sectors != nil {
      country.sectorShares = matrix(shares ?? [], country, into: &findings)
      country.seasons = seasonal(seasons ?? [], country, into: &findings)
      country.sectorDemand = sectorDemand(demand ?? [], country, into: &findings)
      country.policeStrength = policeStrength(police ?? [], country, into: &findings)
    }
    let origins = rows("origins", Origin.self, into: &findings)
    country.origins = origins?.map(\.row) ?? []
    NameChecks.check(origins ?? [], "origin", \.name, into: &findings)
    if let origins { checkOrigins(origins, into: &findings) }
    readOriginTables(
      &country, namesAreGood: regions != nil && sectors != nil && origins != nil, into: &findings)
    country.amounts = amounts(into: &findings)
    country.drivers = drivers(into: &findings)
    let scales = rows("tax_scales", TaxScaleRow.self, into: &findings)
    country.taxScales = taxScales(scales ?? [], into: &findings)
    NameChecks.check(scales ?? [], "scale", \.scale, into: &findings)
    names.regions = regions?.map(\.row.name)
    names.sectors = sectors?.map(\.row.name)
    names.origins = origins?.map(\.row.name)
    names.taxScales = scales.map { _ in country.taxScales.map(\.name) }
    return (country, names)
  }

  func rows<Row: TableRow>(
    _ name: String, _ type: Row.Type, into findings: inout Findings
  ) -> [TableReader<Row>.Placed]? {
    guard let source = sources[name], let format = TableFormat.named(name) else { return nil }
    var reader = TableReader<Row>(format: format, place: source.place, units: units)
    if units.index != nil { reader.needed = ["index_unit"] }
    return reader.read(source.table, into: &findings)
  }

  func checkSkills<Row>(
    _ row: TableReader<Row>.Placed, _ name: String, _ sum: Double, into findings: inout Findings
  ) {
    if sum > 1 + CountryReader.tolerance {
      findings.error(
        row.cellPlaces["skilled_share"] ?? row.place,
        TableFault.skills(name, sum: Quantity.rounded(sum, .factor, in: units)))
    }
  }

  private func amounts(into findings: inout Findings) -> [LegalAmounts] {
    guard let placed = rows("amounts", LegalAmounts.self, into: &findings) else { return [] }
    checkDates(placed, "amounts", \.from, "from", into: &findings)
    if units.index == nil, units.currency != nil,
      let column = placed.first?.cellPlaces["index_unit"]
    {
      findings.error(column, CountryFault.columnWithoutUnit)
    }
    return placed.map(\.row)
  }

  private func drivers(into findings: inout Findings) -> [Drivers] {
    guard let placed = rows("drivers", Drivers.self, into: &findings) else { return [] }
    checkDates(placed, "drivers", \.date, "date", into: &findings)
    if let first = placed.first, first.row.employmentTrend != 1 {
      findings.error(
        first.cellPlaces["employment_trend"] ?? first.place,
        TableFault.trendStart(first.row.employmentTrend.plainText))
    }
    return placed.map(\.row)
  }

  /// Dates rise, and the first is not after the run's first day.
  private func checkDates<Row>(
    _ placed: [TableReader<Row>.Placed], _ table: String, _ date: (Row) -> Day, _ column: String,
    into findings: inout Findings
  ) {
    for (row, next) in zip(placed, placed.dropFirst()) where date(next.row) <= date(row.row) {
      findings.error(
        next.cellPlaces[column] ?? next.place,
        TableFault.dateOrder("\(date(next.row))", before: "\(date(row.row))"))
    }
    if let first = placed.first, let firstDay, date(first.row) > firstDay {
      findings.error(
        first.cellPlaces[column] ?? first.place,
        TableFault.lateStart(table, first: "\(date(first.row))", run: "\(firstDay)"))
    }
  }

  /// Sums of decimal fractions miss by rounding alone within this.
  static let tolerance = 1e-6
}
