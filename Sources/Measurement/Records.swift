import Kernel

/// One simulated day as results keep it: flows in simulated persons, in the order of
/// ``DailyFlow/allCases``.
package struct DayRecord: Sendable, Equatable {
  package var day: Day
  package var counts: [Int64]

  package init(day: Day, counts: [Int64]) {
    self.day = day
    self.counts = counts
  }
}

/// One month, measured after its last day.
package struct MonthRecord: Sendable, Equatable {
  /// The month's first day.
  package var month: Day
  /// In the order of ``National/indicators``; nil where a mean is of nobody. Persons and money are
  /// scaled back to the whole country.
  package var national: [Double?]
  /// Counts and money as the world keeps them, whole simulated persons and units of money, in a fixed order:
  /// what the digest is taken over.
  package var canonical: [Int64]
  /// Rows of the table of cells; only cells in which somebody is.
  package var cells: [CellRow]
  package var flows: [FlowRow]
  package var money: [MoneyRow]

  package init(
    month: Day, national: [Double?], canonical: [Int64], cells: [CellRow], flows: [FlowRow],
    money: [MoneyRow]
  ) {
    self.month = month
    self.national = national
    self.canonical = canonical
    self.cells = cells
    self.flows = flows
    self.money = money
  }
}

/// One region × sector × origin × authorisation in one month, scaled to the whole country.
package struct CellRow: Sendable, Equatable {
  package var region: String
  package var sector: String
  package var origin: String
  package var authorisation: String
  /// In the order of ``Cells/indicators``.
  package var values: [Double]

  package init(
    region: String, sector: String, origin: String, authorisation: String, values: [Double]
  ) {
    self.region = region
    self.sector = sector
    self.origin = origin
    self.authorisation = authorisation
    self.values = values
  }
}

/// The events of one region × sector in one month, scaled to the whole country.
package struct FlowRow: Sendable, Equatable {
  package var region: String
  package var sector: String
  /// In the order of ``Flows/indicators``.
  package var values: [Double]

  package init(region: String, sector: String, values: [Double]) {
    self.region = region
    self.sector = sector
    self.values = values
  }
}

/// One kind of public or private money in one region and month, scaled to the whole country.
package struct MoneyRow: Sendable, Equatable {
  package var region: String
  /// Who pays, by status: `native_formal`, …
  package var payer: String
  /// `income_tax`, `social_tax`, …
  package var kind: String
  package var amount: Double

  package init(region: String, payer: String, kind: String, amount: Double) {
    self.region = region
    self.payer = payer
    self.kind = kind
    self.amount = amount
  }
}
