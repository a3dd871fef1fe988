import Inputs
import Kernel
import Measurement
import WorldState

extension Run {
  /// The nation's daily flows since the world's first day.
  var dailyTotals: [Int64] {
    DailyFlow.allCases.map { daily in
      Int64(
        world.markets.sum { market in
          daily.flows.reduce(0) { $0 + Int(market.flows[$1]) }
        })
    }
  }

  mutating func measureDay(_ today: Today) -> DayRecord {
    let totals = dailyTotals
    let counts = zip(totals, dailyBefore).map { $0 - $1 }
    dailyBefore = totals
    return DayRecord(day: today.date, counts: counts)
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
      for dues in month.formalDues {
        world.treasury.receive(dues, region: region, payer: .nativeFormal)
      }
      for dues in month.informalDues {
        world.treasury.receive(dues, region: region, payer: .nativeInformal)
      }
      months.append(month)
    }
    guard !today.isBurnIn else { return }
    sinks.month(
      MonthRecord(
        month: today.date.firstOfMonth, markets: months, treasury: world.treasury,
        inputs: world.inputs, withTables: options.withTables))
  }

  private mutating func closeMarket(
    _ index: Int, daysOfMonth: Int64, daysOfNext: Int64
  ) -> MarketMonth {
    let before = monthlyBefore[index]
    let month = world.markets.with(index) { market in
      var formal: [MonthDues] = []
      var informal: [MonthDues] = []
      for group in 0..<Group.count {
        formal.append(
          market.ledgers[group].formal.close(daysOfMonth: daysOfMonth, daysOfNext: daysOfNext))
        informal.append(
          market.ledgers[group].informal.close(daysOfMonth: daysOfMonth, daysOfNext: daysOfNext))
      }
      return MarketMonth(
        market: index, groups: (0..<Group.count).map { market.ledgers[$0] },
        formalDues: formal, informalDues: informal,
        flows: zip(market.flows.all, before).map { $0 - $1 },
        vacancies: Int64(market.vacancies.count))
    }
    monthlyBefore[index] = world.markets.with(index) { $0.flows.all }
    return month
  }
}
