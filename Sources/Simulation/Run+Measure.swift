import Inputs
import Kernel
import Measurement
import WorldState

extension Run {
  /// The nation's daily flows since the world's first day.
  var dailyTotals: [Int64] {
    var totals = [Int64](repeating: 0, count: DailyFlow.allCases.count)
    for market in 0..<world.markets.count {
      world.markets.with(market) {
        for daily in totals.indices {
          for flow in Self.dailyFlows[daily] { totals[daily] += $0.flows[flow] }
        }
      }
    }
    return totals
  }

  /// What each daily flow consists of.
  private static let dailyFlows = DailyFlow.allCases.map(\.flows)

  mutating func measureDay(_ today: Today) -> DayRecord {
    let totals = dailyTotals
    let counts = zip(totals, dailyBefore).map { $0 - $1 }
    dailyBefore = totals
    return DayRecord(day: today.date, counts: counts)
  }

  /// Events are counted from here on.
  mutating func beginCounting() {
    // Who was legalised before the first day is not among those of the run.
    for index in 0..<world.markets.count {
      world.markets.with(index) { $0.flows[.legalised] = 0 }
    }
    dailyBefore = dailyTotals
    for index in 0..<world.markets.count {
      monthlyBefore[index] = world.markets.with(index) { $0.flows.all }
      transfersBefore[index] = world.markets.with(index) { $0.transfers.all }
    }
  }

  /// Books: the month's pay and taxes fall due, and the month is measured.
  mutating func endMonth(_ today: Today, _ sinks: RunSinks) {
    let civil = today.date.civil
    let tomorrow = (today.date + 1).civil
    let days = Int64(civil.day)
    let daysOfNext = Int64(Day.length(ofMonth: tomorrow.month, year: tomorrow.year))
    world.treasury.beginMonth()
    var months: [MarketMonth] = []
    months.reserveCapacity(world.markets.count)
    for index in 0..<world.markets.count {
      let month = closeMarket(index, daysOfMonth: days, daysOfNext: daysOfNext)
      let region = index / world.sectorCount
      for group in month.groups.indices {
        let isNative = Group.isNative(group)
        world.treasury.receive(
          month.formalDues[group], region: region,
          payer: isNative ? .nativeFormal : .migrantLawful)
        world.treasury.receive(
          month.informalDues[group], region: region,
          payer: isNative ? .nativeInformal : .migrantIrregular)
      }
      var prepaid = MonthDues()
      prepaid.patentTax = month.transfers[Transfer.patentTax.rawValue]
      world.treasury.receive(prepaid, region: region, payer: .migrantLawful)
      months.append(month)
    }
    let identified = months.reduce(0) { $0 + $1.flows[Flow.identified.rawValue] }
    identifiedByMonth = identifiedByMonth.suffix(11) + [identified]
    guard !today.isBurnIn else { return }
    let context = MonthContext(
      queue: world.offices.desks.reduce(0) { $0 + $1.waiting }, flowsSoFar: flowsSoFar,
      identifiedByMonth: identifiedByMonth)
    sinks.month(
      MonthRecord(
        month: today.date.firstOfMonth, markets: months, treasury: world.treasury, context,
        inputs: world.inputs, withTables: options.withTables))
  }

  /// Events of the nation since the world's first day, legalisations since the run's.
  private var flowsSoFar: [Int64] {
    var totals = [Int64](repeating: 0, count: Flow.allCases.count)
    for market in 0..<world.markets.count {
      world.markets.with(market) {
        for flow in Flow.allCases { totals[flow.rawValue] += $0.flows[flow] }
      }
    }
    return totals
  }

  private mutating func closeMarket(
    _ index: Int, daysOfMonth: Int64, daysOfNext: Int64
  ) -> MarketMonth {
    let before = monthlyBefore[index]
    let transfersBefore = transfersBefore[index]
    let month = world.markets.with(index) { market in
      let formal = (0..<market.ledgers.count).map {
        market.ledgers[$0].formal.close(daysOfMonth: daysOfMonth, daysOfNext: daysOfNext)
      }
      let informal = (0..<market.ledgers.count).map {
        market.ledgers[$0].informal.close(daysOfMonth: daysOfMonth, daysOfNext: daysOfNext)
      }
      let groups = (0..<market.ledgers.count).map { market.ledgers[$0] }
      for group in groups.indices { market.ledgers[group].beginMonth() }
      return MarketMonth(
        market: index, groups: groups,
        formalDues: formal, informalDues: informal,
        flows: zip(market.flows.all, before).map { $0 - $1 },
        transfers: zip(market.transfers.all, transfersBefore).map { $0 - $1 },
        vacancies: Int64(market.vacancies.count),
        payBrackets: (0..<market.payBrackets.count).map { market.payBrackets[$0] },
        nativeWork: market.nativeWork)
    }
    monthlyBefore[index] = world.markets.with(index) { $0.flows.all }
    self.transfersBefore[index] = world.markets.with(index) { $0.transfers.all }
    return month
  }
}
