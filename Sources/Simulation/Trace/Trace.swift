import Inputs
import Kernel
import Population
import WorldState

/// One life or one firm, or all to whom something happens: events in the order of days.
package struct Trace: Sendable {
  package var following: Following
  package var summary: RunSummary
  package var firstWorldDay: Day
  /// The first and the last day told.
  package var firstDay: Day
  package var lastDay: Day
  package var beginning: FollowedState?
  package var events: [TracedEvent]
  package var end: FollowedState?
}

/// Why a trace has nothing to tell.
package enum TraceFault: Error, Sendable, Equatable {
  /// Persons have the identities below `count`.
  case noSuchPerson(PersonID, count: Int)
  /// Employers have the identities given, market by market.
  case noSuchEmployer(EmployerID, identities: [ClosedRange<EmployerID>])
  case contradiction(AuditFailure)
}

/// Simulates a scenario again and gives out what happened to those followed.
///
/// Draws belong to lives, so that the trace of a run is that run's very life.
package func trace(
  _ inputs: Inputs, _ following: Following, options: RunOptions,
  keepsGoing: @escaping (Progress) -> Bool = { _ in true }
) throws(TraceFault) -> Trace {
  var options = options
  options.follow = following
  options.withTables = false
  let crew = Crew(workers: options.workers)
  var run = Run(
    world: World.populated(inputs, replicate: options.replicate, crew: crew), options: options,
    crew: crew)
  try run.requireFollowed()
  var sinks = RunSinks()
  sinks.keepsGoing = keepsGoing
  do {
    try run.live(sinks)
  } catch {
    throw .contradiction(error)
  }
  return Trace(
    following: following, summary: run.summary, firstWorldDay: run.world.firstDay,
    firstDay: following.fromStart ? run.world.firstDay : inputs.run.from,
    lastDay: run.summary.lastDay, beginning: run.followedAtFirst, events: run.takeEvents(),
    end: run.followedState)
}
