import Inputs
import Kernel
import WorldState

/// One market's month in whole simulated persons and units of money: what every table is made from.
package struct MarketMonth: Sendable {
  package var market: Int
  /// By group, after the month's last day.
  package var groups: [GroupLedger]
  /// Money due for the month, by group: formal, informal.
  package var formalDues: [MonthDues]
  package var informalDues: [MonthDues]
  /// Events of the month, in the order of ``Flow``.
  package var flows: [Int64]
  /// Money between private hands in the month, in the order of ``Transfer``.
  package var transfers: [Int64]
  package var vacancies: Int64
  /// Jobs by what they pay, after the month's last day.
  package var payBrackets: [PayBracket]
  /// What the work of natives in jobs is worth, in thousandths of a mean native's, after the month's last day.
  package var nativeWork: Int64

  package init(
    market: Int, groups: [GroupLedger], formalDues: [MonthDues], informalDues: [MonthDues],
    flows: [Int64], transfers: [Int64], vacancies: Int64, payBrackets: [PayBracket],
    nativeWork: Int64
  ) {
    self.market = market
    self.groups = groups
    self.formalDues = formalDues
    self.informalDues = informalDues
    self.flows = flows
    self.transfers = transfers
    self.vacancies = vacancies
    self.payBrackets = payBrackets
    self.nativeWork = nativeWork
  }
}

extension MarketMonth {
  /// Whether anybody of a group was there in the month.
  package func hasPeople(_ group: Int) -> Bool {
    groups[group].present != 0 || groups[group].expelled != 0 || formalDues[group] != MonthDues()
      || informalDues[group] != MonthDues()
  }
}

/// What the month is measured with beside its markets.
package struct MonthContext: Sendable {
  /// Workers whose files wait on the amnesty's desks, simulated.
  package var queue: Int64
  /// Events since the world's first day, legalisations since the run's, in the order of ``Flow``, simulated.
  package var flowsSoFar: [Int64]
  /// Migrants identified in each of the last twelve months, the newest last, simulated.
  package var identifiedByMonth: [Int64]

  package init(queue: Int64, flowsSoFar: [Int64], identifiedByMonth: [Int64]) {
    self.queue = queue
    self.flowsSoFar = flowsSoFar
    self.identifiedByMonth = identifiedByMonth
  }
}

/// The nation's month: sums over markets.
package struct NationMonth: Sendable {
  package var groups: [GroupTotals]
  package var flows: [Int64]
  package var transfers: [Int64]
  package var vacancies: Int64
  package var payBrackets: [PayBracket]

  package init(_ markets: [MarketMonth]) {
    groups = Array(repeating: GroupTotals(), count: markets.first?.groups.count ?? 0)
    transfers = Array(repeating: 0, count: Transfer.allCases.count)
    flows = Array(repeating: 0, count: Flow.allCases.count)
    vacancies = 0
    payBrackets = Array(repeating: PayBracket(), count: PayBracket.count)
    for market in markets {
      for group in groups.indices { groups[group].add(market, group) }
      for flow in flows.indices { flows[flow] += market.flows[flow] }
      for transfer in transfers.indices { transfers[transfer] += market.transfers[transfer] }
      vacancies += market.vacancies
      for bracket in payBrackets.indices { payBrackets[bracket] += market.payBrackets[bracket] }
    }
  }

  /// The Gini coefficient of the gross pay of all jobs: 0 where all pay the same. Jobs of a bracket count as if they paid
  /// the same. Nil without jobs.
  package var payGini: Double? {
    let heads = Double(payBrackets.reduce(0) { $0 + $1.heads })
    let pay = Double(payBrackets.reduce(0) { $0 + $1.pay })
    guard heads > 0, pay > 0 else { return nil }
    var below = 0.0
    var area = 0.0
    for bracket in payBrackets where bracket.heads > 0 {
      let upTo = below + Double(bracket.pay)
      area += Double(bracket.heads) * (below + upTo)
      below = upTo
    }
    return 1 - area / (heads * pay)
  }

  /// Over natives.
  package func natives(_ value: (GroupTotals) -> Int64) -> Int64 {
    groups.indices.reduce(0) { Group.isNative($1) ? $0 + value(groups[$1]) : $0 }
  }

  /// Over migrants, or those of some authorisations.
  package func migrants(
    _ authorisations: [Authorisation] = Authorisation.allCases, _ value: (GroupTotals) -> Int64
  ) -> Int64 {
    groups.indices.reduce(0) { sum, group in
      guard !Group.isNative(group), authorisations.contains(Group.authorisation(group)) else {
        return sum
      }
      return sum + value(groups[group])
    }
  }
}

/// A group's heads and money, over some markets.
package struct GroupTotals: Sendable {
  package var searching: Int64 = 0
  package var ownAccount: Int64 = 0
  package var overstayed: Int64 = 0
  package var passportsHeld: Int64 = 0
  package var registered: Int64 = 0
  package var barred: Int64 = 0
  package var legalised: Int64 = 0
  package var identified: Int64 = 0
  package var expelled: Int64 = 0
  package var formal: Int64 = 0
  package var informal: Int64 = 0
  /// Monthly pay of the jobs held.
  package var formalPay: Int64 = 0
  package var informalPay: Int64 = 0
  package var dues = MonthDues()
  package var informalDues = MonthDues()

  package var employed: Int64 { formal + informal + ownAccount }
  package var present: Int64 { employed + searching }

  mutating func add(_ market: MarketMonth, _ group: Int) {
    let ledger = market.groups[group]
    searching += ledger.searching
    ownAccount += ledger.ownAccount
    overstayed += ledger.overstayed
    passportsHeld += ledger.passportsHeld
    registered += ledger.registered
    barred += ledger.barred
    legalised += ledger.legalised
    identified += ledger.identified
    expelled += ledger.expelled
    formal += ledger.formal.heads
    informal += ledger.informal.heads
    formalPay += ledger.formal.wages.running
    informalPay += ledger.informal.wages.running
    dues += market.formalDues[group]
    informalDues += market.informalDues[group]
  }
}
