import Experiments
import Foundation
import Inputs
import Kernel
import Results
import ScenarioFile
import Simulation

/// The baseline's past, lived once for each replicate and kept: policies go on from the last day that they share with it.
///
/// Worlds are kept as long as there is room for them; a world that is not there is lived again, to the same numbers.
final class LivedPasts: @unchecked Sendable {
  private struct Past {
    var gatherer: ComparedRun.Gatherer
    var state: RunState
    var bytes: Int
    var used: Int
  }

  private struct Place: Hashable {
    var replicate: Int
    var day: Day
  }

  private let plan: WorkbenchPlan
  private let most: Int
  private let lock = NSLock()
  // Under the lock.
  private var pasts: [Place: Past] = [:]
  private var bytes = 0
  private var clock = 0
  /// The baseline as it is in the world of each run.
  private var bases: [Int: Inputs] = [:]

  /// Days that are sooner lived again than kept apart.
  private static let near = 60

  init(_ plan: WorkbenchPlan) {
    self.plan = plan
    most = min(1 << 30, (AvailableMemory.known ?? 4 << 30) / 4)
  }

  /// One run, as `kosh compare` would make it.
  ///
  /// - Parameter policy: the baseline where there is none.
  func live(
    _ scenario: LoadedScenario?, replicate: Int, keepsGoing: @escaping () -> Bool
  ) throws -> ComparedRun {
    let base = try base(replicate)
    guard let scenario else {
      return try branch(base, from: past(replicate, plan.kept, keepsGoing), replicate, keepsGoing)
    }
    let policy = try living(scenario, replicate)
    let first = policy.firstDifference(from: base) ?? plan.lastDay + 1
    let shared = min(first - 1, plan.lastDay)
    guard first > base.run.from else {
      return try branch(policy, from: nil, replicate, keepsGoing)
    }
    return try branch(policy, from: past(replicate, shared, keepsGoing), replicate, keepsGoing)
  }

  private func base(_ replicate: Int) throws -> Inputs {
    if let known = lock.withLock({ bases[replicate] }) { return known }
    let inputs = try living(plan.base, replicate)
    lock.withLock { bases[replicate] = inputs }
    return inputs
  }

  /// A scenario as it is in the world of a run.
  private func living(_ scenario: LoadedScenario, _ replicate: Int) throws -> Inputs {
    try plan.lives.world(of: replicate).map { try scenario.living(in: $0).inputs }
      ?? scenario.inputs
  }

  private var newGatherer: ComparedRun.Gatherer {
    ComparedRun.Gatherer(plan.base.evidence, scale: plan.base.inputs.run.scale)
  }

  /// The baseline's world on a day or a little before it.
  private func past(
    _ replicate: Int, _ day: Day, _ keepsGoing: @escaping () -> Bool
  ) throws -> Past {
    let latest = lock.withLock { self.latest(replicate, day) }
    if let latest, day - latest.day <= Self.near { return latest.past }
    var gatherer = latest?.past.gatherer ?? newGatherer
    var options = options(replicate)
    options.until = day
    options.saveState = day
    let lived = try gatherer.live(
      base(replicate), options: options, from: latest?.past.state, keepsGoing: keepsGoing)
    guard let state = lived.1 else { preconditionFailure("the state of \(day) was asked for") }
    let size = state.common.count + state.islands.reduce(0) { $0 + $1.count }
    let past = Past(gatherer: gatherer, state: state, bytes: size, used: 0)
    lock.withLock { keep(past, at: Place(replicate: replicate, day: day)) }
    return past
  }

  private func branch(
    _ inputs: Inputs, from past: Past?, _ replicate: Int, _ keepsGoing: @escaping () -> Bool
  ) throws -> ComparedRun {
    var gatherer = past?.gatherer ?? newGatherer
    let (summary, _) = try gatherer.live(
      inputs, options: options(replicate), from: past?.state, keepsGoing: keepsGoing)
    return gatherer.gathered(summary)
  }

  private func options(_ replicate: Int) -> RunOptions {
    var options = RunOptions()
    options.replicate = UInt32(replicate)
    options.until = plan.lastDay
    options.withTables = plan.withCells
    return options
  }

  private func latest(_ replicate: Int, _ day: Day) -> (day: Day, past: Past)? {
    let days = pasts.keys.filter { $0.replicate == replicate && $0.day <= day }.map(\.day)
    guard let last = days.max() else { return nil }
    let place = Place(replicate: replicate, day: last)
    clock += 1
    pasts[place]?.used = clock
    return pasts[place].map { (last, $0) }
  }

  private func keep(_ past: Past, at place: Place) {
    guard pasts[place] == nil, past.bytes <= most else { return }
    while bytes + past.bytes > most,
      let oldest = pasts.min(by: {
        ($0.value.used, $0.key.replicate) < ($1.value.used, $1.key.replicate)
      })
    {
      bytes -= oldest.value.bytes
      pasts[oldest.key] = nil
    }
    clock += 1
    var kept = past
    kept.used = clock
    pasts[place] = kept
    bytes += past.bytes
  }
}
