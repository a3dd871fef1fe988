import Inputs

/// What a table file holds: the columns of its rows, and which of them say what a row is about.
struct TableFormat: Sendable {
  struct Column: Sendable {
    var name: String
    var kind: ValueKind
    var isWhole: Bool
    /// Whether a table may do without it.
    var isOptional: Bool
    var meaning: String
  }

  var name: String
  var meaning: String
  var columns: [Column]
  /// The columns that no two rows share.
  var identity: [String]
  /// More rows than any country needs would make a hang, not a simulation; and laws keep sets of regions,
  /// sectors and origins in words of 64 bits.
  var rowLimit: Int
  /// Whether a scenario may do without it.
  var isOptional: Bool

  init<Row: TableRow>(
    _ name: String, _ row: Row.Type, identity: [String], rowLimit: Int = 20_000,
    isOptional: Bool = false, _ meaning: String
  ) {
    self.rowLimit = rowLimit
    self.isOptional = isOptional
    self.name = name
    self.meaning = meaning
    self.identity = identity
    columns = Row.columns.map {
      Column(
        name: $0.name, kind: $0.kind, isWhole: $0.isWhole, isOptional: $0.isOptional,
        meaning: $0.meaning)
    }
  }

  /// Every table of a scenario, in the order in which they are read.
  static let all: [TableFormat] = [
    TableFormat(
      "regions", Region.self, identity: ["region"], rowLimit: 64,
      "Where permits bind, wages differ and police are stationed."),
    TableFormat(
      "sectors", Sector.self, identity: ["sector"], rowLimit: 50,
      "The sectors of the labour market."),
    TableFormat(
      "sector_shares", SectorShareRow.self, identity: ["region", "sector"],
      "The part of a region's employment that each sector holds; a region's shares sum to 1."),
    TableFormat(
      "seasons", SeasonRow.self, identity: ["sector"],
      "Posts wanted by month, to the year's mean; a sector's factors average 1."),
    TableFormat(
      "origins", Origin.self, identity: ["origin"], rowLimit: 40, "Where migrants come from."),
    TableFormat(
      "journeys", JourneyRow.self, identity: ["origin", "region"],
      "What it costs to come from an origin to a region."),
    TableFormat(
      "sector_ties", SectorTieRow.self, identity: ["origin", "sector"],
      "How much more than others an origin's people work in a sector."),
    TableFormat(
      "departures", DepartureRow.self, identity: ["origin"],
      "Seasonal factor of leaving home by month; an origin's factors average 1."),
    TableFormat(
      "amounts", LegalAmounts.self, identity: ["from"],
      "Amounts that laws refer to, each row in force until the next."),
    TableFormat(
      "drivers", Drivers.self, identity: ["date"],
      "The economy around the labour market, by date."),
    TableFormat(
      "tax_scales", TaxScaleRow.self, identity: ["scale", "above"],
      "Progressive scales of marginal rates on what exceeds each threshold."),
    TableFormat(
      "evidence", DocumentedFact.self, identity: ["id", "fact"], rowLimit: 1000, isOptional: true,
      "What documents say, printed beside the results; the simulated world never reads it."),
    TableFormat(
      "fit", DocumentedFact.self, identity: ["id", "fact"], rowLimit: 1000, isOptional: true,
      "What the scenario was fitted to, set beside a run by a study; the simulated world never reads it."
    ),
  ]

  static func named(_ name: String) -> TableFormat? { all.first { $0.name == name } }
}
