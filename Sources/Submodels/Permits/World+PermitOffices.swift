import Inputs
import Kernel
import WorldState

/// The country's permit offices: the year's quotas, the day's decisions, the day's mail.
///
/// Runs in the offices phase, few acts a day, in a fixed order; the mail is collected when the markets' day is over.
/// - Reads: law on quotas, applications. - Writes: quotas left, employers' places. - Draws: see `decide`.
/// - Source: MODEL 6.7; EVIDENCE E6, E7. - Simplified: every permit ends with its year.
extension World {
  /// A new year's quotas, and those that a measure changes within it.
  mutating func beginPermitYear(_ today: Today, _ crew: Crew) {
    let isNewYear = today.rules.institutions.beginsPermitYear(on: today.date)
    let quotas = simulatedQuotas(on: today.date)
    guard today.number == 0 || isNewYear else {
      if quotas != simulatedQuotas(on: today.date - 1) {
        offices.changeQuotas(to: quotas, weights: quotaWeights)
      }
      return
    }
    offices.beginYear(quotas, weights: quotaWeights)
    if today.number > 0 { markets.forEach(crew) { _, market in market.beginPermitYear() } }
  }

  private func simulatedQuotas(on day: Day) -> [SkillQuota] {
    inputs.quotas(on: day).map {
      SkillQuota(skills: $0.skills, permits: $0.permits * inputs.run.scale)
    }
  }

  /// People of each region, and of each skill among migrants: what a first quota is split by.
  private var quotaWeights: [Double] {
    let country = inputs.country
    return country.regions.flatMap { region in
      Skill.allCases.map { skill in
        region.population
          * country.origins.reduce(0) { $0 + $1.presentShare * $1.part(of: skill) }
      }
    }
  }

  mutating func decideApplications(_ today: Today) {
    let decisions = offices.decide(today, scale: inputs.run.scale, sectorCount: sectorCount)
    for decision in decisions {
      markets.with(Int(decision.application.market)) { market in
        market.receivePlaces(decision.application, granted: decision.granted, today)
      }
    }
  }

  /// Takes what employers sent today.
  mutating func collectApplications() {
    for market in 0..<markets.count {
      let count = markets.with(market) { $0.applications.count }
      guard count > 0 else { continue }
      for position in 0..<count {
        let application = markets.with(market) { $0.applications[position] }
        offices.receive(application, region: market / sectorCount)
      }
      markets.with(market) { $0.applications.removeAll() }
    }
  }
}
