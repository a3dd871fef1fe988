import Inputs
import Kernel
import Results
import Simulation

/// How the scenarios of a comparison share their past: each variant goes on from the baseline's world on the
/// day before it may first differ.
///
/// The baseline is simulated once. On its way it is kept where a variant branches off, one state at a time.
struct SharedPasts: Sendable {
  private let comparison: Comparison
  /// By scenario, the last day that it shares with the baseline; nil where it shares none.
  private let lastShared: [Day?]

  init(_ comparison: Comparison) {
    self.comparison = comparison
    let last = comparison.lastDay
    lastShared = comparison.arms.enumerated().map { place, arm in
      if place == 0 { return last }
      guard let first = arm.inputs.firstDifference(from: comparison.base) else { return last }
      return first <= comparison.base.run.from ? nil : min(first - 1, last)
    }
  }

  /// Simulates some scenarios of one replicate and hands each over as it ends.
  /// - Throws: `RunStopped`, what the audit found, or what `handOver` threw.
  func run(
    _ arms: [Int], options: RunOptions, keepsGoing: @escaping () -> Bool,
    _ handOver: (Int, ComparedRun) throws -> Void
  ) throws {
    for arm in arms where lastShared[arm] == nil {
      try handOver(
        arm,
        ComparedRun(
          comparison.arms[arm].inputs, options: options, facts: comparison.arms[0].evidence,
          keepsGoing: keepsGoing))
    }
    var past = ComparedRun.Gatherer(
      comparison.arms[0].evidence, scale: comparison.base.run.scale)
    var state: RunState?
    let days = Set(arms.compactMap { $0 == 0 ? nil : lastShared[$0] }).sorted()
    for day in days {
      var upTo = options
      upTo.until = day
      upTo.saveState = day
      state = try past.live(comparison.base, options: upTo, from: state, keepsGoing: keepsGoing).1
      for arm in arms where arm != 0 && lastShared[arm] == day {
        var branch = past
        let (summary, _) = try branch.live(
          comparison.arms[arm].inputs, options: options, from: state, keepsGoing: keepsGoing)
        try handOver(arm, branch.run(summary))
      }
    }
    guard arms.contains(0) else { return }
    let (summary, _) = try past.live(
      comparison.base, options: options, from: state, keepsGoing: keepsGoing)
    try handOver(0, past.run(summary))
  }
}
