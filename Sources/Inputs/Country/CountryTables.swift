import Kernel

/// A row of a table file: a plain struct, with a key for each column.
package protocol TableRow: Sendable {
  /// A row before its cells are read.
  static var blank: Self { get }
  static var columns: [Key<Self>] { get }
}

extension Region: TableRow {
  package static let blank = Region(
    name: "", population: 0, populationNextYear: 0, incomeIndex: 0, migrantWeight: 0,
    tileColumn: 0, tileRow: 0)

  package static let columns: [Key<Region>] = [
    .text("region", \.name, "Name of the region."),
    .number(
      "population", \.population, .count, 1...1e10,
      "Population on 1 January of the reference year."),
    .number(
      "population_next_year", \.populationNextYear, .count, 1...1e10,
      "Population on 1 January of the following year."),
    .number(
      "income_index", \.incomeIndex, .factor, 0.01...100,
      "Income per head, relative to the national average."),
    .number(
      "migrant_weight", \.migrantWeight, .factor, 0...1000,
      "Demand for migrant workers in the region, relative to its labour force."),
    .count(
      "tile_column", \.tileColumn, .count, 0...99,
      "Column of the region on the report's tile map, counted from the left."),
    .count(
      "tile_row", \.tileRow, .count, 0...99,
      "Row of the region on the report's tile map, counted from the top."),
  ]
}

extension Sector: TableRow {
  package static let blank = Sector(
    name: "", employer: .firm, productivityIndex: 0, nativeReservationIndex: 0,
    ownAccountShare: 0, skilledShare: 0, specialistShare: 0, separationIndex: 0, auditIndex: 0,
    migrantShare: 0, permanentShare: 0, visibility: 0, injuryRate: 0)

  package static let columns: [Key<Sector>] = [
    .text("sector", \.name, "Name of the sector."),
    .choice("employer", \.employer, optional: false, "Kind of employer in the sector."),
    .number(
      "productivity_index", \.productivityIndex, .factor, 0.05...20,
      "Value of a month's work in the sector, relative to the national average."),
    .number(
      "native_reservation_index", \.nativeReservationIndex, .factor, 0.05...20,
      "Pay that natives ask for in the sector, relative to what they ask for on average."),
    .number(
      "own_account_share", \.ownAccountShare, .share, 0...1,
      "Share of the sector's workers who work on their own account."),
    .number(
      "skilled_share", \.skilledShare, .share, 0...1,
      "Share of the sector's workers who are skilled."),
    .number(
      "specialist_share", \.specialistShare, .share, 0...1,
      "Share of the sector's workers who are specialists; those neither skilled nor specialists are low-skilled."
    ),
    .number(
      "separation_index", \.separationIndex, .factor, 0.01...20,
      "How often jobs in the sector end, relative to the national average."),
    .number(
      "audit_index", \.auditIndex, .factor, 0...20,
      "How visible informal work in the sector is to tax and labour inspectors, relative to the national average."
    ),
    .number(
      "migrant_share", \.migrantShare, .share, 0...1,
      "Share of migrants' jobs that are in the sector; the column adds up to 1."),
    .number(
      "permanent_share", \.permanentShare, .share, 0...1,
      "Chance that a migrant's post in the sector is a permanent one."),
    .number(
      "visibility", \.visibility, .factor, 0...20,
      "How visible irregular work in the sector is to the police, relative to the average."),
    .number(
      "injury_rate", \.injuryRate, .rate, 0...1, "Rate of work injuries of a migrant in the sector."
    ),
    .number(
      "seasonal_share", \.seasonalShare, .share, 0...0.9, optional: true,
      "Share of the sector's posts, on average over the year, that exist only in the months whose factor in the table of seasons is at least 1; 0 without the column."
    ),
  ]
}

extension LegalAmounts: TableRow {
  package static let blank = LegalAmounts(from: Day(number: 0), indexUnit: 1, minimumWage: 0)

  package static let columns: [Key<LegalAmounts>] = [
    .date("from", \.from, "First day on which the row's amounts are in force, until the next row."),
    .number(
      "index_unit", \.indexUnit, .money, 0.0001...1e9, optional: true,
      "Worth of the unit in which laws write sums; no such column where laws write money."),
    .number("minimum_wage", \.minimumWage, .pay, 0...1e9, "Lowest gross pay of a formal job."),
  ]
}

extension Drivers: TableRow {
  package static let blank = Drivers(
    date: Day(number: 0), labourForce: 0, payIndex: 0, employmentTrend: 0, priceIndex: 0,
    exchangeRate: 0)

  package static let columns: [Key<Drivers>] = [
    .date("date", \.date, "Day to which the row belongs."),
    .number(
      "labour_force", \.labourForce, .count, 1...1e10,
      "Natives in the labour force; linear between dates."),
    .number(
      "pay_index", \.payIndex, .factor, 0.001...1e6,
      "Nominal pay and productivity, 1 in the reference year; a step on each date."),
    .number(
      "employment_trend", \.employmentTrend, .factor, 0.01...100,
      "Trend of posts wanted at an unchanged surplus, 1 on the first date; linear between dates."),
    .number(
      "price_index", \.priceIndex, .factor, 0.001...1e6,
      "Consumer prices, 1 in the reference year; linear between dates."),
    .number(
      "exchange_rate", \.exchangeRate, .factor, 0.000001...1e9,
      "Units of the currency per US dollar; a step on each date."),
  ]
}
