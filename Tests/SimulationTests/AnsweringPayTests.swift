import Inputs
import Kernel
import Measurement
import Simulation
import TestSupport
import Testing

/// A country in which pay answers how easily work is found, and people differ in ability.
@Suite struct AnsweringPayTests {
  private func inputs(_ overrides: [String] = []) throws -> Inputs {
    try TinyCountry.inputs(
      until: "2021-06-30",
      [
        "behaviour.wages.search_value=1", "behaviour.wages.renewal=0.5",
        "behaviour.wages.ability_spread=0.5",
      ] + overrides)
  }

  @Test func `audited every day, it passes`() throws {
    let recording = try Recording(inputs(), RunOptions(audit: .daily))
    #expect(recording.summary.isComplete)
  }

  @Test(arguments: [2, 3]) func `the number of workers does not matter`(workers: Int) throws {
    let one = try Recording(inputs(), RunOptions(workers: 1))
    let many = try Recording(inputs(), RunOptions(workers: workers))
    #expect(one.days == many.days && one.months == many.months)
  }

  @Test func `a state kept on a day goes on as if nothing had been`() throws {
    let date = Day(year: 2020, month: 8, day: 12)
    var options = RunOptions(workers: 1)
    options.saveState = date
    options.until = date
    var kept: RunState?
    var sinks = RunSinks()
    sinks.state = { kept = $0 }
    _ = try simulate(inputs(), options: options, sinks: sinks)
    let state = try #require(kept)
    var months: [MonthRecord] = []
    sinks = RunSinks()
    sinks.month = { months.append($0) }
    _ = try simulate(inputs(), options: RunOptions(workers: 2), sinks: sinks, from: state)
    let whole = try Recording(inputs())
    #expect(months == whole.months.filter { $0.month >= date.firstOfMonth })
    #expect(!months.isEmpty)
  }

  @Test func `each of the keys changes the course of things, the memory only with the value`()
    throws
  {
    let plain = try Recording(TinyCountry.inputs(until: "2020-12-31"))
    func differs(_ overrides: [String]) throws -> Bool {
      try Recording(TinyCountry.inputs(until: "2020-12-31", overrides)).months != plain.months
    }
    #expect(try differs(["behaviour.wages.search_value=0.5"]))
    #expect(try differs(["behaviour.wages.ability_spread=0.3"]))
    #expect(try differs(["behaviour.wages.renewal=0.5"]))
    #expect(try !differs(["behaviour.wages.search_memory=90 days"]))
  }
}
