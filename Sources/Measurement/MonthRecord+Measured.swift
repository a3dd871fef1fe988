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
    for market in markets {
      stream.append(market.vacancies)
      stream += market.flows
      stream += market.transfers
      // Only groups of whom somebody was there: a stream of zeros would cost more than the month.
      for group in market.groups.indices where market.hasPeople(group) {
        let ledger = market.groups[group]
        stream += [
          Int64(group), ledger.searching, ledger.ownAccount, ledger.overstayed,
          ledger.passportsHeld, ledger.registered, ledger.barred, ledger.legalised,
          ledger.identified, ledger.expelled,
        ]
        append(ledger.formal, market.formalDues[group], to: &stream)
        append(ledger.informal, market.informalDues[group], to: &stream)
      }
    }
    return stream
  }

  private static func append(_ jobs: JobLedger, _ dues: MonthDues, to stream: inout [Int64]) {
    stream += [
      jobs.heads, jobs.wages.running, dues.wages, dues.incomeTax, dues.socialTax,
      dues.employerContributions, dues.workerContributions,
    ]
  }
}
