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
  /// More rows than any country needs would make a hang, not a simulation; and a person's record has a byte for
  /// the origin.
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
      "regions", Region.self, identity: ["region"], rowLimit: 1000,
      "Regions of the country: permits are valid in one, pay differs between them, police are stationed in them."
    ),
    TableFormat(
      "sectors", Sector.self, identity: ["sector"], rowLimit: 200,
      "Sectors of the labour market."),
    TableFormat(
      "sector_shares", SectorShareRow.self, identity: ["region", "sector"],
      "Share of each sector in a region's employment; a region's shares add up to 1."),
    TableFormat(
      "seasons", SeasonRow.self, identity: ["sector"],
      "Posts wanted in each month, relative to the year's average; a sector's factors average 1."),
    TableFormat(
      "origins", Origin.self, identity: ["origin"], rowLimit: 250,
      "Countries or groups of countries that migrants come from."),
    TableFormat(
      "journeys", JourneyRow.self, identity: ["origin", "region"],
      "Cost of the journey from each origin to each region."),
    TableFormat(
      "sector_ties", SectorTieRow.self, identity: ["origin", "sector"],
      "How much more often than others people of an origin work in a sector."),
    TableFormat(
      "departures", DepartureRow.self, identity: ["origin"],
      "How often people leave home in each month, relative to the year's average; an origin's factors average 1."
    ),
    TableFormat(
      "amounts", LegalAmounts.self, identity: ["from"],
      "Amounts that laws refer to; each row holds until the next."),
    TableFormat(
      "drivers", Drivers.self, identity: ["date"],
      "The economy around the labour market, by date."),
    TableFormat(
      "tax_scales", TaxScaleRow.self, identity: ["scale", "above"],
      "Progressive tax scales: marginal rates on income above each threshold."),
    TableFormat(
      "sector_demand", SectorDemandRow.self, identity: ["sector", "date"], isOptional: true,
      "Posts wanted by sector and date, beside the national trend; a sector without rows follows the trend alone."
    ),
    TableFormat(
      "police", PoliceRow.self, identity: ["region", "from"], isOptional: true,
      "How strong the police are by region and date; a region without rows makes the checks that policing says."
    ),
    TableFormat(
      "evidence", DocumentedFact.self, identity: ["id", "fact"], rowLimit: 1000, isOptional: true,
      "Documented facts, printed beside the results; the simulation never reads them."),
    TableFormat(
      "fit", DocumentedFact.self, identity: ["id", "fact"], rowLimit: 1000, isOptional: true,
      "Facts that the scenario was fitted to, which a study compares with a run; the simulation never reads them."
    ),
    TableFormat(
      "worlds", WorldRow.self, identity: [WorldRow.nameColumn], isOptional: true,
      "Plausible worlds: a row a set of values, a column a key; replicate r of a comparison lives in row r."
    ),
  ]

  static func named(_ name: String) -> TableFormat? { all.first { $0.name == name } }
}
