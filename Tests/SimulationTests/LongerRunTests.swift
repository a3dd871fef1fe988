import Inputs
import Kernel
import Measurement
import Population
import Simulation
import TestSupport
import Testing
import WorldState

/// A run that goes on for longer is the same run up to where the shorter one ends.
@Suite struct LongerRunTests {
  private func days(until: String, _ change: (inout Inputs) -> Void = { _ in }) throws
    -> [DayRecord]
  {
    var inputs = try Baseline.inputs(scale: 0.002, until: until, burnInMonths: 3)
    change(&inputs)
    return try Recording(inputs, RunOptions(audit: .off)).days
  }

  @Test func `a longer run changes nothing of what came before`() throws {
    let shorter = try days(until: "2005-08-31")
    let longer = try days(until: "2006-02-28")
    #expect(shorter.count == 243)
    #expect(Array(longer.prefix(shorter.count)) == shorter)
  }

  @Test(.tags(.slow)) func `nor does one that reaches beyond the first six years`() throws {
    let shorter = try days(until: "2010-09-30")
    let longer = try days(until: "2011-09-30")
    #expect(Array(longer.prefix(shorter.count)) == shorter)
  }

  @Test func `an amnesty without an end has no deadline that a longer run would move`() throws {
    func open(_ inputs: inout Inputs) {
      var amnesty = Amnesty()
      amnesty.informedAtStart = 0.5
      amnesty.entryCutoff = Day(year: 2005, month: 3, day: 1)
      amnesty.contract = .any
      amnesty.capacity = 1e6
      inputs.measures.append(
        Measure(
          name: "amnesty-b", from: Day(year: 2005, month: 3, day: 1), lever: amnesty))
    }
    let shorter = try days(until: "2005-08-31", open)
    let longer = try days(until: "2006-02-28", open)
    let legalised = shorter.reduce(0) { $0 + ($1.counts.first ?? 0) }
    #expect(legalised > 0)
    #expect(Array(longer.prefix(shorter.count)) == shorter)
  }

  @Test func `who enters after the first years is nobody else`() throws {
    var inputs = try Baseline.inputs(scale: 0.002, until: "2012-12-31", burnInMonths: 1)
    inputs.behaviour.population.exitRate = 0.05
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 1))
    var seen: Set<PersonID> = []
    var count = 0
    for market in 0..<world.markets.count {
      world.markets.with(market) {
        for index in 0..<$0.people.count {
          seen.insert($0.people[index].id)
          count += 1
        }
      }
    }
    for homeland in 0..<world.homelands.count {
      world.homelands.with(homeland) {
        for index in 0..<$0.people.count where $0.people[index].activity == .atHome {
          seen.insert($0.people[index].id)
          count += 1
        }
      }
    }
    #expect(seen.count == count)
  }
}
