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
    let day = today.isBurnIn ? inputs.run.from : today.date
    for (number, origin) in inputs.country.origins.enumerated() {
      boards.origins[number].visaFreeDays = inputs.visaFreeDays(origin.name, on: day)
      let isFree = inputs.hasFreeMovement(origin.name, on: day)
      guard isFree != boards.origins[number].hasFreeMovement else { continue }
      boards.origins[number].hasFreeMovement = isFree
      guard today.number > 0 else { continue }
      markets.forEach(crew) { _, market in
        market.changeFreedom(ofOrigin: UInt8(number + 1), isFree: isFree, today)
      }
    }
  }
}
