import Inputs
import Kernel
import WorldState

/// Tells those at home what the markets promise.
///
/// Runs on the first day and when a month ends. How fast migrants find work is averaged by sector over the country, and
/// a sector's with a little of all, so that an outlook never rests on a handful of searches.
/// - Reads: the markets' boards. - Writes: the origins' boards. - Draws: none.
/// - Source: MODEL 6.1. - Simplified: before anybody has searched, a find a season.
extension World {
  mutating func publishDestinations(_ today: Today) {
    guard homelands.count > 0 else { return }
    var finds = [Double](repeating: 0, count: sectorCount)
    var days = finds
    for market in 0..<markets.count {
      finds[market % sectorCount] += boards.entries[market].migrantFinds
      days[market % sectorCount] += boards.entries[market].migrantSearchDays
    }
    // Years of search and, at four finds a year, the finds that count beside those observed.
    let borrowed = 30_000 * inputs.run.scale
    let rate =
      (finds.reduce(0, +) + borrowed * 4) / (days.reduce(0, +) / Rates.daysPerYear + borrowed)
    let few = borrowed / 100
    let sectorRates = zip(finds, days).map { ($0 + few * rate) / ($1 / Rates.daysPerYear + few) }
    let outlooks = (0..<markets.count).map { index in
      markets.with(index) {
        $0.outlook(today, sectorRate: sectorRates[index % sectorRates.count])
      }
    }
    boards.publishDestinations(outlooks, inputs, today)
  }
}
