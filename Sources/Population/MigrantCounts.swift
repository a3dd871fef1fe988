import Inputs
import Kernel
import WorldState

/// How many migrants there are of each origin, at home and in every market, when the world is built.
///
/// Migrants stand where the tables say they are wanted: by region, by sector, by how much of the sector the region
/// has, and by what ties an origin has to the sector. All are rounded by running sums, without bias.
struct MigrantCounts {
  /// People of an origin, at home and present.
  var potential: [Int] = []
  /// Those present: `[origin][market]`; of these, with a permit.
  var present: [[Int]] = []
  var permits: [[Int]] = []
  /// Posts for migrants by market, simulated, not rounded; and real ones.
  var posts: [Double] = []
  var realPosts: [Double] = []
  /// Parts of a market's migrants who are low-skilled, skilled and specialists.
  var skills: [SIMD3<Double>] = []

  /// Migrants without work when the world is built.
  static var joblessShare: Double { 0.1 }

  init(_ inputs: Inputs, _ shares: MarketShares, luck: Luck) {
    let migration = inputs.behaviour.migration
    let weights = MigrantCounts.weights(inputs, shares)
    let scale = inputs.run.scale
    posts = [Double](repeating: 0, count: shares.labourForce.count)
    realPosts = posts
    skills = [SIMD3<Double>](repeating: .zero, count: posts.count)
    var roundings = (0..<3).map { index in
      RunningRounding(
        luck.uniform(PersonID(0), .personCounts, index: Int(10 + index)))
    }
    for (number, origin) in inputs.country.origins.enumerated() {
      let row = weights[number]
      let total = max(row.reduce(0, +), 1e-9)
      // Where nobody is present, or no posts are kept for migrants, they are wanted in the same places as one would be.
      let someone = max(migration.present, 1)
      let places = row.map { someone * origin.presentShare * $0 / total }
      let heads = migration.present < 1 ? places.map { $0 * migration.present } : places
      let held = row.map { migration.permits * origin.permitShare * $0 / total }
      let here = heads.map { roundings[0].round($0 * scale) }
      present.append(here)
      permits.append(zip(held, here).map { min(roundings[1].round($0 * scale), $1) })
      let all = roundings[2].round(migration.potential * origin.potentialShare * scale)
      potential.append(max(all, here.reduce(0, +)))
      for market in row.indices {
        let wanted = max(migration.posts, 1) * places[market] / someone
        realPosts[market] += wanted
        posts[market] += min(migration.posts, 1) * wanted * scale
        skills[market] += wanted * SIMD3(Skill.allCases.map(origin.part(of:)))
      }
    }
    for market in skills.indices where realPosts[market] > 0 {
      skills[market] /= realPosts[market]
    }
  }

  /// How much an origin's migrants are wanted in each market: `[origin][market]`.
  private static func weights(_ inputs: Inputs, _ shares: MarketShares) -> [[Double]] {
    let country = inputs.country
    let sectors = country.sectors.indices
    var national = [Double](repeating: 0, count: country.sectors.count)
    for region in country.regions.indices {
      for sector in sectors {
        national[sector] += shares.regions[region] * country.sectorShares[region][sector]
      }
    }
    return country.origins.indices.map { origin in
      country.regions.indices.flatMap { region in
        sectors.map { sector in
          let quotient =
            national[sector] > 0 ? country.sectorShares[region][sector] / national[sector] : 0
          return shares.regions[region] * country.regions[region].migrantWeight
            * country.sectors[sector].migrantShare * quotient
            * country.sectorTies[origin][sector]
        }
      }
    }
  }
}

/// Who is who among migrants: identities by origin, and which of them are present where.
struct MigrantIdentities {
  /// Identity of an origin's first person.
  private(set) var first: [PersonID] = []
  /// The first identity behind all migrants'.
  let end: PersonID
  private let counts: MigrantCounts
  /// Present migrants of an origin in the markets before each: `[origin][market]`.
  private var before: [[Int]] = []
  private var totals: [Int] = []

  /// - Parameter nextPerson: the first identity that no native has.
  init(_ counts: MigrantCounts, nextPerson: PersonID) {
    self.counts = counts
    var next = nextPerson
    for origin in counts.potential.indices {
      first.append(next)
      next += counts.potential[origin]
      var sum = 0
      before.append(
        counts.present[origin].map { count in
          defer { sum += count }
          return sum
        })
      totals.append(sum)
    }
    end = next
  }

  /// Identity of the n-th of an origin's migrants present: evenly spread over all its people.
  private func identity(origin: Int, position: Int) -> PersonID {
    first[origin] + position * counts.potential[origin] / totals[origin]
  }

  /// Migrants present in a market: identity, origin from 1 on, whether with a permit; in an order that has
  /// nothing to do with their origin.
  func present(inMarket market: Int) -> [(id: PersonID, origin: UInt8, hasPermit: Bool)] {
    var list: [(id: PersonID, origin: UInt8, hasPermit: Bool)] = []
    for origin in first.indices {
      for number in 0..<counts.present[origin][market] {
        list.append(
          (
            identity(origin: origin, position: before[origin][market] + number),
            UInt8(origin + 1), number < counts.permits[origin][market]
          ))
      }
    }
    return list.sorted { scrambled($0.id.rawValue) < scrambled($1.id.rawValue) }
  }

  /// Calls `body` with the place in an origin of each of its people who is present, in order.
  func forEachPresent(ofOrigin origin: Int, _ body: (Int) -> Void) {
    for position in 0..<totals[origin] {
      body(identity(origin: origin, position: position) - first[origin])
    }
  }
}
