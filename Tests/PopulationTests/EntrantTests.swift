import Inputs
import Kernel
import Population
import TestSupport
import Testing
import WorldState

/// Entrants come so that the labour force follows the drivers while people leave at a hazard.
@Suite struct EntrantTests {
  /// Entrants of the nation by day of the world.
  private func entries(_ inputs: Inputs) -> [Int] {
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 2))
    var byDay = Array(repeating: 0, count: world.horizon)
    for number in 0..<world.markets.count {
      world.markets.with(number) { market in
        for index in 0..<market.people.count where market.people[index].activity == .notYetIn {
          byDay[Int(market.people[index].due)] += 1
        }
      }
    }
    return byDay
  }

  @Test func `with them the labour force follows the drivers within a tenth of a percent`() throws {
    let inputs = try TinyCountry.inputs(scale: 1, until: "2025-12-31")
    let hazard = inputs.behaviour.population.exitRate / 365.25
    var force = inputs.country.drivers[0].labourForce * inputs.run.scale
    let first = inputs.run.from.adding(months: -inputs.run.burnInMonths)
    for (number, entrants) in entries(inputs).enumerated() {
      force += Double(entrants) - force * hazard
      let day = max(first + number, inputs.run.from)
      let wanted = inputs.country.economy(on: day).labourForce * inputs.run.scale
      if abs(force / wanted - 1) > 0.001 {
        Issue.record("day \(number): \(force) for \(wanted)")
        break
      }
    }
  }

  @Test func `in the burn-in they replace those who leave, and no more`() throws {
    let inputs = try TinyCountry.inputs(scale: 1)
    let burnIn = inputs.run.from - inputs.run.from.adding(months: -inputs.run.burnInMonths)
    let entered = entries(inputs).prefix(burnIn).reduce(0, +)
    let leavers =
      inputs.country.drivers[0].labourForce * inputs.run.scale
      * inputs.behaviour.population.exitRate
    #expect(abs(Double(entered) / leavers - 1) < 0.02)
  }

  @Test func `a growing region takes more of them than a shrinking one`() throws {
    var inputs = try TinyCountry.inputs(scale: 0.8, until: "2025-12-31")
    inputs.country.regions[0].populationNextYear = inputs.country.regions[0].population * 1.05
    inputs.country.regions[1].populationNextYear = inputs.country.regions[1].population * 0.95
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 2))
    func entrantsPerHead(_ region: Int) -> Double {
      var sums = (entrants: 0.0, heads: 0.0)
      for sector in 0..<world.sectorCount {
        world.markets.with(region * world.sectorCount + sector) { market in
          for index in 0..<market.people.count {
            if market.people[index].activity == .notYetIn {
              sums.entrants += 1
            } else {
              sums.heads += 1
            }
          }
        }
      }
      return sums.entrants / sums.heads
    }
    #expect(entrantsPerHead(0) > 2 * entrantsPerHead(1))
  }
}
