import Inputs
import Measurement
import Simulation

/// What is kept of a run, gathered from its records as they come. A copy goes on gathering another branch of the
/// same past.
package protocol RunGatherer {
  associatedtype Gathered
  mutating func add(_ record: DayRecord)
  mutating func add(_ record: MonthRecord)
  /// What was gathered, once the run has ended.
  func gathered(_ summary: RunSummary) -> Gathered
}

extension RunGatherer {
  /// Simulates up to the last day that `options` name, from the beginning or from a state whose records
  /// are gathered already.
  ///
  /// - Returns: What the run did, and its state where ``RunOptions/saveState`` asks for one.
  /// - Throws: ``RunStopped``, or what the audit found.
  package mutating func live(
    _ inputs: Inputs, options: RunOptions, from state: RunState? = nil,
    keepsGoing: @escaping () -> Bool
  ) throws -> (RunSummary, RunState?) {
    var gathered = self
    var kept: RunState?
    var sinks = RunSinks()
    sinks.day = { gathered.add($0) }
    sinks.month = { gathered.add($0) }
    sinks.state = { kept = $0 }
    sinks.keepsGoing = { _ in keepsGoing() }
    let summary = try simulate(inputs, options: options, sinks: sinks, from: state)
    guard summary.isComplete else { throw RunStopped() }
    self = gathered
    return (summary, kept)
  }
}

/// Somebody asked a run to stop, and half of it is of no use.
package struct RunStopped: Error {
  package init() {}
}
