import Inputs
import Kernel
import WorldState

/// News of an amnesty spreads among compatriots: how many of each origin have heard in each region.
///
/// Runs when the markets' day is over, while the window is open. A day asks the workers of every seventh employer, so the part who
/// have heard follows a week's.
/// - Reads: the markets' counts. - Writes: communities. - Draws: none. - Source: MODEL 6.8.
/// - Simplified: compatriots of a region all meet, in whatever sector they work.
extension World {
  mutating func spreadNews(_ today: Today) {
    guard let amnesty = today.rules.law.amnesty, today.number <= amnesty.last,
      amnesty.law.concernsWorkers(today.rules.behaviour)
    else { return }
    let origins = boards.origins.count
    var asked = [Int64](repeating: 0, count: boards.communities.count)
    var heard = asked
    for market in 0..<markets.count {
      let first = market / sectorCount * origins
      markets.with(market) {
        for origin in 0..<$0.communities.count {
          asked[first + origin] += $0.communities[origin].asked
          heard[first + origin] += $0.communities[origin].heard
          $0.communities[origin].asked = 0
          $0.communities[origin].heard = 0
        }
      }
    }
    for place in asked.indices {
      if today.number == amnesty.first { boards.communities[place].heardPart = 0 }
      guard asked[place] > 0 else { continue }
      let part = Double(heard[place]) / Double(asked[place])
      boards.communities[place].heardPart +=
        (part - boards.communities[place].heardPart) / Double(Market.turnDays)
    }
  }
}
