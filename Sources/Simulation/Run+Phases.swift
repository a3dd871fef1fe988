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
      setOriginLaw(today)
    }
    if today.number == 0 {
      publishPolicing(today)
      publishDestinations(today)
    }
    if today.rules.law.announcesOperation {
      world.markets.forEach(crew) { _, market in market.hearOfOperation(today) }
    }
    guard calendar.rulesChanged else { return }
    let ratio = today.rules.payIndex / rulesInForce.payIndex
    let changed = ratio != 1 || today.rules.law.payroll != rulesInForce.law.payroll
    rulesInForce = today.rules
    guard changed else { return }
    world.markets.forEach(crew) { _, market in market.revisePay(by: ratio, today) }
  }

  /// Season, trend and shocks, market by market.
  private mutating func setConditions(_ today: Today) {
    let inputs = world.inputs
    let country = inputs.country
    let month = today.date.civil.month
    let trend = today.isBurnIn ? 1 : country.economy(on: today.date.firstOfMonth).employmentTrend
    let shocks = today.isBurnIn ? [] : today.rules.law.demandShocks
    let reviewDays = today.rules.behaviour.demand.reviewDays
    world.markets.forEach(crew) { _, market in
      let season = country.seasons[market.traits.sector]
      let shock = shocks.reduce(1.0) {
        $0
          * ($1.hits(
            region: market.traits.region, sector: market.traits.sector) ? $1.size : 1)
      }
      market.conditions.demand = trend * season[month - 1] * shock
      // Where the season swings, posts are reviewed often enough to follow it.
      let swing = (season.max() ?? 1) - (season.min() ?? 1)
      market.conditions.reviewDays = swing > 0.1 ? min(reviewDays, 30) : reviewDays
    }
  }

  /// Journeys: who left today arrives, in the order of the places left; then boards are published.
  mutating func journeys(_ today: Today) {
    let boards = world.boards
    let travellers = collectTravellers()
    let marketCount = world.markets.count
    world.markets.forEach(crew) { index, market in
      market.receive(travellers[index], today, boards)
    }
    world.homelands.forEach(crew) { index, homeland in
      homeland.receive(travellers[marketCount + index], today)
    }
    if today.daysLeft == 1 {
      publishPolicing(today)
      publishTightness()
    }
    for market in 0..<world.markets.count {
      collectMail(from: market)
      boards.entries[market] = world.markets.with(market) { $0.board }
    }
    if today.daysLeft == 1 {
      boards.national[0] = nationalSurplus
      publishDestinations(today)
    }
  }

  /// Tells small markets how tight their sector is in the country.
  private mutating func publishTightness() {
    var seekers = [Double](repeating: 0, count: world.sectorCount)
    var vacancies = seekers
    for market in 0..<world.markets.count {
      world.markets.with(market) {
        seekers[$0.traits.sector] += $0.smoothedSeekers
        vacancies[$0.traits.sector] += $0.smoothedVacancies
      }
    }
    for market in 0..<world.markets.count {
      world.markets.with(market) {
        let sector = $0.traits.sector
        $0.board.sectorSeekers = vacancies[sector] > 0 ? seekers[sector] / vacancies[sector] : 0
      }
    }
  }

  /// Empties the outboxes: who goes where, by destination, each in the order of the places left.
  private func collectTravellers() -> [[Departure]] {
    var travellers = [[Departure]](
      repeating: [], count: world.markets.count + world.homelands.count)
    for market in 0..<world.markets.count {
      world.markets.with(market) {
        for position in 0..<$0.outbox.count {
          travellers[Int($0.outbox[position].to)].append($0.outbox[position])
        }
        $0.outbox.removeAll()
      }
    }
    for homeland in 0..<world.homelands.count {
      world.homelands.with(homeland) {
        for position in 0..<$0.outbox.count {
          var traveller = $0.outbox[position]
          traveller.person.activity = .atHome
          travellers[Int(traveller.to)].append(traveller)
        }
        $0.outbox.removeAll()
      }
    }
    return travellers
  }

  /// Tells those at home what the markets promise.
  private mutating func publishDestinations(_ today: Today) {
    guard world.homelands.count > 0 else { return }
    var finds = [Double](repeating: 0, count: world.sectorCount)
    var days = finds
    for market in 0..<world.markets.count {
      finds[market % world.sectorCount] += world.boards.entries[market].migrantFinds
      days[market % world.sectorCount] += world.boards.entries[market].migrantSearchDays
    }
    // Before anybody has searched, a find a season.
    let borrowed = 30_000 * world.inputs.run.scale
    let rate =
      (finds.reduce(0, +) + borrowed * 4) / (days.reduce(0, +) / Rates.daysPerYear + borrowed)
    let few = borrowed / 100
    let sectorRates = zip(finds, days).map { ($0 + few * rate) / ($1 / Rates.daysPerYear + few) }
    let outlooks = (0..<world.markets.count).map { index in
      world.markets.with(index) {
        $0.outlook(today, sectorRate: sectorRates[index % sectorRates.count])
      }
    }
    world.boards.publishDestinations(outlooks, world.inputs, today)
  }

  /// What the law gives each origin; where free movement begins or ends, those present are told.
  private mutating func setOriginLaw(_ today: Today) {
    let boards = world.boards
    for number in world.inputs.country.origins.indices {
      boards.origins[number].visaFreeDays = today.rules.law.visaFreeDays(ofOrigin: number)
      let isFree = today.rules.law.hasFreeMovement(origin: number)
      guard isFree != boards.origins[number].hasFreeMovement else { continue }
      boards.origins[number].hasFreeMovement = isFree
      guard today.number > 0 else { continue }
      world.markets.forEach(crew) { _, market in
        market.changeFreedom(ofOrigin: UInt8(number + 1), isFree: isFree, today)
      }
    }
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
    world.markets.forEach(crew) { _, market in
      market.settleAtRest(nationalPart: part)
      // Who was legalised before the first day is not among those of the run.
      market.flows[.legalised] = 0
    }
    dailyBefore = dailyTotals
    for index in 0..<world.markets.count {
      monthlyBefore[index] = world.markets.with(index) { $0.flows.all }
      transfersBefore[index] = world.markets.with(index) { $0.transfers.all }
    }
  }
}
