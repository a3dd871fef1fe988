import Foundation
import Inputs
import Kernel
import Results
import ScenarioFile
import Simulation

extension Study {
  /// What a sweep gets done in an hour, on one core and on two, and what its machinery costs.
  static let sweepSpeed = Study(
    name: "sweep-speed",
    question: "How many runs an hour does a sweep do, and what does its engine cost?",
    scales: [0.01, 0.1], replicates: 5
  ) { settings in
    var rows: [[String]] = []
    var isFastEnough = true
    for scale in settings.scales {
      // Long enough to be timed, short enough to be repeated.
      let points = scale < 0.005 ? 4 : max(4, min(24, Int(0.24 / scale)))
      let timed = try SweepTiming(settings, scale: scale, points: points)
      let one = try timed.best(threads: 1)
      let two = try timed.best(threads: 2)
      let plain = try timed.bestWithoutEngine()
      let (scaling, cost) = (one / two, one / plain - 1)
      // Of scales at which a run is short the engine's cost is asked for; of all, the scaling.
      if scale <= 0.01, cost >= 0.05 { isFastEnough = false }
      if scaling < 1.8 { isFastEnough = false }
      func hourly(_ seconds: Double) -> String {
        NumberText.grouped(Int(3600 * Double(points) / seconds))
      }
      rows.append([
        NumberText.shortest(scale), "\(points)", hourly(one), hourly(two),
        NumberText.fixed(scaling, decimals: 2),
        NumberText.fixed(1000 * (one - plain) / Double(points), decimals: 1) + " ms",
        NumberText.fixed(100 * cost, decimals: 1) + " %",
      ])
    }
    return [
      StudyTable(
        "Runs an hour, best of \(settings.replicates)",
        columns: [
          "scale", "points", "on one core", "on two", "scaling", "engine a point", "of a run",
        ], rows: rows,
        notes: [
          "A point is one run of the baseline. The engine's cost is a sweep's time on one core less that "
            + "of the same runs alone: reading the point's scenario, keeping its record.",
          "Asked for: a scaling of 1.8 at least, and at 1:100 an engine below 5 % of a run.",
        ], holds: isFastEnough)
    ]
  }
}

/// A sweep to be timed.
package struct SweepTiming {
  package let plan: Plan
  private let sweep: Sweep
  private let settings: StudySettings

  /// - Parameter points: Points, of one run each.
  package init(_ settings: StudySettings, scale: Double, points: Int) throws {
    self.settings = settings
    let text = """
      kosh-plan: 1
      name: Timing
      question: How long?
      base: base.yaml
      set: {run.scale: \(scale)}
      design: {kind: sobol, points: \(points)}
      factors: {behaviour.demand.response: range, behaviour.filing.hazard: range}
      outcomes: {informal: {indicator: informal_share, at: \(settings.inputs.run.from.monthText)}}

      """
    plan = try PlanLoader.load(
      path: "plan.yaml", indicators: Sweep.indicators, until: settings.until,
      files: .inMemory([
        "plan.yaml": Array(text.utf8), "base.yaml": Array(settings.scenarioText.utf8),
      ]))
    sweep = try Sweep(plan)
  }

  /// The least seconds of some equal sweeps.
  func best(threads: Int) throws -> Double {
    try least {
      let path = NSTemporaryDirectory() + "kosh-timing-" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: path) }
      let folder = try SweepFolder.begin(
        plan, points: sweep.points.count, at: path, acceptBuild: false)
      let session = SweepSession(
        sweep, folder, points: Array(0..<sweep.points.count), name: "timed", threads: threads)
      settings.progress(
        "scale \(NumberText.shortest(plan.variants[0].scenario.inputs.run.scale)), "
          + "\(sweep.points.count) points, \(threads) thread\(threads == 1 ? "" : "s")")
      let done = try session.run(keepsGoing: settings.keepsGoing, progress: { _ in })
      guard done.done == done.all else { throw StudyInterrupted() }
      _ = try SweepCollection(folder, SweepRecords(folder), sweep.layout).write()
    }
  }

  /// The same of the same runs, one after the other, their inputs read beforehand.
  func bestWithoutEngine() throws -> Double {
    let inputs = try (0..<sweep.points.count).map { try sweep.inputs(of: $0)[0] }
    return try least {
      for inputs in inputs {
        var options = RunOptions()
        options.until = plan.until
        options.withTables = false
        var sinks = RunSinks()
        sinks.keepsGoing = { _ in settings.keepsGoing() }
        guard try simulate(inputs, options: options, sinks: sinks).isComplete else {
          throw StudyInterrupted()
        }
      }
    }
  }

  private func least(_ body: () throws -> Void) throws -> Double {
    var least = Double.infinity
    for _ in 0..<settings.replicates {
      let start = Machine.wallSeconds
      try body()
      least = min(least, Machine.wallSeconds - start)
    }
    return least
  }
}
