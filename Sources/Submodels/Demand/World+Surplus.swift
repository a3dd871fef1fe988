import Kernel
import WorldState

/// What a meeting promises to a vacancy in the country, and what it promised at rest.
///
/// Published when a month ends, from the boards of all markets: each averages its own with it. What counts as rest is
/// fixed once, when the burn-in ends.
/// - Reads: surplus and meetings, with a fading memory. - Writes: the nation's board; once, the markets' rest.
/// - Draws: none. - Source: MODEL 6.2. - Simplified: one surplus for all skills.
extension World {
  /// The nation's surplus per meeting to that at rest.
  mutating func publishSurplus() {
    var sum = 0.0
    var atRest = 0.0
    for market in 0..<boards.entries.count {
      let board = boards.entries[market]
      sum += board.surplusSum
      atRest += board.surplusCount * board.restSurplus
    }
    boards.national[0] = atRest > 0 ? sum / atRest : 1
  }

  mutating func settleAtRest(_ crew: Crew) {
    var sum = 0.0
    var productivity = 0.0
    for index in 0..<markets.count {
      markets.with(index) {
        sum += $0.board.surplusSum
        productivity += $0.board.surplusCount * $0.traits.nativeProductivity
      }
    }
    let part = productivity > 0 ? sum / productivity : 0
    markets.forEach(crew) { _, market in market.settleAtRest(nationalPart: part) }
  }
}
