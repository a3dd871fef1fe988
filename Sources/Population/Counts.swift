import Inputs
import Kernel
import WorldState

/// How many simulated persons of each kind every market begins with.
///
/// The tables' real numbers times the scale are rounded by one running sum over all markets, so that each
/// market is within one person of its share and the nation within one of its total, without bias.
struct Counts {
  /// By market number.
  var labourForce: [Int]
  var searching: [Int]
  var ownAccount: [Int]
  var hired: [Int]
  /// Posts, filled and vacant.
  var posts: [Int]
  /// Identity of the market's first person.
  var firstPerson: [PersonID]

  init(
    _ inputs: Inputs, _ shares: MarketShares, _ migrants: MigrantCounts, entrants: [Int],
    luck: Luck
  ) {
    let first = inputs.country.economy(on: inputs.run.from).labourForce * inputs.run.scale
    let behaviour = inputs.behaviour
    let unemployed = behaviour.population.unemploymentShare
    let sectors = inputs.country.sectors
    var roundings = (0..<4).map { index in
      RunningRounding(
        luck.uniform(PersonID(0), .personCounts, index: Int(index)))
    }
    (labourForce, searching, ownAccount, hired, posts, firstPerson) = ([], [], [], [], [], [])
    var next: PersonID = 0
    for (number, share) in shares.labourForce.enumerated() {
      let force = first * share
      let own = force * (1 - unemployed) * sectors[number % sectors.count].ownAccountShare
      let wanted =
        (force * (1 - unemployed) - own) / (1 - behaviour.demand.vacancyShare)
        * behaviour.demand.postsLevel
      let all = roundings[0].round(force)
      let seeking = min(all, roundings[1].round(force * unemployed))
      let alone = min(all - seeking, roundings[2].round(own))
      labourForce.append(all)
      searching.append(seeking)
      ownAccount.append(alone)
      posts.append(
        max(all - seeking - alone, roundings[3].round(wanted + migrants.posts[number])))
      hired.append(all - seeking - alone)
      firstPerson.append(next)
      next += all + entrants[number]
    }
  }
}

/// Rounds a series of numbers so that every partial sum is within one of the exact one.
struct RunningRounding {
  private var exact: Double
  private var given = 0

  /// - Parameter uniform: a draw on (0, 1) that makes every number unbiased.
  init(_ uniform: Double) { exact = uniform }

  mutating func round(_ value: Double) -> Int {
    exact += value
    let upTo = Int(exact.rounded(.down))
    defer { given = upTo }
    return upTo - given
  }
}

/// Each market's part of the nation, from the tables.
struct MarketShares {
  /// Part of the nation's labour force, by market number; sums to 1.
  var labourForce: [Double] = []
  /// The regions' parts.
  var regions: [Double]

  init(_ inputs: Inputs) {
    let country = inputs.country
    let population = country.regions.reduce(0) { $0 + $1.population }
    regions = country.regions.map { $0.population / population }
    for region in country.regions.indices {
      for sector in country.sectors.indices {
        labourForce.append(regions[region] * country.sectorShares[region][sector])
      }
    }
  }
}
