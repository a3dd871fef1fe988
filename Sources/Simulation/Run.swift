import Inputs
import Kernel
import Measurement
import Population
import Submodels
import WorldState

/// Simulates a scenario and hands its records to `sinks`, in order.
///
/// The records depend on `inputs`, the replicate and `until` alone: not on the number of workers, nor on
/// the audits or tables asked for.
///
/// - Parameter state: where another run of the same past has come to; its records are not told again.
/// - Throws: what the audit found, or `StateFault` where the state is not this build's.
package func simulate(
  _ inputs: Inputs, options: RunOptions, sinks: RunSinks, from state: RunState? = nil
) throws -> RunSummary {
  let crew = Crew(workers: options.workers)
  let start = Machine.wallSeconds
  if let state {
    var run = try Run.resumed(inputs, from: state, options: options, crew: crew)
    sinks.built(run.builtWorld)
    try run.live(sinks)
    return run.summary
  }
  var run = Run(
    world: World.populated(inputs, replicate: options.replicate, crew: crew), options: options,
    crew: crew)
  run.summary.populationSeconds = Machine.wallSeconds - start
  sinks.built(run.builtWorld)
  try run.live(sinks)
  return run.summary
}

/// A world on its way through the calendar.
package struct Run: ~Copyable {
  package var world: World
  package let options: RunOptions
  let crew: Crew
  package var summary: RunSummary
  /// Markets, the largest first.
  let marketOrder: [Int]
  /// Days to simulate, burn-in included.
  let dayCount: Int
  var calendar: RunCalendar
  /// The rules of yesterday.
  var rulesInForce: Rules
  /// Flows of the nation up to yesterday, and at the end of last month by market.
  var dailyBefore = [Int64](repeating: 0, count: DailyFlow.allCases.count)
  var monthlyBefore: [[Int64]]
  /// Days lived so far, burn-in included: the next day's number.
  var nextDay = 0
  /// Events of the burn-in.
  var eventsBefore = 0
  /// Migrants identified in each of the last twelve months.
  var identifiedByMonth: [Int64] = []
  /// Transfers at the end of last month, by market.
  var transfersBefore: [[Int64]]
  /// Who is followed, as they were when the diaries were opened.
  var followedAtFirst: FollowedState?

  package init(world: consuming World, options: RunOptions, crew: Crew) {
    let inputs = world.inputs
    let last = min(options.until ?? inputs.run.until, inputs.run.until)
    dayCount = max(0, last - world.firstDay + 1)
    calendar = RunCalendar(inputs, luck: world.luck)
    let sizes = (0..<world.markets.count).map { index in
      world.markets.with(index) { $0.people.count }
    }
    marketOrder = sizes.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    rulesInForce = Rules(inputs, on: world.firstDay)
    monthlyBefore = Array(
      repeating: Array(repeating: 0, count: Flow.allCases.count), count: world.markets.count)
    transfersBefore = Array(
      repeating: Array(repeating: 0, count: Transfer.allCases.count), count: world.markets.count)
    summary = RunSummary(
      firstDay: inputs.run.from, lastDay: inputs.run.from - 1, isComplete: false,
      persons: world.markets.sum { $0.people.count }
        + world.homelands.sum { $0.people.count - Int($0.abroad) },
      labourForce: world.markets.sum { Int($0.present) },
      employers: world.markets.sum { $0.employers.count }, events: 0, personDays: 0, audits: 0,
      populationSeconds: 0, burnInSeconds: 0, dayLoopSeconds: 0)
    self.world = world
    self.options = options
    self.crew = crew
  }

  var builtWorld: BuiltWorld {
    BuiltWorld(
      persons: summary.persons, employers: summary.employers,
      bytes: world.markets.sum { $0.byteCount } + world.homelands.sum { $0.byteCount })
  }

  /// Lives all days, or as many as the sinks allow.
  package mutating func live(_ sinks: RunSinks) throws(AuditFailure) {
    var mark = Machine.wallSeconds
    if options.follow?.fromStart == true { openDiaries() }
    for number in nextDay..<max(nextDay, dayCount) {
      let today = calendar.day(number)
      if today.date == world.inputs.run.from {
        world.endBurnIn(crew)
        beginCounting()
        if options.follow?.fromStart == false { openDiaries() }
        summary.burnInSeconds = Machine.wallSeconds - mark
        mark = Machine.wallSeconds
        eventsBefore = events
      }
      liveDay(today, sinks)
      try audit(today)
      nextDay = number + 1
      summary.events = events - eventsBefore
      if !today.isBurnIn { summary.lastDay = today.date }
      if today.date == options.saveState { sinks.state(state) }
      let progress = Progress(
        day: today.date, isBurnIn: today.isBurnIn, daysDone: number + 1, daysInAll: dayCount,
        events: events)
      if hasFoundEnough || !sinks.keepsGoing(progress) {
        summary.dayLoopSeconds += Machine.wallSeconds - mark
        return
      }
    }
    summary.dayLoopSeconds += Machine.wallSeconds - mark
    summary.isComplete = true
  }

  /// One day of the whole country, and its records.
  private mutating func liveDay(_ today: Today, _ sinks: RunSinks) {
    var change: RulesChange?
    if calendar.rulesChanged {
      change = RulesChange(from: rulesInForce, to: today.rules)
      rulesInForce = today.rules
    }
    world.live(today, change, crew, order: marketOrder)
    if !today.isBurnIn { sinks.day(measureDay(today)) }
    summary.personDays += today.isBurnIn ? 0 : personsPresent
    if today.daysLeft == 1 { endMonth(today, sinks) }
  }

  private var events: Int {
    let inMarkets = world.markets.sum {
      Int(
        $0.flows[.wakes] + $0.flows[.reviews] + $0.flows[.meetings] + $0.flows[.sectorArrivals]
          + $0.flows[.arrivals])
    }
    return inMarkets + world.homelands.sum { Int($0.flows[.wakes] + $0.flows[.returns]) }
  }

  private var personsPresent: Int { world.markets.sum { Int($0.presentByMoves) } }
}
