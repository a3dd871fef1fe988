import Inputs
import Kernel
import Measurement
import Simulation
import TestSupport
import Testing

/// What must not change a run's records.
@Suite struct InvarianceTests {
  private func inputs() throws -> Inputs {
    try TinyCountry.inputs(until: "2021-06-30", TinyCountry.livelyDemand)
  }

  @Test(arguments: [2, 3, 7]) func `the number of workers`(workers: Int) throws {
    let one = try Recording(inputs(), RunOptions(workers: 1))
    let many = try Recording(inputs(), RunOptions(workers: workers))
    #expect(one.days == many.days)
    #expect(one.months == many.months)
    #expect(one.months.count == 18 && one.days.count == 547)
  }

  @Test func `an earlier end, before it`() throws {
    var options = RunOptions()
    options.until = Day(year: 2020, month: 8, day: 31)
    let short = try Recording(inputs(), options)
    let long = try Recording(inputs())
    #expect(short.days == Array(long.days.prefix(short.days.count)))
    #expect(short.months == Array(long.months.prefix(8)))
    #expect(short.months.count == 8 && short.summary.lastDay == options.until)
  }

  @Test func `tables and audits`() throws {
    let plain = try Recording(inputs())
    for audit in AuditLevel.allCases where audit != .daily {
      var options = RunOptions(audit: audit)
      options.withTables = false
      let other = try Recording(inputs(), options)
      #expect(other.days == plain.days)
      #expect(other.months.map(\.canonical) == plain.months.map(\.canonical))
      #expect(other.months.map(\.national) == plain.months.map(\.national))
      #expect(other.months.allSatisfy { $0.cells.isEmpty })
    }
  }

  @Test func `whether it is stopped: what was told stays true`() throws {
    let whole = try Recording(inputs())
    var days: [DayRecord] = []
    var sinks = RunSinks()
    sinks.day = { days.append($0) }
    sinks.keepsGoing = { $0.isBurnIn || $0.day < Day(year: 2020, month: 3, day: 10) }
    let summary = try simulate(inputs(), options: RunOptions(), sinks: sinks)
    #expect(!summary.isComplete)
    #expect(summary.lastDay == Day(year: 2020, month: 3, day: 10))
    #expect(days == Array(whole.days.prefix(days.count)) && days.count == 70)
  }

  @Test func `a measure that repeats the law as it is`() throws {
    let plain = try Recording(inputs())
    var contributions = Contributions()
    contributions.employer = 0.05
    contributions.worker = 0.1
    // From inside the run, so that pay and books are revised for nothing.
    let repeated = try inputs().adding(
      contributions, named: "same", from: Day(year: 2020, month: 3, day: 15),
      until: Day(year: 2020, month: 12, day: 31))
    let null = try Recording(repeated)
    #expect(null.days == plain.days)
    #expect(null.months == plain.months)
  }

  @Test func `the order of the scenario's keys`() throws {
    var turned = try inputs()
    turned.measures.reverse()
    let one = try Recording(inputs())
    let other = try Recording(turned)
    #expect(one.months == other.months)
  }

  @Test func `a measure still to come`() throws {
    let from = Day(year: 2020, month: 9, day: 12)
    var minimum = MinimumWage()
    minimum.amount = 700
    let plain = try Recording(inputs())
    let changed = try Recording(inputs().adding(minimum, named: "minimum_wage", from: from))
    let before = plain.days.count { $0.day < from }
    #expect(plain.days.prefix(before) == changed.days.prefix(before))
    #expect(plain.months.prefix(8) == changed.months.prefix(8))
    #expect(plain.months[8] != changed.months[8])
  }

  @Test func `but another replicate or seed is other luck`() throws {
    var options = RunOptions()
    options.replicate = 1
    let plain = try Recording(inputs())
    let replicate = try Recording(inputs(), options)
    let seed = try Recording(
      TinyCountry.inputs(until: "2021-06-30", seed: 7, TinyCountry.livelyDemand))
    #expect(plain.days != replicate.days && plain.days != seed.days)
    #expect(replicate.days != seed.days)
  }
}
