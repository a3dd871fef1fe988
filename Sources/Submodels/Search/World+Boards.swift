import Kernel
import WorldState

/// What the markets know of each other from tomorrow on.
///
/// Runs when the day's journeys have ended. Every market's board is published daily; when a month ends, small markets are
/// told how tight their sector is in the country.
/// - Reads: the markets' averages and boards. - Writes: boards. - Draws: none. - Source: MODEL 6.3.
/// - Simplified: boards are true, and read by all.
extension World {
  mutating func publishTightness() {
    var seekers = [Double](repeating: 0, count: sectorCount)
    var vacancies = seekers
    for market in 0..<markets.count {
      markets.with(market) {
        seekers[$0.traits.sector] += $0.smoothedSeekers
        vacancies[$0.traits.sector] += $0.smoothedVacancies
      }
    }
    for market in 0..<markets.count {
      markets.with(market) {
        let sector = $0.traits.sector
        $0.board.sectorSeekers = vacancies[sector] > 0 ? seekers[sector] / vacancies[sector] : 0
      }
    }
  }

  mutating func publishBoards() {
    for market in 0..<markets.count {
      boards.entries[market] = markets.with(market) { $0.board }
    }
  }
}
