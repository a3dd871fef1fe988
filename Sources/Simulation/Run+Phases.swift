import Inputs
import Kernel
import Measurement
import Submodels
import WorldState

extension Run {
  /// Law: conditions of the day, and pay and books revised where law or nominal pay have changed.
  mutating func beginDay(_ today: Today) {
    if today.number == 0 || today.date.civil.day == 1 || calendar.rulesChanged {
      setConditions(today)
    }
    guard calendar.rulesChanged else { return }
    let ratio = today.rules.payIndex / rulesInForce.payIndex
    let changed = ratio != 1 || today.rules.payroll != rulesInForce.payroll
    rulesInForce = today.rules
    guard changed else { return }
    world.markets.forEach(crew) { _, market in market.revisePay(by: ratio, today) }
  }

  /// Season, trend and shocks, market by market.
  private mutating func setConditions(_ today: Today) {
    let inputs = world.inputs
    let country = inputs.country
    let month = today.date.civil.month
    let trend = today.isBurnIn ? 1 : country.economy(on: today.date).employmentTrend
    let shocks = today.isBurnIn ? [] : inputs.demandShocks(on: today.date)
    let reviewDays = today.rules.reviewDays
    world.markets.forEach(crew) { _, market in
      let season = country.seasons[market.traits.sector]
      let shock = shocks.reduce(1.0) {
        $0
          * ($1.hits(
            region: country.regions[market.traits.region].name,
            sector: country.sectors[market.traits.sector].name) ? $1.size : 1)
      }
      market.conditions.demand = trend * season[month - 1] * shock
      // Where the season swings, posts are reviewed often enough to follow it.
      let swing = (season.max() ?? 1) - (season.min() ?? 1)
      market.conditions.reviewDays = swing > 0.1 ? min(reviewDays, 30) : reviewDays
    }
  }

  /// Journeys: who left today arrives, in the order of origins; then boards are published.
  mutating func journeys(_ today: Today) {
    for origin in 0..<world.markets.count {
      let count = world.markets.with(origin) { $0.outbox.count }
      for position in 0..<count {
        let traveller = world.markets.with(origin) { $0.outbox[position] }
        world.markets.with(Int(traveller.to)) { $0.receive(traveller, today) }
      }
      if count > 0 { world.markets.with(origin) { $0.outbox.removeAll() } }
      world.boards.entries[origin] = world.markets.with(origin) { $0.board }
    }
    if today.daysLeft == 1 { world.boards.national[0] = nationalSurplus }
  }

  /// The nation's surplus per meeting to that at rest.
  private var nationalSurplus: Double {
    var sum = 0.0
    var atRest = 0.0
    for market in 0..<world.boards.entries.count {
      let board = world.boards.entries[market]
      sum += board.surplusSum
      atRest += board.surplusCount * board.restSurplus
    }
    return atRest > 0 ? sum / atRest : 1
  }

  /// Ends the burn-in: what stands now is what later changes are measured against.
  mutating func settleAtRest() {
    var sum = 0.0
    var productivity = 0.0
    for index in 0..<world.markets.count {
      world.markets.with(index) {
        sum += $0.board.surplusSum
        productivity += $0.board.surplusCount * $0.traits.nativeProductivity
      }
    }
    let part = productivity > 0 ? sum / productivity : 0
    world.markets.forEach(crew) { _, market in market.settleAtRest(nationalPart: part) }
    dailyBefore = dailyTotals
    for index in 0..<world.markets.count {
      monthlyBefore[index] = world.markets.with(index) { $0.flows.all }
    }
  }
}

extension DemandShock {
  /// Whether the shock hits a market; no names mean all.
  func hits(region: String, sector: String) -> Bool {
    (regions.isEmpty || regions.contains(region)) && (sectors.isEmpty || sectors.contains(sector))
  }
}

extension Inputs {
  func demandShocks(on day: Day) -> [DemandShock] {
    measures.compactMap {
      if case .demandShock(let shock) = $0.lever, $0.holds(on: day) { shock } else { nil }
    }
  }
}
