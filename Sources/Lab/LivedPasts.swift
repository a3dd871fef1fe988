import Experiments
import Foundation
import Inputs
import Kernel
import Results
import ScenarioFile
import Simulation

/// The baseline's past, lived once for each replicate and kept: policies go on from the last day that they share with it.
///
/// Worlds are kept on disk as long as there is room for them; a world that is not there is lived again, to the same numbers.
final class LivedPasts: @unchecked Sendable {
  private struct Past {
    var gatherer: ComparedRun.Gatherer
    var state: RunState
  }

  private struct Kept {
    var gatherer: ComparedRun.Gatherer
    var place: WorldShelf.Place
    var used: Int
  }

  private struct Place: Hashable {
    var replicate: Int
    var day: Day
  }

  private let plan: WorkbenchPlan
  private let shelf: WorldShelf
  private let lock = NSLock()
  // Under the lock.
  private var pasts: [Place: Kept] = [:]
  private var clock = 0
  /// The baseline as it is in the world of each run.
  private var bases: [Int: Inputs] = [:]

  /// Days that are sooner lived again than kept apart.
  private static let near = 60

  /// Bytes of disk that worlds may take.
  private static let most = 2 << 30

  init(_ plan: WorkbenchPlan) {
    self.plan = plan
    shelf = WorldShelf(in: plan.folder, most: Self.most)
  }

  /// One run of the baseline, as `kosh compare` would make it.
  ///
  /// - Parameter days: up to which policies that somebody waits for share its past: their worlds are kept on the way.
  func live(
    replicate: Int, keeping days: [Day], keepsGoing: @escaping () -> Bool
  ) throws -> ComparedRun {
    let base = try base(replicate)
    var past = try past(replicate, plan.kept, keepsGoing)
    for day in days.sorted() where day > plan.kept && day <= plan.lastDay {
      past = try self.past(replicate, day, keepsGoing)
    }
    return try branch(base, from: past, replicate, keepsGoing)
  }

  /// One run of a policy.
  func live(
    _ scenario: LoadedScenario, replicate: Int, keepsGoing: @escaping () -> Bool
  ) throws -> ComparedRun {
    let policy = try living(scenario, replicate)
    guard let shared = shared(policy, with: try base(replicate)) else {
      return try branch(policy, from: nil, replicate, keepsGoing)
    }
    return try branch(policy, from: past(replicate, shared, keepsGoing), replicate, keepsGoing)
  }

  /// The last day that a policy shares with the baseline, both with their own values; nil where it shares none.
  func shared(_ scenario: LoadedScenario) -> Day? {
    shared(scenario.inputs, with: plan.base.inputs)
  }

  private func shared(_ policy: Inputs, with base: Inputs) -> Day? {
    let first = policy.firstDifference(from: base) ?? plan.lastDay + 1
    return first > base.run.from ? min(first - 1, plan.lastDay) : nil
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
    let latest = latest(replicate, day)
    if let latest, day - latest.day <= Self.near { return latest.past }
    var gatherer = latest?.past.gatherer ?? newGatherer
    var options = options(replicate)
    options.until = day
    options.saveState = day
    let lived = try gatherer.live(
      base(replicate), options: options, from: latest?.past.state, keepsGoing: keepsGoing)
    guard let state = lived.1 else { preconditionFailure("the state of \(day) was asked for") }
    let past = Past(gatherer: gatherer, state: state)
    keep(past, at: Place(replicate: replicate, day: day))
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

  /// The latest world that is kept of a run, up to a day.
  private func latest(_ replicate: Int, _ day: Day) -> (day: Day, past: Past)? {
    lock.withLock {
      let days = pasts.keys.filter { $0.replicate == replicate && $0.day <= day }.map(\.day)
      guard let last = days.max(), let kept = pasts[Place(replicate: replicate, day: last)] else {
        return nil
      }
      clock += 1
      pasts[Place(replicate: replicate, day: last)]?.used = clock
      // Read under the lock, or its room could be given to another world meanwhile.
      return shelf.world(at: kept.place).map { (last, Past(gatherer: kept.gatherer, state: $0)) }
    }
  }

  private func keep(_ past: Past, at place: Place) {
    lock.withLock {
      guard pasts[place] == nil else { return }
      while true {
        if let found = shelf.put(past.state) {
          clock += 1
          pasts[place] = Kept(gatherer: past.gatherer, place: found, used: clock)
          return
        }
        guard
          let oldest = pasts.min(by: {
            ($0.value.used, $0.key.replicate) < ($1.value.used, $1.key.replicate)
          })
        else { return }
        shelf.remove(oldest.value.place)
        pasts[oldest.key] = nil
      }
    }
  }
}
