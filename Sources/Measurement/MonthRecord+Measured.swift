import Inputs
import Kernel
import WorldState

extension MonthRecord {
  /// Measures a month from its markets' books, in the order of the markets.
  package init(
    month: Day, markets: [MarketMonth], treasury: Treasury, _ context: MonthContext,
    inputs: Inputs, withTables: Bool
  ) {
    let scale = inputs.run.scale
    let country = inputs.country
    self.init(
      month: month,
      national: National.values(
        NationMonth(markets), context, scale, inputs.behaviour),
      canonical: Self.canonical(markets), cells: [], flows: [], money: [])
    guard withTables else { return }
    for market in markets {
      cells += Cells.rows(market, country, scale: scale)
      flows.append(Flows.row(market, country, scale: scale))
    }
    money = Money.rows(treasury, country, scale: scale)
  }

  /// Every count and amount of the month, market by market, group by group.
  private static func canonical(_ markets: [MarketMonth]) -> [Int64] {
    var stream: [Int64] = []
    stream.reserveCapacity(markets.count * 512)
    for market in markets {
      stream.append(market.vacancies)
      stream += market.flows
      stream += market.transfers
      // Only groups of whom somebody was there: a stream of zeros would cost more than the month.
      for group in market.groups.indices where market.hasPeople(group) {
        stream.append(Int64(group))
        append(market.groups[group], to: &stream)
        append(market.groups[group].formal, market.formalDues[group], to: &stream)
        append(market.groups[group].informal, market.informalDues[group], to: &stream)
      }
    }
    return stream
  }

  // One by one: an array of them would be allocated for each group of each market.
  private static func append(_ ledger: borrowing GroupLedger, to stream: inout [Int64]) {
    for head in Head.all { stream.append(ledger[head]) }
  }

  private static func append(
    _ jobs: borrowing JobLedger, _ dues: borrowing MonthDues, to stream: inout [Int64]
  ) {
    stream.append(jobs.heads)
    stream.append(jobs.wages.running)
    stream.append(dues.wages)
    stream.append(dues.incomeTax)
    stream.append(dues.socialTax)
    stream.append(dues.employerContributions)
    stream.append(dues.workerContributions)
    stream.append(dues.surplus)
    stream.append(dues.profitTax)
  }
}
