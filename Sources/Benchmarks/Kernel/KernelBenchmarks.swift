import Benchmark
import Kernel

/// What the day loop is made of: draws, exact functions, calendars, sampled sets. Times are for a
/// thousand of each.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock], scalingFactor: .kilo, maxDuration: .seconds(2))
  drawBenchmarks()
  exactBenchmarks()
  calendarBenchmarks()
  sampledSetBenchmarks()
}

private func drawBenchmarks() {
  Benchmark("Draw: 128 bits") { benchmark in
    let luck = Luck(seed: 1, replicate: 0)
    for who in 0..<UInt32(benchmark.scaledIterations.upperBound) { blackHole(luck.words(who, 1)) }
  }
  Benchmark("Draw: uniform") { benchmark in
    let luck = Luck(seed: 1, replicate: 0)
    for who in 0..<UInt32(benchmark.scaledIterations.upperBound) { blackHole(luck.uniform(who, 1)) }
  }
}

private func exactBenchmarks() {
  Benchmark("Exact exp") { benchmark in
    for step in benchmark.scaledIterations { blackHole(exactExp(Double(step) * 0.01 - 5)) }
  }
  Benchmark("Exact log") { benchmark in
    for step in benchmark.scaledIterations { blackHole(exactLog(Double(step) * 0.01 + 0.001)) }
  }
}

private func calendarBenchmarks() {
  // A steady state: each day's sleepers are woken and sleep again for a hundred days on average.
  Benchmark("Calendar: wake and sleep again, 1,000,000 sleepers") { benchmark, place in
    for _ in benchmark.scaledIterations { place.liveOn() }
  } setup: {
    Bedroom(sleepers: 1_000_000)
  }
}

/// A calendar of many sleepers that wakes them one by one.
private final class Bedroom {
  private var calendar: SleepersCalendar
  private var due = Column<UInt32>(repeating: 0, count: 0, capacity: 100_000)
  private var day = 0
  private var position = 0
  private var state: UInt32 = 1

  init(sleepers: UInt32) {
    // Days go on for as long as the benchmark asks.
    calendar = SleepersCalendar(horizon: 1 << 22, capacity: Int(sleepers))
    for index in 0..<sleepers { calendar.add(index, on: 1 + nextWait()) }
  }

  private func nextWait() -> Int {
    state = scrambled(state &+ 0x9E37_79B9)
    return Int(state % 200)
  }

  /// Wakes one sleeper and puts it to sleep again.
  func liveOn() {
    while position == due.count {
      day += 1
      calendar.open(day, into: &due)
      position = 0
    }
    calendar.add(due[position], on: day + 1 + nextWait())
    position += 1
  }
}

private func sampledSetBenchmarks() {
  for count in [1000, 1_000_000] as [UInt32] {
    Benchmark("Sampled set: draw, \(count) members") { benchmark, set in
      for _ in benchmark.scaledIterations { blackHole(set.draw()) }
    } setup: {
      Urn(members: count)
    }
    Benchmark("Sampled set: remove and insert, \(count) members") { benchmark, set in
      for _ in benchmark.scaledIterations { set.replaceOne() }
    } setup: {
      Urn(members: count)
    }
  }
}

/// A sampled set of many members.
private final class Urn {
  private var set: SampledSet
  private let luck = Luck(seed: 1, replicate: 0)

  private let members: UInt32
  private var step: UInt32 = 0

  init(members: UInt32) {
    self.members = members
    set = SampledSet(expected: Int(members))
    for member in 0..<members { set.insert(hash: scrambled(member), payload: member) }
  }

  /// A number that never comes again, so that memory is as cold as in a run.
  private func nextStep() -> UInt32 {
    step &+= 1
    return step
  }

  func draw() -> UInt32? { set.draw(luck, who: 0, purpose: 1, occasion: nextStep()) }

  func replaceOne() {
    let member = scrambled(nextStep()) % members
    set.remove(hash: scrambled(member), payload: member)
    set.insert(hash: scrambled(member), payload: member)
  }
}
