import Kernel
import WorldState

/// Where the police look: a market's part of the nation's checks, by how visible irregular work is there and how much of
/// it there was.
///
/// Runs on the first day and when a month ends.
/// - Reads: irregular workers, visibility. - Writes: the markets' parts. - Draws: none.
/// - Source: MODEL 6.9. - Simplified: the police know how much irregular work there is, not where.
extension World {
  mutating func placePolice() {
    var weights: [Double] = []
    for market in 0..<markets.count {
      markets.with(market) {
        weights.append($0.traits.visibility * Double($0.irregularWorkers.count))
      }
    }
    let total = weights.reduce(0, +)
    for market in 0..<markets.count {
      markets.with(market) { $0.board.policePart = total > 0 ? weights[market] / total : 0 }
    }
  }
}
