import Inputs
import Kernel
import WorldState

/// When natives enter the labour force: so many that it follows the drivers while people leave it at a
/// constant hazard.
///
/// Entries of a day are the day's leavers, at the hazard, and the day's growth. Regions grow apart as their
/// populations did over the reference year. In the burn-in the labour force is held.
///
/// Who somebody is does not depend on the run's last day: entrants of the first years have identities beside those of their
/// market's first people, whether the run gets to them or not; later ones have theirs behind all others', market by market in
/// turn.
struct Entrants {
  /// Years from the run's first day whose entrants have identities beside their market's first people.
  static var yearsBesideFirst: Int { 6 }

  /// Entries in a region up to and including each day, simulated persons: `[region][day]`.
  private let cumulative: [[Double]]
  private let shares: [[Double]]
  private let sectorCount: Int
  private let luck: Luck
  /// Days to simulate.
  private let horizon: Int
  /// Days whose entrants have identities beside their market's first people.
  private let daysBesideFirst: Int

  init(_ inputs: Inputs, _ shares: MarketShares, horizon: Int, luck: Luck) {
    self.luck = luck
    let country = inputs.country
    self.shares = country.sectorShares
    sectorCount = country.sectors.count
    let first = inputs.firstWorldDay
    let hazard = inputs.behaviour.population.exitRate / Rates.daysPerYear
    self.horizon = horizon
    daysBesideFirst = inputs.run.from.adding(months: 12 * Self.yearsBesideFirst) - first
    let days = max(horizon, daysBesideFirst)
    let forces = (0..<days).map { day in
      country.economy(on: max(first + day, inputs.run.from)).labourForce * inputs.run.scale
    }
    cumulative = country.regions.indices.map { region in
      let drift = country.growthApart(ofRegion: region)
      var sum = 0.0
      var before = forces[0] * shares.regions[region]
      return (0..<days).map { day in
        let years = Double(max(0, (first + day) - inputs.run.from)) / Rates.daysPerYear
        let force = forces[day] * shares.regions[region] * (1 + drift * years)
        sum += max(0, before * hazard + force - before)
        before = force
        return sum
      }
    }
  }

  /// Entrants of a market over the whole run.
  func count(market number: Int) -> Int { Int(expected(number, upTo: horizon - 1)) }

  /// Those who have identities beside the market's first people, beyond the run's last day too.
  func countBesideFirst(market number: Int) -> Int {
    Int(expected(number, upTo: daysBesideFirst - 1))
  }

  /// Calls `body` with each entrant's day, in order.
  func forEachDay(market number: Int, _ body: (Int) -> Void) {
    var entered = 0
    for day in 0..<horizon {
      let upTo = Int(expected(number, upTo: day))
      while entered < upTo {
        body(day)
        entered += 1
      }
    }
  }

  private func expected(_ number: Int, upTo day: Int) -> Double {
    let (region, sector) = (number / sectorCount, number % sectorCount)
    return cumulative[region][day] * shares[region][sector]
      + luck.uniform(MarketNumber(number), .entryDates)
  }
}
