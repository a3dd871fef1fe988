import Inputs
import Kernel
import WorldState

/// Where the police look: a market's part of the checks of the measure under which it comes, by how visible irregular work
/// is there and how much of it there was.
///
/// What they know is new on the first day and when a month ends; by it, checks are shared anew then and when the law of
/// the day is set.
/// - Reads: irregular workers, visibility, law. - Writes: the markets' parts. - Draws: none.
/// - Source: MODEL 6.9. - Simplified: the police know how much irregular work there is, not where.
extension World {
  mutating func placePolice(_ today: Today) {
    for market in 0..<markets.count {
      markets.with(market) {
        $0.board.knownWork = $0.traits.visibility * Double($0.irregularWorkers.count)
      }
    }
    sharePolice(today)
  }

  /// Each measure's checks are shared by the markets that it names, even if a later one rules some of them.
  mutating func sharePolice(_ today: Today) {
    let law = today.rules.law
    let known = (0..<markets.count).map { index in markets.with(index) { $0.board.knownWork } }
    let sectors = sectorCount
    func total(_ places: LawPlaces) -> Double {
      known.indices.reduce(0) { sum, market in
        places.contain(region: market / sectors, sector: market % sectors)
          ? sum + known[market] : sum
      }
    }
    let nation = known.reduce(0, +)
    let totals = law.localPolicing.map { total($0.places) }
    for market in known.indices {
      let own = law.localPolicing.firstIndex {
        $0.places.contain(region: market / sectors, sector: market % sectors)
      }
      let all = own.map { totals[$0] } ?? nation
      markets.with(market) { $0.board.policePart = all > 0 ? known[market] / all : 0 }
    }
  }
}
