import Inputs
import Kernel
import Results
import Simulation

/// How scenarios share their past: each goes on from the first one's world on the day before it may differ.
///
/// The first is simulated once. On its way it is kept where another branches off, one state at a time.
struct SharedPasts<Gatherer: RunGatherer>: Sendable {
  private let inputs: [Inputs]
  /// What begins to gather a scenario's run.
  private let gatherer: @Sendable (Inputs) -> Gatherer
  /// By scenario, the last day of its run.
  private let last: [Day]
  /// By scenario, the last day that it shares with the first; nil where it shares none.
  private let lastShared: [Day?]

  /// - Parameters:
  ///   - inputs: the scenario from whose world the others branch first.
  ///   - last: the last day of each one's run.
  init(
    _ inputs: [Inputs], until last: [Day], gatherer: @escaping @Sendable (Inputs) -> Gatherer
  ) {
    self.inputs = inputs
    self.gatherer = gatherer
    self.last = last
    lastShared = inputs.enumerated().map { place, other in
      place == 0
        ? last[0] : other.lastShared(with: inputs[0], until: min(last[0], last[place]))
    }
  }

  /// - Parameter last: the last day of all their runs.
  init(
    _ inputs: [Inputs], until last: Day, gatherer: @escaping @Sendable (Inputs) -> Gatherer
  ) {
    self.init(inputs, until: inputs.map { _ in last }, gatherer: gatherer)
  }

  /// Simulates some scenarios of one replicate and hands each over as it ends.
  /// - Throws: `RunStopped`, what the audit found, or what `handOver` threw.
  func run(
    _ arms: [Int], options: RunOptions, keepsGoing: @escaping () -> Bool,
    _ handOver: (Int, Gatherer.Gathered) throws -> Void
  ) throws {
    func own(_ arm: Int) -> RunOptions {
      var own = options
      own.until = last[arm]
      return own
    }
    for arm in arms where lastShared[arm] == nil {
      var whole = gatherer(inputs[arm])
      let (summary, _) = try whole.live(inputs[arm], options: own(arm), keepsGoing: keepsGoing)
      try handOver(arm, whole.gathered(summary))
    }
    var past = gatherer(inputs[0])
    var state: RunState?
    let days = Set(arms.compactMap { $0 == 0 ? nil : lastShared[$0] }).sorted()
    for day in days {
      var upTo = options
      upTo.until = day
      upTo.saveState = day
      state = try past.live(inputs[0], options: upTo, from: state, keepsGoing: keepsGoing).1
      for arm in arms where arm != 0 && lastShared[arm] == day {
        var branch = past
        let (summary, _) = try branch.live(
          inputs[arm], options: own(arm), from: state, keepsGoing: keepsGoing)
        try handOver(arm, branch.gathered(summary))
      }
    }
    guard arms.contains(0) else { return }
    let (summary, _) = try past.live(
      inputs[0], options: own(0), from: state, keepsGoing: keepsGoing)
    try handOver(0, past.gathered(summary))
  }
}

extension Inputs {
  /// The last day, up to `last`, on which a run cannot differ from one of `base`; nil where there is none.
  func lastShared(with base: Inputs, until last: Day) -> Day? {
    guard let first = firstDifference(from: base) else { return last }
    return first <= base.run.from ? nil : min(first - 1, last)
  }
}

extension [Inputs] {
  /// The place of the scenario with which the others share most days.
  func bestBase(until last: Day) -> Int { bestBase(until: map { _ in last }) }

  /// - Parameter last: the last day of each one's run.
  func bestBase(until last: [Day]) -> Int {
    let shared = indices.map { base in
      indices.reduce(0) { days, other in
        let both = self[other].lastShared(
          with: self[base], until: Swift.min(last[base], last[other]))
        return days + (both.map { $0 - self[base].run.from } ?? -1000)
      }
    }
    return shared.indices.max { (shared[$0], -$0) < (shared[$1], -$1) } ?? 0
  }
}
