import Inputs
import Kernel
import WorldState

/// Demand as the calendar and the drivers set it, market by market: trend, the region's part of it, the sector's own demand,
/// season and shocks.
///
/// Runs when the law of the day is set: on the first day, the first of a month, and when rules change. In the burn-in
/// the trend stands still, and there are no shocks.
/// - Reads: seasons, the trend of posts, demand by sector, shocks in force. - Writes: conditions. - Draws: none.
/// - Source: MODEL 6.2. - Simplified: a season is the same every year and in all regions.
extension World {
  mutating func setConditions(_ today: Today, _ crew: Crew) {
    let country = inputs.country
    let month = today.date.civil.month
    let trend = today.isBurnIn ? 1 : country.economy(on: today.date.firstOfMonth).employmentTrend
    let shocks = today.isBurnIn ? [] : today.rules.law.demandShocks
    let reviewDays = today.rules.behaviour.demand.reviewDays
    let demand = today.rules.behaviour.demand
    let day = today.isBurnIn ? inputs.run.from : today.date.firstOfMonth
    let years = Double(max(0, day - inputs.run.from)) / Rates.daysPerYear
    markets.forEach(crew) { _, market in
      let sector = country.sectors[market.traits.sector]
      let seasons = SeasonalPosts(
        country.seasons[market.traits.sector], seasonalShare: sector.seasonalShare,
        permanentShare: sector.permanentShare, part: demand.seasonalPosts)
      let cycle = 1 + demand.cycle * (country.sectorDemand(market.traits.sector, on: day) - 1)
      let shock = shocks.reduce(1.0) {
        $0
          * ($1.hits(
            region: market.traits.region, sector: market.traits.sector) ? $1.size : 1)
      }
      let apart =
        1 + demand.regionalGrowth * years * country.growthApart(ofRegion: market.traits.region)
      let level = trend * max(apart, 0) * max(cycle, 0)
      market.conditions.demand = level * seasons.posts[month - 1] * shock
      market.conditions.migrantDemand = level * seasons.migrantPosts[month - 1] * shock
      market.conditions.isOffSeason = seasons.isOff[month - 1]
      // Where the season swings, posts are reviewed often enough to follow it.
      let swing = (seasons.posts.max() ?? 1) - (seasons.posts.min() ?? 1)
      market.conditions.reviewDays = swing > 0.1 ? min(reviewDays, 30) : reviewDays
    }
  }
}
