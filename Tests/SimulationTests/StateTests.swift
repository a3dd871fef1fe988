import Inputs
import Kernel
import Measurement
import Simulation
import TestSupport
import Testing

/// A run that is kept in mid-course goes on as if nothing had been.
@Suite struct StateTests {
  private func inputs() throws -> Inputs {
    try TinyCountry.inputs(scale: 0.16, until: "2021-06-30", TinyCountry.livelyDemand)
  }

  /// The state after a day.
  private func state(_ inputs: Inputs, _ date: Day, workers: Int = 1) throws -> RunState {
    var options = RunOptions(workers: workers)
    options.saveState = date
    options.until = date
    var kept: RunState?
    var sinks = RunSinks()
    sinks.state = { kept = $0 }
    _ = try simulate(inputs, options: options, sinks: sinks)
    return try #require(kept)
  }

  private func resumed(
    _ inputs: Inputs, _ state: RunState, workers: Int = 1
  ) throws -> (days: [DayRecord], months: [MonthRecord], summary: RunSummary) {
    var days: [DayRecord] = []
    var months: [MonthRecord] = []
    var sinks = RunSinks()
    sinks.day = { days.append($0) }
    sinks.month = { months.append($0) }
    var options = RunOptions(workers: workers)
    options.audit = .monthly
    let summary = try simulate(inputs, options: options, sinks: sinks, from: state)
    return (days, months, summary)
  }

  // The first and last day, the ends of months and years, and days of blocks of the calendar.
  @Test(arguments: [
    (2020, 1, 1), (2020, 1, 31), (2020, 2, 1), (2020, 3, 17), (2020, 12, 31), (2021, 1, 1),
    (2021, 6, 29), (2021, 6, 30),
  ])
  func `It goes on to the same days, months and counts`(year: Int, month: Int, day: Int) throws {
    let date = Day(year: year, month: month, day: day)
    let whole = try Recording(inputs())
    for workers in [1, 3] {
      let rest = try resumed(
        inputs(), state(inputs(), date, workers: 4 - workers), workers: workers)
      #expect(rest.days == whole.days.filter { $0.day > date })
      #expect(rest.months == whole.months.filter { $0.month.adding(months: 1) - 1 > date })
      #expect(rest.summary.events == whole.summary.events)
      #expect(rest.summary.personDays == whole.summary.personDays)
      #expect(rest.summary.isComplete && rest.summary.lastDay == whole.summary.lastDay)
      #expect(rest.summary.labourForce == whole.summary.labourForce)
    }
  }

  @Test func `A state may be kept of a run that went on from one`() throws {
    let first = try state(inputs(), Day(year: 2020, month: 4, day: 30))
    var options = RunOptions()
    options.saveState = Day(year: 2020, month: 10, day: 10)
    var second: RunState?
    var sinks = RunSinks()
    sinks.state = { second = $0 }
    _ = try simulate(inputs(), options: options, sinks: sinks, from: first)
    let rest = try resumed(inputs(), #require(second))
    let whole = try Recording(inputs())
    #expect(rest.months == whole.months.filter { $0.month >= Day(year: 2020, month: 10, day: 1) })
  }

  @Test func `Another law from the next day on branches off the shared past`() throws {
    let from = Day(year: 2020, month: 9, day: 12)
    var minimum = MinimumWage()
    minimum.amount = 700
    let changed = try inputs().adding(minimum, named: "minimum_wage", from: from)
    let branch = try resumed(changed, state(inputs(), from - 1))
    let whole = try Recording(changed)
    #expect(branch.days == whole.days.filter { $0.day >= from })
    #expect(branch.months == whole.months.filter { $0.month >= from.firstOfMonth })
  }

  @Test func `Bytes of another size are told, not lived with`() throws {
    var broken = try state(inputs(), Day(year: 2020, month: 1, day: 10))
    broken.islands[3].append(0)
    #expect(throws: StateFault.otherLayout) { try resumed(inputs(), broken) }
    broken.islands[3].removeLast(9)
    #expect(throws: StateFault.self) { try resumed(inputs(), broken) }
    broken.islands.removeLast()
    #expect(throws: StateFault.self) { try resumed(inputs(), broken) }
  }
}
