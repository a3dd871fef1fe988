import Inputs
import Kernel
import WorldState

/// What a market promises to migrants: measured once a month, for those who think of leaving.
package struct Outlook: Sendable {
  /// Posts for migrants, to the nation's; real ones, season and trend counted in.
  var posts: Double
  /// Net pay of an irregular worker, a month at reference pay.
  var pay: Double
  /// Jobs found a year by one who searches.
  var findingRate: Double
  /// Co-nationals present, by origin, simulated persons.
  var stocks: [Int64]
  /// What being found costs an irregular worker, on average a month, at reference pay.
  var risk: Double
}

extension Market {
  /// Memory of search, in days, that a market borrows from its sector, so that a small one does not follow noise.
  static var borrowedSearchDays: Double { 2000 }
  /// Jobs' worth of the usual pay that its mean pay is averaged with.
  static var borrowedJobs: Double { 20 }

  /// - Parameter sectorRate: jobs found a year by a migrant who searches, in the sector nationwide.
  package func outlook(_ today: Today, sectorRate: Double) -> Outlook {
    var heads = Self.borrowedJobs
    var pay = Self.borrowedJobs * usualIrregularPay(today)
    let groupCount = ledgers.count
    var stocks: [Int64] = []
    for group in 0..<groupCount where !Group.isNative(group) {
      heads += Double(ledgers[group].informal.heads)
      pay += Double(ledgers[group].informal.wages.running)
      let origin = Group.origin(group)
      if stocks.count < origin { stocks.append(0) }
      stocks[origin - 1] += ledgers[group].present
    }
    let borrowed = Self.borrowedSearchDays
    let finds = board.migrantFinds + borrowed / Rates.daysPerYear * sectorRate
    let years = (board.migrantSearchDays + borrowed) / Rates.daysPerYear
    return Outlook(
      posts: traits.migrantPosts * conditions.migrantDemand,
      pay: pay / heads / today.rules.payIndex,
      findingRate: finds / years, stocks: stocks,
      risk: board.detectionRate * today.rules.lossWhenFound(under: law(today))
        / today.rules.payIndex)
  }
}

/// Where those who think of leaving would go, and how many of them leave (MODEL 6.1; Harris and Todaro 1970).
///
/// Runs when a month ends. `V = π·(w − living cost) − home income − journey/T − expulsion − risk`, with `π = f/(f + 1/T + δ)`: the part of
/// a planned stay of T in which one who finds work at rate f and loses it at rate δ has it. Markets are drawn by a
/// logit over V, with the logarithm of their posts and of the network; leaving is a logit over the inclusive
/// value of all markets, which unlike the best single market's is not carried by the noise of small ones.
/// - Reads: outlooks, home incomes, law. - Writes: the origins' boards. - Draws: none.
extension Boards {
  package func publishDestinations(_ outlooks: [Outlook], _ inputs: Inputs, _ today: Today) {
    let day = today.isBurnIn ? inputs.run.from : today.date
    let migration = inputs.behaviour.migration
    // Readiness to leave grows from the first day on.
    let years = Double(day - inputs.run.from) / Rates.daysPerYear
    let growth = exactPow(1 + migration.entryGrowth, years)
    for number in inputs.country.origins.indices {
      var leaving = fillChances(number, outlooks, inputs, today)
      if origins[number].visaFreeDays == 0, !origins[number].hasFreeMovement {
        leaving *= migration.visaFactor
      }
      let season = inputs.country.departures[number]
      let peak = max(season.max() ?? 1, 1e-9)
      origins[number].leaving =
        min(1, leaving * growth) * season[(today.date + 1).civil.month - 1] / peak
    }
  }

  /// Fills an origin's chances of the markets.
  ///
  /// - Returns: the chance that one who thinks of leaving does, before season and growth.
  private func fillChances(
    _ number: Int, _ outlooks: [Outlook], _ inputs: Inputs, _ today: Today
  ) -> Double {
    let migration = inputs.behaviour.migration
    let regionStocks = stocks(of: number, outlooks, scale: inputs.run.scale)
    let sectorCount = inputs.country.sectors.count
    let values = (0..<marketCount).map { market in
      let region = market / sectorCount
      let feared = communities[community(region: region, origin: UInt8(number + 1))].fear
      let gain = Self.gain(
        outlooks[market], origin: number, region: region, feared: feared, inputs, today)
      let network =
        migration.network * exactLog(1 + regionStocks[region] / migration.networkReference)
      return gain / migration.marketScale + network
    }
    let level = Self.level(values)
    var total = 0.0
    var posts = 0.0
    for market in 0..<marketCount {
      let tie = inputs.country.sectorTies[number][market % sectorCount]
      let size = outlooks[market].posts * tie
      total += size * exactExp(values[market] - level)
      posts += size
      destinations[number * marketCount + market] = total
    }
    guard total > 0, posts > 0 else { return 0 }
    for market in 0..<marketCount { destinations[number * marketCount + market] /= total }
    let inclusive = (exactLog(total / posts) + level) * migration.marketScale
    return exactLogistic(migration.leaveConstant + inclusive / migration.gainScale)
  }

  /// What is taken from all values before their exponentials, where these would else be infinite, or all of them nought.
  private static func level(_ values: [Double]) -> Double {
    let highest = values.max() ?? 0
    return highest.magnitude > 600 ? highest : 0
  }

  /// Co-nationals by region, real persons.
  private func stocks(of origin: Int, _ outlooks: [Outlook], scale: Double) -> [Double] {
    var stocks = [Double](repeating: 0, count: regionCount)
    let sectorCount = marketCount / regionCount
    for market in 0..<marketCount {
      stocks[market / sectorCount] += Double(outlooks[market].stocks[origin]) / scale
    }
    return stocks
  }

  /// Expected monthly gain of going, at reference pay.
  ///
  /// - Parameter feared: what compatriots in the region have learned to fear, a month; it stands for what all would else expect of
  ///   detection and expulsion.
  private static func gain(
    _ outlook: Outlook, origin: Int, region: Int, feared: Double, _ inputs: Inputs, _ today: Today
  ) -> Double {
    let rules = today.rules
    let migration = inputs.behaviour.migration
    let stay = 12 / migration.plannedMonths
    let part =
      outlook.findingRate
      / (outlook.findingRate + stay + rules.behaviour.workingLife.irregularSeparation)
    let prices = exactPow(
      inputs.country.regions[region].incomeIndex, migration.regionalPrices)
    let homeIncome = today.homeIncomes[origin] / rules.payIndex
    let journey = inputs.country.journeyCosts[origin][region] / migration.plannedMonths
    let isLearned = inputs.behaviour.beliefs.fear > 0
    let expulsion = isLearned ? 0 : migration.expulsionRate / 12 * migration.expulsionLoss
    let risk = migration.knownRisk * (isLearned ? feared : outlook.risk)
    return part * (outlook.pay - migration.livingCost) / prices - homeIncome - journey - expulsion
      - risk
  }
}
