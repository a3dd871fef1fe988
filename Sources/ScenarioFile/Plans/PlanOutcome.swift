import Inputs
import Kernel

/// What is kept of the runs of a point: a number for each policy and replicate.
package struct PlanOutcome: Sendable, Equatable {
  package var name: String
  package var measure: PlanMeasure
  /// What the measure is divided by; nil for the measure itself.
  package var per: PlanMeasure?
  /// The variant whose value is subtracted; nil for the value itself.
  package var minus: String?

  package init(name: String, measure: PlanMeasure, per: PlanMeasure? = nil, minus: String? = nil) {
    self.name = name
    self.measure = measure
    self.per = per
    self.minus = minus
  }

  /// Columns of a sweep's results beside its factors and outcomes.
  package static let otherColumns = ["point", "replicate", "policy", "digest"]

  /// What is measured, for titles: the indicator, of which cells, per what.
  package var indicator: String {
    measure.words + (per.map { " per \($0.words)" } ?? "")
  }

  /// Whether any of it is measured by cell.
  package var needsCells: Bool { measure.cells != nil || per?.cells != nil }
}

/// An indicator over some months, of the whole country or of some cells.
package struct PlanMeasure: Sendable, Equatable {
  /// How several months become one number.
  package enum Take: String, Sendable, CaseIterable { case mean, sum, min, max }

  package var indicator: String
  /// Nil for a national indicator.
  package var cells: CellChoice?
  /// First days of the first and the last month that count.
  package var first: Day
  package var last: Day
  package var take: Take

  package init(
    indicator: String, cells: CellChoice? = nil, first: Day, last: Day, take: Take = .mean
  ) {
    self.indicator = indicator
    self.cells = cells
    self.first = first
    self.last = last
    self.take = take
  }

  fileprivate var words: String {
    let names = cells.map { $0.names.flatMap { $0 } } ?? []
    return ([indicator] + names).joined(separator: ", ")
  }
}

/// Some cells of the table region × sector × origin × authorisation.
package struct CellChoice: Sendable, Equatable {
  package static let dimensions = ["region", "sector", "origin", "authorisation"]

  /// Names of each of ``dimensions``, in that order; none for all of them.
  package var names: [[String]]

  package init(names: [[String]]) {
    precondition(names.count == CellChoice.dimensions.count, "a choice has four dimensions")
    self.names = names
  }

  /// Whether a cell is among them.
  package func holds(
    region: String, sector: String, origin: String, authorisation: String
  ) -> Bool {
    zip(names, [region, sector, origin, authorisation]).allSatisfy {
      $0.isEmpty || $0.contains($1)
    }
  }
}

/// What runs measure, as far as plans need to know it.
package struct PlanIndicators: Sendable {
  /// An indicator's name and unit.
  package struct Item: Sendable {
    package var name: String
    package var unit: IndicatorUnit

    package init(name: String, unit: IndicatorUnit) {
      self.name = name
      self.unit = unit
    }
  }

  package var national: [Item]
  package var cells: [Item]
  /// What cells are named by, natives' among them.
  package var authorisations: [String]

  package init(national: [Item], cells: [Item] = [], authorisations: [String] = []) {
    self.national = national
    self.cells = cells
    self.authorisations = authorisations
  }
}
