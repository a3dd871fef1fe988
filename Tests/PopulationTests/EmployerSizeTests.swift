import Inputs
import Kernel
import Population
import TestSupport
import Testing
import WorldState

/// Sizes follow a truncated Zipf law at every scale.
@Suite struct EmployerSizeTests {
  static let classes = [1...4, 5...19, 20...99, 100...499, 500...20_000]

  /// Each size class's part of the posts of firms and farms, nationwide, and the largest part of one
  /// employer in a market of a hundred posts or more.
  private func measured(_ inputs: Inputs) -> (shares: [Double], largest: Double) {
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 2))
    var posts = Array(repeating: 0.0, count: Self.classes.count)
    var largest = 0.0
    for number in 0..<world.markets.count {
      let sector = inputs.country.sectors[number % inputs.country.sectors.count]
      guard sector.employer != .household else { continue }
      world.markets.with(number) { market in
        var total = 0.0
        var most = 0.0
        for index in 0..<market.employers.count {
          let employer = market.employers[index]
          let base = Double(employer.basePosts)
          total += base
          most = max(most, base)
          for (place, range) in Self.classes.enumerated()
          where range.contains(Int(employer.nominalSize)) {
            posts[place] += base
          }
        }
        if total >= 100 { largest = max(largest, most / total) }
      }
    }
    let all = posts.reduce(0, +)
    return (posts.map { $0 / all }, largest)
  }

  /// The law's own parts.
  private func law(_ demand: DemandBehaviour) -> [Double] {
    let largest = demand.largestSize
    func tail(_ size: Int) -> Double { exactPow(Double(size), -demand.sizeExponent) }
    let posts = (1...largest).map { Double($0) * (tail($0) - tail($0 + 1)) }
    let all = posts.reduce(0, +)
    return Self.classes.map { range in
      range.clamped(to: 1...largest).reduce(0) { $0 + posts[$1 - 1] } / all
    }
  }

  @Test(arguments: [(0.1, 0.01), (0.01, 0.02)])
  func `a sample keeps each size class's part of the posts`(
    scale: Double, tolerance: Double
  ) throws {
    let inputs = try Baseline.inputs(scale: scale)
    let (shares, _) = measured(inputs)
    for (found, expected) in zip(shares, law(inputs.behaviour.demand)) {
      #expect(abs(found - expected) < tolerance, "\(shares)")
    }
  }

  @Test(arguments: [0.1, 0.01])
  func `no employer has much more than a tenth of its market`(scale: Double) throws {
    // A correction of rounding spreads over all employers of a market, so the cap holds about.
    let (_, largest) = measured(try Baseline.inputs(scale: scale))
    #expect(largest < 0.11)
  }

  @Test func `hiring households stay small`() throws {
    let inputs = try Baseline.inputs(scale: 0.1)
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 2))
    for number in 0..<world.markets.count {
      let sector = inputs.country.sectors[number % inputs.country.sectors.count]
      guard sector.employer == .household else { continue }
      let largest = world.markets.with(number) { market in
        (0..<market.employers.count).map { market.employers[$0].nominalSize }.max() ?? 0
      }
      #expect(Int(largest) <= inputs.behaviour.demand.largestHousehold)
    }
  }
}
