import Kernel
import Population
import Simulation
import TestSupport
import Testing
import WorldState

/// The audit as a run performs it.
@Suite struct AuditTests {
  @Test func `audited every day, a year passes`() throws {
    let recording = try Recording(
      TinyCountry.inputs(scale: 0.8, until: "2020-12-31", TinyCountry.livelyDemand),
      RunOptions(audit: .daily))
    #expect(recording.summary.isComplete)
    #expect(recording.summary.audits >= 365)
  }

  @Test(.tags(.slow)) func `audited every day, five years with all reforms pass`() throws {
    let recording = try Recording(
      TinyCountry.inputs(scale: 0.8, until: "2024-12-31", burnInMonths: 24),
      RunOptions(audit: .daily))
    #expect(recording.summary.isComplete)
  }

  @Test func `a fault ends the run on its day`() throws {
    let inputs = try TinyCountry.inputs(scale: 0.08, until: "2020-03-31", burnInMonths: 1)
    let crew = Crew(workers: 1)
    var run = Run(
      world: World.populated(inputs, replicate: 0, crew: crew),
      options: RunOptions(audit: .daily), crew: crew)
    run.world.markets.with(0) { $0.flows[.exits] += 1 }
    do {
      try run.live(RunSinks())
      Issue.record("the audit passed")
    } catch {
      #expect(error.day == inputs.run.from.adding(months: -1))
      #expect(error.findings.contains { $0.hasPrefix("market 0: heads at the beginning") })
    }
  }

  @Test func `a person lost between two markets ends the run`() throws {
    let inputs = try TinyCountry.inputs(scale: 0.08, until: "2020-03-31", burnInMonths: 1)
    let crew = Crew(workers: 1)
    var run = Run(
      world: World.populated(inputs, replicate: 0, crew: crew),
      options: RunOptions(audit: .daily), crew: crew)
    // One who left their market's books in order, and arrived nowhere.
    run.world.markets.with(0) { market in
      for index in market.people.places
      where market.people[index].activity == .searching {
        market.flows[.sectorDepartures] += 1
        market.leaveSearch(index)
        market.removeRecord(index)
        return
      }
    }
    do {
      try run.live(RunSinks())
      Issue.record("the audit passed")
    } catch {
      #expect(error.findings.contains { $0.contains("left for another market") })
    }
  }
}
