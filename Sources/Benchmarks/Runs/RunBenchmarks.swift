import Benchmark
import Foundation
import Inputs
import Kernel
import Population
import ScenarioFile
import Simulation
import Submodels
import WorldState

/// Whole runs and the largest of their parts. The national one takes gigabytes and is asked for by
/// `KOSH_NATIONAL=1`.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(metrics: [.wallClock], maxDuration: .seconds(5))
  for workers in [1, 2] {
    Benchmark("Run: 1:100, burn-in and a year, \(workers) workers") { benchmark in
      run(benchmark, scale: 0.01, until: Day(year: 2005, month: 12, day: 31), workers)
    }
  }
  Benchmark("Population: 1:10, 2 workers") { benchmark in
    let inputs = try baseline(scale: 0.1, until: Day(year: 2005, month: 12, day: 31))
    benchmark.startMeasurement()
    blackHole(World.populated(inputs, replicate: 0, crew: Crew(workers: 2)).markets.count)
    benchmark.stopMeasurement()
  }
  if ProcessInfo.processInfo.environment["KOSH_NATIONAL"] != nil {
    Benchmark("Run: whole country, a month, 2 workers", configuration: .init(maxIterations: 3)) {
      run($0, scale: 1, until: Day(year: 2005, month: 1, day: 31), 2)
    }
  }
  dayBenchmarks()
}

/// The baseline as shipped, at another scale.
private func baseline(scale: Double, until: Day, burnInMonths: Int = 24) throws -> Inputs {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
  let path = parts.joined(separator: "/") + "/Scenarios/kazakhstan-2006.yaml"
  var inputs = try ScenarioLoader.load(path: path).inputs
  inputs.run.scale = scale
  inputs.run.until = until
  inputs.run.burnInMonths = burnInMonths
  return inputs
}

private func run(_ benchmark: Benchmark, scale: Double, until: Day, _ workers: Int) {
  do {
    let isNational = scale == 1
    let inputs = try baseline(scale: scale, until: until, burnInMonths: isNational ? 0 : 24)
    var options = RunOptions()
    options.workers = workers
    benchmark.startMeasurement()
    blackHole(try simulate(inputs, options: options, sinks: RunSinks()).events)
    benchmark.stopMeasurement()
  } catch {
    benchmark.error("\(error)")
  }
}

private func dayBenchmarks() {
  Benchmark("Market: a day, the largest at 1:10") { benchmark, stage in
    for _ in benchmark.scaledIterations { stage.day(meets: true) }
  } setup: {
    try LargestMarket()
  }
  // The gain of sleepers: the same process, person by person and day by day. A year, since without
  // hires the market empties.
  let year = Benchmark.Configuration(metrics: [.wallClock], maxIterations: 365)
  Benchmark("A day of separations by sleepers", configuration: year) { benchmark, stage in
    for _ in benchmark.scaledIterations { stage.day(meets: false) }
  } setup: {
    try LargestMarket()
  }
  Benchmark("A day of separations by a plain loop", configuration: year) { benchmark, stage in
    for _ in benchmark.scaledIterations { stage.plainDay() }
  } setup: {
    try LargestMarket()
  }
}

/// The largest market of the baseline at 1:10, living one day after the other.
private final class LargestMarket {
  private let world: World
  private let number: Int
  private let first: Day
  private var day = 0

  init() throws {
    let inputs = try baseline(
      scale: 0.1, until: Day(year: 2080, month: 12, day: 31), burnInMonths: 0)
    var held = inputs
    // No entrants beyond those who replace: the horizon is long only to have days enough.
    held.country.drivers = [inputs.country.drivers[0]]
    first = inputs.run.from
    world = World.populated(held, replicate: 0, crew: Crew(workers: 2))
    var largest = (number: 0, workers: 0)
    for number in 0..<world.markets.count {
      let workers = world.markets.with(number) { $0.workers.count }
      if workers > largest.workers { largest = (number, workers) }
    }
    number = largest.number
  }

  private func today(meets: Bool) -> Today {
    var rules = Rules(world.inputs, on: first)
    if !meets { rules.meetingsPerDay = 0 }
    return Today(
      number: day, date: first + day, daysLeft: 15, isBurnIn: false, luck: world.luck,
      rules: rules, homeIncomes: world.inputs.homeIncomes(on: first))
  }

  func day(meets: Bool) {
    day += 1
    let today = today(meets: meets)
    world.markets.with(number) { $0.live(today, world.boards) }
    world.markets.with(number) { $0.outbox.removeAll() }
  }

  /// The same separations by a draw for everybody, every day.
  func plainDay() {
    day += 1
    let rate = world.inputs.behaviour.workingLife.nativeSeparation
    let chance = rate / Rates.daysPerYear
    let luck = world.luck
    let separated = world.markets.with(number) { market in
      var count = 0
      for index in 0..<market.people.count where market.people[index].activity.isEmployed {
        let uniform = luck.uniform(
          market.people[index].id, .cause, occasion: day)
        if uniform < chance { count += 1 }
      }
      return count
    }
    blackHole(separated)
  }
}
