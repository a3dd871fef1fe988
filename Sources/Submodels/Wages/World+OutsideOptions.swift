import Inputs
import Kernel
import WorldState

/// What seekers ask for follows how easily work is found and what it pays: `R = (1 − s)·z + s·w̄`, `s = f/(f + δ + r)`.
///
/// Runs when a month ends. f is how often people of a skill find a job from search in the market, w̄ the net pay of
/// the jobs found, to what their finders' work is worth, both averaged over `search_memory`; δ is how often jobs end,
/// r the discount rate, z what not working is worth. Of migrants z is what they would have at home, less the journey, and
/// the end of a planned stay discounts as r does. `search_value` says how far all this counts, beside what
/// seekers asked for before.
/// - Reads: how search went in the market, and in its sector nationwide. - Writes: what seekers ask for.
/// - Draws: none. - Source: Model 6.5; Pissarides (2000), ch. 1.
/// - Simplified: seekers know their own market; that they may turn to another sector does not count.
extension World {
  mutating func publishOptions(_ today: Today, _ crew: Crew) {
    guard today.rules.behaviour.wages.searchValue > 0 else { return }
    var gathered = [SectorSearch](repeating: SectorSearch(), count: sectorCount)
    for market in 0..<markets.count {
      markets.with(market) { gathered[$0.traits.sector].include($0) }
    }
    let sectors = gathered
    markets.forEach(crew) { _, market in
      market.revealOptions(sectors[market.traits.sector], today)
    }
  }
}

/// How search went in a sector of the country, by kind of seeker.
package struct SectorSearch: Sendable {
  package var kinds = [SearchRecord](repeating: SearchRecord(), count: SearchRecord.kindCount)

  package init() {}

  var natives: SearchRecord { kinds[..<SearchRecord.migrants].reduce(into: SearchRecord(), +=) }

  mutating func include(_ market: borrowing Market) {
    for kind in kinds.indices { kinds[kind] += market.searches[kind] }
  }
}

/// What somebody who searches may expect.
struct Prospect {
  /// Days of search that a market borrows from its sector, so that a small one does not follow noise.
  static var borrowedDays: Double { 3000 }
  /// Jobs found that it borrows for their pay; and that a skill borrows from all skills of the sector.
  static var borrowedFinds: Double { 20 }

  /// Jobs found a year of search.
  var findingRate: Double
  /// Net pay of a job found to what the work is worth at an employer of mean productivity.
  var payPart: Double

  /// - Parameters:
  ///   - own: how search went in the market.
  ///   - sector: and in the country, where somebody has found a job.
  ///   - worth: of a month's work here, for what is borrowed.
  init(_ own: SearchRecord, beside sector: SearchRecord, worth: Double) {
    let borrowedWorth = Self.borrowedFinds * worth
    findingRate =
      Rates.daysPerYear * (own.finds + Self.borrowedDays * sector.finds / sector.days)
      / (own.days + Self.borrowedDays)
    payPart =
      (own.pay + borrowedWorth * sector.pay / sector.worth) / (own.worth + borrowedWorth)
  }

  /// That of one skill: it differs from all skills' as it does in the sector nationwide.
  func narrowed(to skill: SearchRecord, among all: SearchRecord, worth: Double) -> Prospect {
    var prospect = self
    let few = Self.borrowedFinds
    prospect.findingRate *= (skill.finds + few) / (skill.days * all.finds / all.days + few)
    prospect.payPart *=
      (skill.pay + few * worth * all.pay / all.worth)
      / ((skill.worth + few * worth) * all.pay / all.worth)
    return prospect
  }
}

extension Market {
  /// What seekers ask for from now on, by what they have met with.
  package mutating func revealOptions(_ sector: SectorSearch, _ today: Today) {
    let wages = today.rules.behaviour.wages
    let life = today.rules.behaviour.workingLife
    options = OutsideOptions(traits)
    let all = sector.natives
    if all.finds > 0, all.days > 0, all.pay > 0 {
      let natives = Prospect(ownNatives, beside: all, worth: traits.nativeProductivity)
      for skill in Skill.allCases {
        let kind = Int(skill.rawValue)
        let prospect = natives.narrowed(
          to: sector.kinds[kind], among: all, worth: traits.nativeProductivity)
        let share = wages.searchShare(
          findingRate: prospect.findingRate,
          separationRate: life.nativeSeparation * traits.separationIndex)
        let pay = prospect.payPart * traits.nativeProductivity
        options.natives[kind] += wages.searchValue * share * (pay - traits.nativeReservation)
      }
    }
    let migrants = sector.kinds[SearchRecord.migrants]
    guard migrants.finds > 0, migrants.days > 0, migrants.pay > 0 else { return }
    let prospect = Prospect(
      searches[SearchRecord.migrants], beside: migrants, worth: traits.migrantProductivity)
    let share = wages.searchShare(
      findingRate: prospect.findingRate,
      separationRate: life.irregularSeparation * traits.separationIndex,
      leaving: 12 / today.rules.behaviour.migration.plannedMonths)
    options.migrants =
      (1 - wages.searchValue) * traits.migrantReservation
      + wages.searchValue * share * prospect.payPart * traits.migrantProductivity
    options.homePart = wages.searchValue * (1 - share)
    options.journey = traits.journey
  }

  private var ownNatives: SearchRecord {
    var sum = SearchRecord()
    for kind in 0..<SearchRecord.migrants { sum += searches[kind] }
    return sum
  }
}
