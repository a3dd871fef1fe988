import Inputs
import Kernel
import WorldState

/// Demand as the calendar and the drivers set it, market by market: trend, season and shocks.
///
/// Runs when the law of the day is set: on the first day, the first of a month, and when rules change. In the burn-in
/// the trend stands still, and there are no shocks.
/// - Reads: seasons, the trend of posts, shocks in force. - Writes: conditions. - Draws: none.
/// - Source: MODEL 6.2. - Simplified: a season is a factor a month and sector, the same every year.
extension World {
  mutating func setConditions(_ today: Today, _ crew: Crew) {
    let country = inputs.country
    let month = today.date.civil.month
    let trend = today.isBurnIn ? 1 : country.economy(on: today.date.firstOfMonth).employmentTrend
    let shocks = today.isBurnIn ? [] : today.rules.law.demandShocks
    let reviewDays = today.rules.behaviour.demand.reviewDays
    markets.forEach(crew) { _, market in
      let season = country.seasons[market.traits.sector]
      let shock = shocks.reduce(1.0) {
        $0
          * ($1.hits(
            region: market.traits.region, sector: market.traits.sector) ? $1.size : 1)
      }
      market.conditions.demand = trend * season[month - 1] * shock
      // Where the season swings, posts are reviewed often enough to follow it.
      let swing = (season.max() ?? 1) - (season.min() ?? 1)
      market.conditions.reviewDays = swing > 0.1 ? min(reviewDays, 30) : reviewDays
    }
  }
}
