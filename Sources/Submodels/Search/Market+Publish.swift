import Inputs
import Kernel
import WorldState

/// What others may know of this market from tomorrow on.
///
/// Runs last in the market's day. - Reads: own averages. - Writes: the board. - Draws: none.
extension Market {
  mutating func publish(_ today: Today) {
    // Once a month is often enough for a yearly average.
    guard today.daysLeft == 1 else { return }
    guard restTightness > 0, yearlyTightness > 0 else {
      board.attraction = traits.baseSeekers
      return
    }
    let search = today.rules.behaviour.search
    let tightness = yearlyTightness / restTightness
    board.attraction =
      traits.baseSeekers * exactPow(tightness, search.sectorChangeElasticity)
    let most = search.mostOwnAccountEase
    board.ownAccountEase =
      min(max(exactPow(tightness, search.ownAccountElasticity), 1 / most), most)
  }
}
