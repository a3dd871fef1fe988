import Inputs
import Kernel

/// A row of `sector_shares`.
struct SectorShareRow: TableRow {
  var region = ""
  var sector = ""
  var share = 0.0

  static let blank = SectorShareRow()
  static let columns: [Key<SectorShareRow>] = [
    .text("region", \.region, "Name of the region."),
    .text("sector", \.sector, "Name of the sector."),
    .number(
      "share", \.share, .share, 0...1, "Share of the region's employment that is in the sector."),
  ]
}

/// A row of `seasons`.
struct SeasonRow: TableRow {
  var sector = ""
  var months = [Double](repeating: 1, count: 12)

  static let blank = SeasonRow()
  static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  static let columns: [Key<SeasonRow>] =
    [.text("sector", \.sector, "Name of the sector.")]
    + monthNames.enumerated().map { index, name in
      .number(
        name, \.months[index], .factor, 0.01...12,
        "Factor of the month, relative to the year's average.")
    }
}

/// A row of `sector_demand`.
struct SectorDemandRow: TableRow {
  var sector = ""
  var date = Day(number: 0)
  var demand = 1.0

  static let blank = SectorDemandRow()
  static let columns: [Key<SectorDemandRow>] = [
    .text("sector", \.sector, "Name of the sector."),
    .date("date", \.date, "Day to which the row belongs."),
    .number(
      "demand", \.demand, .factor, 0.01...100,
      "Posts wanted in the sector beside the national trend, relative to those of its first date; linear between dates."
    ),
  ]
}

/// A row of `police`.
struct PoliceRow: TableRow {
  var region = ""
  var from = Day(number: 0)
  var strength = 1.0

  static let blank = PoliceRow()
  static let columns: [Key<PoliceRow>] = [
    .text("region", \.region, "Name of the region."),
    .date("from", \.from, "First day on which the row holds, until the region's next row."),
    .number(
      "strength", \.strength, .factor, 0...1000,
      "Checks that the region's police make, relative to what policing says."),
  ]
}

/// A row of `journeys`.
struct JourneyRow: TableRow {
  var origin = ""
  var region = ""
  var cost = 0.0

  static let blank = JourneyRow()
  static let columns: [Key<JourneyRow>] = [
    .text("origin", \.origin, "Name of the origin."),
    .text("region", \.region, "Name of the region."),
    .number(
      "cost", \.cost, .money, 0...1e9,
      "Cost of the journey and of those who arrange it, in money of the reference year."),
  ]
}

/// A row of `sector_ties`.
struct SectorTieRow: TableRow {
  var origin = ""
  var sector = ""
  var tie = 1.0

  static let blank = SectorTieRow()
  static let columns: [Key<SectorTieRow>] = [
    .text("origin", \.origin, "Name of the origin."),
    .text("sector", \.sector, "Name of the sector."),
    .number(
      "tie", \.tie, .factor, 0...100,
      "How much more often than others people of the origin work in the sector."),
  ]
}

/// A row of `departures`.
struct DepartureRow: TableRow {
  var origin = ""
  var months = [Double](repeating: 1, count: 12)

  static let blank = DepartureRow()
  static let columns: [Key<DepartureRow>] =
    [.text("origin", \.origin, "Name of the origin.")]
    + SeasonRow.monthNames.enumerated().map { index, name in
      .number(
        name, \.months[index], .factor, 0...12,
        "Factor of the month, relative to the year's average.")
    }
}

/// A row of `tax_scales`.
struct TaxScaleRow: TableRow {
  var scale = ""
  var above = 0.0
  var rate = 0.0

  static let blank = TaxScaleRow()
  static let columns: [Key<TaxScaleRow>] = [
    .text("scale", \.scale, "Name of the tax scale."),
    .number(
      "above", \.above, .legalSum, 0...1e9,
      "Monthly income at which the bracket begins, a sum of the law."),
    .number("rate", \.rate, .share, 0...0.95, "Marginal rate on income above the threshold."),
  ]
}
