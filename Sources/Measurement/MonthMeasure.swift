import Inputs
import Kernel
import WorldState

/// One market's month in whole simulated persons and tenge: what every table is made from.
package struct MarketMonth: Sendable {
  package var market: Int
  /// By group, after the month's last day.
  package var groups: [GroupLedger]
  /// Money due for the month, by group: formal, informal.
  package var formalDues: [MonthDues]
  package var informalDues: [MonthDues]
  /// Events of the month, in the order of ``Flow``.
  package var flows: [Int64]
  package var vacancies: Int64

  package init(
    market: Int, groups: [GroupLedger], formalDues: [MonthDues], informalDues: [MonthDues],
    flows: [Int64], vacancies: Int64
  ) {
    self.market = market
    self.groups = groups
    self.formalDues = formalDues
    self.informalDues = informalDues
    self.flows = flows
    self.vacancies = vacancies
  }
}

/// The nation's month: sums over markets.
package struct NationMonth: Sendable {
  package var groups: [GroupTotals]
  package var flows: [Int64]
  package var vacancies: Int64

  package init(_ markets: [MarketMonth]) {
    groups = Array(repeating: GroupTotals(), count: Group.count)
    flows = Array(repeating: 0, count: Flow.allCases.count)
    vacancies = 0
    for market in markets {
      for group in groups.indices { groups[group].add(market, group) }
      for flow in flows.indices { flows[flow] += market.flows[flow] }
      vacancies += market.vacancies
    }
  }

  package func sum(_ value: (GroupTotals) -> Int64) -> Int64 {
    groups.reduce(0) { $0 + value($1) }
  }
}

/// A group's heads and money, over some markets.
package struct GroupTotals: Sendable {
  package var searching: Int64 = 0
  package var ownAccount: Int64 = 0
  package var formal: Int64 = 0
  package var informal: Int64 = 0
  /// Monthly pay of the jobs held, KZT.
  package var formalPay: Int64 = 0
  package var informalPay: Int64 = 0
  package var dues = MonthDues()
  package var informalDues = MonthDues()

  package var employed: Int64 { formal + informal + ownAccount }
  package var labourForce: Int64 { employed + searching }

  mutating func add(_ market: MarketMonth, _ group: Int) {
    let ledger = market.groups[group]
    searching += ledger.searching
    ownAccount += ledger.ownAccount
    formal += ledger.formal.heads
    informal += ledger.informal.heads
    formalPay += ledger.formal.wages.running
    informalPay += ledger.informal.wages.running
    dues += market.formalDues[group]
    informalDues += market.informalDues[group]
  }
}
