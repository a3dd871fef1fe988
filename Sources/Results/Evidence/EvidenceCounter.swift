import Kernel
import Measurement
import ScenarioFile

/// Computes what documented facts are compared with from a run's records as they come.
///
/// A fact has a value when the run holds all days that its formula needs, and the rows of cells or of money
/// where it asks for those.
package struct EvidenceCounter: Sendable {
  private let formulas: [EvidenceFormula?]
  private var tallies: [Tally] = []

  /// - Parameter scale: simulated persons for each real one, since days are counted in simulated ones.
  package init(_ facts: [DocumentedFact], scale: Double) {
    formulas = facts.map(\.formula)
    for term in formulas.compactMap({ $0 }).flatMap(\.terms)
    where !tallies.contains(where: { $0.term == term }) {
      tallies.append(Tally(term, scale: scale))
    }
  }

  package mutating func add(_ record: DayRecord) {
    for place in tallies.indices { tallies[place].add(record) }
  }

  package mutating func add(_ record: MonthRecord) {
    for place in tallies.indices { tallies[place].add(record) }
  }

  /// In the order of the facts; nil where the run does not hold what a fact needs.
  package var values: [Double?] {
    formulas.map { formula in
      guard let formula, let value = value(formula.term) else { return nil }
      guard let divisor = formula.divisor else { return value }
      guard let whole = self.value(divisor), whole != 0 else { return nil }
      return value / whole - (formula.isGrowth ? 1 : 0)
    }
  }

  private func value(_ term: EvidenceFormula.Term) -> Double? {
    tallies.first { $0.term == term }?.value
  }

  /// Whether any fact needs rows of cells or money.
  package var needsTables: Bool { tallies.contains { !$0.term.filters.isEmpty } }
}

/// One term's months so far.
private struct Tally {
  let term: EvidenceFormula.Term
  private let source: EvidenceSource?
  private let scale: Double
  private var sum = 0.0
  private var count = 0

  init(_ term: EvidenceFormula.Term, scale: Double) {
    self.term = term
    self.scale = scale
    source = EvidenceSource(term)
  }

  mutating func add(_ record: DayRecord) {
    guard case .until(let last) = term.time, case .daily(let flow) = source, record.day <= last
    else { return }
    sum += RealPersons(scale: scale).of(record.counts[flow])
    if record.day == last { count = 1 }
  }

  mutating func add(_ record: MonthRecord) {
    let days = term.time.days
    guard days.contains(record.month), let value = source?.value(record) else { return }
    sum += value
    count += 1
  }

  var value: Double? {
    let days = term.time.days
    let needed = Self.months(from: days.lowerBound, to: days.upperBound)
    switch term.time {
    case .until: return count == 1 ? sum : nil
    case .month: return count == 1 ? sum : nil
    case .sum: return count == needed ? sum : nil
    case .mean: return count == needed ? sum / Double(needed) : nil
    }
  }

  private static func months(from first: Day, to last: Day) -> Int {
    12 * (last.civil.year - first.civil.year) + last.civil.month - first.civil.month + 1
  }
}

/// Where in a run's records a term finds its numbers.
enum EvidenceSource: Sendable {
  case daily(Int)
  case national(Int)
  case cells(Int, [EvidenceFormula.Filter])
  case money(String, [EvidenceFormula.Filter])

  static let cellColumns = ["region", "sector", "origin", "authorisation"]
  static let moneyColumns = ["region", "payer"]

  /// Nil where the results have no such column.
  init?(_ term: EvidenceFormula.Term) {
    let columns = term.filters.map(\.column)
    if case .until = term.time {
      guard columns.isEmpty,
        let flow = DailyFlow.allCases.firstIndex(where: { $0.name == term.name })
      else { return nil }
      self = .daily(flow)
    } else if columns.isEmpty {
      guard let column = National.indicators.firstIndex(where: { $0.name == term.name }) else {
        return nil
      }
      self = .national(column)
    } else if columns.contains("payer"), columns.allSatisfy(Self.moneyColumns.contains) {
      guard Money.kinds.contains(term.name) else { return nil }
      self = .money(term.name, term.filters)
    } else {
      guard columns.allSatisfy(Self.cellColumns.contains),
        let column = Cells.indicators.firstIndex(where: { $0.name == term.name })
      else { return nil }
      self = .cells(column, term.filters)
    }
  }

  /// Nil where the month has nobody to measure, or no rows were kept.
  func value(_ record: MonthRecord) -> Double? {
    switch self {
    case .daily: nil
    case .national(let column): record.national[column]
    case .cells(let column, let filters):
      record.cells.isEmpty
        ? nil
        : record.cells.reduce(0) { sum, row in
          filters.allSatisfy { $0.takes(row) } ? sum + row.values[column] : sum
        }
    case .money(let kind, let filters):
      record.money.isEmpty
        ? nil
        : record.money.reduce(0) { sum, row in
          row.kind == kind && filters.allSatisfy { $0.takes(row) } ? sum + row.amount : sum
        }
    }
  }
}

extension EvidenceFormula.Filter {
  fileprivate func takes(_ row: CellRow) -> Bool {
    switch column {
    case "region": members.contains(row.region)
    case "sector": members.contains(row.sector)
    case "origin": members.contains(row.origin)
    default: members.contains(row.authorisation)
    }
  }

  fileprivate func takes(_ row: MoneyRow) -> Bool {
    members.contains(column == "region" ? row.region : row.payer)
  }
}
