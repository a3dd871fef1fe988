import Inputs
import Kernel
import WorldState

/// Where a run has come to, as bytes: enough to go on to the same records, on any number of workers.
package struct RunState: Sendable {
  /// A market each, then a homeland each.
  package var islands: [[UInt8]]
  /// The country's boards and books, and the run's own counters.
  package var common: [UInt8]

  package init(islands: [[UInt8]], common: [UInt8]) {
    self.islands = islands
    self.common = common
  }
}

extension Run {
  /// The run as it stands between two days.
  var state: RunState {
    var writer = StateWriter()
    writer.write(nextDay)
    writer.write(eventsBefore)
    writer.write(dailyBefore)
    writer.write(monthlyBefore.count)
    for flows in monthlyBefore { writer.write(flows) }
    for sums in transfersBefore { writer.write(sums) }
    writer.write(identifiedByMonth)
    for number in [
      summary.persons, summary.labourForce, summary.employers, summary.events, summary.personDays,
      summary.audits, Int(summary.lastDay.number),
    ] { writer.write(number) }
    world.writeCommon(to: &writer)
    return RunState(islands: world.islandStates(crew), common: writer.bytes)
  }

  /// A run that goes on from a state of the same past.
  package static func resumed(
    _ inputs: Inputs, from state: RunState, options: RunOptions, crew: Crew
  ) throws(StateFault) -> Run {
    var reader = StateReader(state.common)
    let nextDay = try reader.read(Int.self)
    let eventsBefore = try reader.read(Int.self)
    let dailyBefore = try reader.readArray(of: Int64.self)
    var monthlyBefore: [[Int64]] = []
    let marketCount = try reader.read(Int.self)
    for _ in 0..<marketCount { monthlyBefore.append(try reader.readArray(of: Int64.self)) }
    var transfersBefore: [[Int64]] = []
    for _ in 0..<marketCount { transfersBefore.append(try reader.readArray(of: Int64.self)) }
    let identifiedByMonth = try reader.readArray(of: Int64.self)
    var numbers: [Int] = []
    for _ in 0..<7 { numbers.append(try reader.read(Int.self)) }
    let world = try World.restored(
      inputs, replicate: options.replicate, islands: state.islands, common: &reader, crew: crew)
    var run = Run(world: world, options: options, crew: crew)
    run.nextDay = nextDay
    run.eventsBefore = eventsBefore
    run.dailyBefore = dailyBefore
    run.monthlyBefore = monthlyBefore
    run.transfersBefore = transfersBefore
    run.identifiedByMonth = identifiedByMonth
    run.summary.persons = numbers[0]
    run.summary.labourForce = numbers[1]
    run.summary.employers = numbers[2]
    run.summary.events = numbers[3]
    run.summary.personDays = numbers[4]
    run.summary.audits = numbers[5]
    run.summary.lastDay = Day(number: Int32(numbers[6]))
    run.rulesInForce = run.calendar.resume(at: nextDay)
    return run
  }
}
