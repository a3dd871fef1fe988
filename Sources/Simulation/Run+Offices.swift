import Inputs
import Kernel
import Submodels
import WorldState

extension Run {
  /// Offices: the year's quota, decisions on permits, the amnesty's desks. Few acts a day, in a fixed order.
  mutating func workOffices(_ today: Today) {
    beginYearIfDue(today)
    decideApplications(today)
    sendInvitations(today)
    if let amnesty = today.rules.law.amnesty { world.offices.amnesty = amnesty }
    workDesks(today)
  }

  private mutating func beginYearIfDue(_ today: Today) {
    let civil = today.date.civil
    let isNewYear = civil.month == 1 && civil.day == 1
    let quotas = simulatedQuotas(on: today.date)
    guard today.number == 0 || isNewYear else {
      if quotas != simulatedQuotas(on: today.date - 1) {
        world.offices.changeQuotas(to: quotas, weights: quotaWeights)
      }
      return
    }
    world.offices.beginYear(quotas, weights: quotaWeights)
    if today.number > 0 {
      world.markets.forEach(crew) { _, market in market.beginPermitYear() }
    }
  }

  private func simulatedQuotas(on day: Day) -> [SkillQuota] {
    world.inputs.quotas(on: day).map {
      SkillQuota(skills: $0.skills, permits: $0.permits * world.inputs.run.scale)
    }
  }

  /// People of each region, and of each skill among migrants: what a first quota is split by.
  private var quotaWeights: [Double] {
    let country = world.inputs.country
    return country.regions.flatMap { region in
      Skill.allCases.map { skill in
        region.population
          * country.origins.reduce(0) { $0 + $1.presentShare * $1.part(of: skill) }
      }
    }
  }

  private mutating func decideApplications(_ today: Today) {
    let decisions = world.offices.decide(
      today, scale: world.inputs.run.scale, sectorCount: world.sectorCount)
    for decision in decisions {
      world.markets.with(Int(decision.application.market)) { market in
        market.receivePlaces(decision.application, granted: decision.granted, today)
      }
    }
  }

  /// Employers' invitations reach someone at home, or nobody.
  private mutating func sendInvitations(_ today: Today) {
    for market in 0..<world.markets.count {
      let count = world.markets.with(market) { $0.invitations.count }
      guard count > 0 else { continue }
      for position in 0..<count {
        let invitation = world.markets.with(market) { $0.invitations[position] }
        deliver(invitation, number: UInt32(position), today)
      }
      world.markets.with(market) { $0.invitations.removeAll() }
    }
  }

  private mutating func deliver(_ invitation: Invitation, number: UInt32, _ today: Today) {
    let employer = Employer.identity(market: invitation.market, index: invitation.employer)
    let words = today.luck.words(
      employer, Purpose.invitation.rawValue, occasion: UInt32(today.number), index: number)
    var left = openUniform(words.0)
    let origins = world.inputs.country.origins
    guard
      let origin = origins.indices.first(where: {
        left -= origins[$0].permitShare
        return left < 0
      })
    else { return }
    let first = Int(world.boards.origins[origin].firstHomeland)
    let next =
      origin + 1 < origins.count
      ? Int(world.boards.origins[origin + 1].firstHomeland) : world.homelands.count
    let homeland = first + Int(Double(next - first) * openUniform(words.1))
    let yearEnd = Day(year: today.date.civil.year + 1, month: 1, day: 1) - today.date
    let until = UInt16(min(today.number + yearEnd, 65_534))
    world.homelands.with(homeland) { home in
      if let traveller = home.answer(
        invitation, employer: employer, uniform: openUniform(words.2), yearEnd: until, today)
      {
        home.outbox.append(traveller)
      }
    }
  }

  /// Desks work through their queues at their capacity; what is left when time is up is lost.
  private mutating func workDesks(_ today: Today) {
    guard let amnesty = world.offices.amnesty else { return }
    let isOver = today.number > amnesty.last + amnesty.law.graceDays
    for region in 0..<world.regionCount {
      if isOver {
        while let filing = world.offices.desks[region].take() {
          world.markets.with(Int(filing.market)) { $0.loseFile(filing.employer, today) }
        }
        continue
      }
      let perDay = amnesty.law.capacity / 7 * policePart(region) * world.inputs.run.scale
      for filing in world.offices.desks[region].work(perDay) {
        world.markets.with(Int(filing.market)) { $0.receiveCards(filing.employer, today, amnesty) }
      }
    }
    if isOver { world.offices.amnesty = nil }
  }

  /// The migration police run the desks, and have their people where they know of irregular work.
  private func policePart(_ region: Int) -> Double {
    let first = region * world.sectorCount
    return (first..<first + world.sectorCount).reduce(0) {
      $0 + world.boards.entries[$1].policePart
    }
  }

  /// Takes what employers send to the offices at the day's end.
  mutating func collectMail(from market: Int) {
    let region = market / world.sectorCount
    let applications = world.markets.with(market) { $0.applications.count }
    for position in 0..<applications {
      let application = world.markets.with(market) { $0.applications[position] }
      world.offices.receive(application, region: region)
    }
    let filings = world.markets.with(market) { $0.filings.count }
    for position in 0..<filings {
      world.offices.desks[region].add(world.markets.with(market) { $0.filings[position] })
    }
    if applications > 0 { world.markets.with(market) { $0.applications.removeAll() } }
    if filings > 0 { world.markets.with(market) { $0.filings.removeAll() } }
  }

  /// Where the police will look next month, and what all know of detection.
  mutating func publishPolicing(_ today: Today) {
    var weights: [Double] = []
    var found = 0.0
    var months = 0.0
    for market in 0..<world.markets.count {
      world.markets.with(market) {
        weights.append($0.traits.visibility * Double($0.irregularWorkers.count))
        found += $0.board.found
        months += $0.board.irregularDays / Rates.daysPerMonth
      }
    }
    let total = weights.reduce(0, +)
    for market in 0..<world.markets.count {
      world.markets.with(market) { $0.board.policePart = total > 0 ? weights[market] / total : 0 }
    }
    if months > 0 { world.boards.nationalDetection[0] = found / months }
  }
}
