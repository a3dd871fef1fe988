import Inputs
import Kernel
import WorldState

/// What the law gives each origin: days of visa-free stay, free movement.
///
/// Runs when the law of the day is set, before the offices. Where free movement begins or ends, those present gain or
/// lose free access the same day (see `changeFreedom`); in the burn-in the first day's law holds.
/// - Reads: law on visas and free movement. - Writes: the origins' boards, authorisation. - Draws: none.
/// - Source: EVIDENCE E2. - Simplified: all of an origin are told at once.
extension World {
  mutating func setOriginLaw(_ today: Today, _ crew: Crew) {
    for number in inputs.country.origins.indices {
      boards.origins[number].visaFreeDays = today.rules.law.visaFreeDays(ofOrigin: number)
      let isFree = today.rules.law.hasFreeMovement(origin: number)
      guard isFree != boards.origins[number].hasFreeMovement else { continue }
      boards.origins[number].hasFreeMovement = isFree
      guard today.number > 0 else { continue }
      markets.forEach(crew) { _, market in
        market.changeFreedom(ofOrigin: UInt8(number + 1), isFree: isFree, today)
      }
    }
  }
}
