import Measurement
import ScenarioFile

/// Reads a plan's outcomes off a run's months.
struct OutcomeGauge {
  private let outcomes: [PlanOutcome]
  private var measures: [Dial]
  /// What outcomes are divided by, in the outcomes' order.
  private var divisors: [Dial?]

  init(_ outcomes: [PlanOutcome]) {
    self.outcomes = outcomes
    measures = outcomes.map { Dial($0.measure) }
    divisors = outcomes.map { $0.per.map { Dial($0) } }
  }

  mutating func add(_ record: MonthRecord) {
    for place in measures.indices {
      measures[place].add(record)
      divisors[place]?.add(record)
    }
  }

  /// In the outcomes' order; nil is a mean of nobody.
  var values: [Double?] {
    zip(measures, divisors).map { measure, divisor in
      guard let divisor else { return measure.value }
      guard let value = measure.value, let part = divisor.value, part != 0 else { return nil }
      return value / part
    }
  }

  /// The months of one measure.
  private struct Dial {
    private let measure: PlanMeasure
    private let column: Int
    private var months: [Double] = []

    init(_ measure: PlanMeasure) {
      self.measure = measure
      let indicators = measure.cells == nil ? National.indicators : Cells.indicators
      guard let column = indicators.firstIndex(where: { $0.name == measure.indicator }) else {
        preconditionFailure("a plan's indicators were checked when it was read")
      }
      self.column = column
    }

    mutating func add(_ record: MonthRecord) {
      guard record.month >= measure.first, record.month <= measure.last else { return }
      guard let cells = measure.cells else {
        if let value = record.national[column] { months.append(value) }
        return
      }
      months.append(
        record.cells.reduce(0) { sum, cell in
          let isChosen = cells.holds(
            region: cell.region, sector: cell.sector, origin: cell.origin,
            authorisation: cell.authorisation)
          return isChosen ? sum + cell.values[column] : sum
        })
    }

    /// Nil of no months.
    var value: Double? {
      switch measure.take {
      case .mean: months.mean
      case .sum: months.isEmpty ? nil : months.reduce(0, +)
      case .min: months.min()
      case .max: months.max()
      }
    }
  }
}
