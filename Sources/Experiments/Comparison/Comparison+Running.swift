import Inputs
import Kernel
import Measurement
import Results
import Simulation

/// How a comparison is carried out; none of it changes a result.
package struct ComparisonSettings {
  package var workers = 1
  /// A run that an earlier process has finished, by scenario and replicate.
  package var kept: (String, Int) -> ComparedRun? = { _, _ in nil }
  /// Called with each run as it ends, one at a time.
  package var keep: (ComparedRun, String, Int) throws -> Void = { _, _, _ in }
  /// Runs ended so far, and how many there will be if no more replicates are needed.
  package var progress: (Int, Int) -> Void = { _, _ in }
  package var keepsGoing: @Sendable () -> Bool = { true }

  package init() {}
}

/// The runs of a comparison, all replicates whole.
package struct ComparisonRuns: Sendable {
  /// By scenario and replicate.
  package var runs: [[ComparedRun]]
  /// Those that were not there already.
  package var simulated: Int
}

extension Comparison {
  /// Simulates what is missing, a run a core as long as memory allows.
  ///
  /// Which replicates there are depends on the plan alone: with ``precision`` it is looked at after fixed
  /// numbers of replicates, whatever the cores had ready by then.
  /// - Throws: `RunStopped`, what the audit found, or what keeping a run threw.
  package func run(_ settings: ComparisonSettings) throws -> ComparisonRuns {
    var found: [[ComparedRun?]] = arms.map { _ in [] }
    var simulated = 0
    for count in looks {
      let old = found[0].count
      for arm in arms.indices {
        for replicate in old..<count {
          found[arm].append(settings.kept(arms[arm].name, replicate))
        }
      }
      simulated += try simulateMissing(&found, settings)
      let runs = found.map { $0.compactMap { $0 } }
      if count == replicates || isPreciseEnough(runs) {
        return ComparisonRuns(runs: runs, simulated: simulated)
      }
    }
    preconditionFailure("the last look is at all replicates")
  }

  /// After how many replicates precision is looked at.
  var looks: [Int] {
    guard precision != nil else { return [replicates] }
    var looks: [Int] = []
    var next = 6
    while next < replicates {
      looks.append(next)
      next = max(next + 4, next + next / 4)
    }
    return looks + [replicates]
  }

  /// More than a few whole countries at once would not fit into memory.
  private static let bytesSideBySide = 2 << 30

  private func simulateMissing(
    _ found: inout [[ComparedRun?]], _ settings: ComparisonSettings
  ) throws -> Int {
    struct Job {
      var arm: Int
      var replicate: Int
    }
    struct Ended: Sendable {
      var arm: Int
      var replicate: Int
      var run: ComparedRun
    }
    var jobs: [Job] = []
    for replicate in found[0].indices {
      for arm in arms.indices where found[arm][replicate] == nil {
        jobs.append(Job(arm: arm, replicate: replicate))
      }
    }
    let all = arms.count * found[0].count
    let todo = jobs
    var ended = all - todo.count
    let isOneAtATime = runsOneAtATime(workers: settings.workers)
    let keepsGoing = settings.keepsGoing
    let workers = settings.workers
    try Crew(workers: isOneAtATime ? 1 : settings.workers).each(todo.count) { index, handOver in
      let job = todo[index]
      var options = RunOptions()
      options.workers = isOneAtATime ? workers : 1
      options.replicate = UInt32(job.replicate)
      options.until = until
      options.withTables = withCells
      let run = try ComparedRun(arms[job.arm].inputs, options: options, keepsGoing: keepsGoing)
      try handOver(Ended(arm: job.arm, replicate: job.replicate, run: run))
    } done: { (piece: Ended) in
      found[piece.arm][piece.replicate] = piece.run
      try settings.keep(piece.run, arms[piece.arm].name, piece.replicate)
      ended += 1
      settings.progress(ended, all)
    }
    return todo.count
  }

  /// Whether runs use all workers each, one after the other, because two would take too much memory.
  func runsOneAtATime(workers: Int) -> Bool {
    let forecast = Forecast(base, until: until, threads: 1, replicates: 1)
    return forecast.bytes * workers > Self.bytesSideBySide
  }

  /// What all runs will take, if none is there already.
  package func forecast(workers: Int) -> Forecast {
    let isOneAtATime = runsOneAtATime(workers: workers)
    var forecast = Forecast(
      base, until: until, threads: isOneAtATime ? workers : 1, replicates: replicates * arms.count)
    if !isOneAtATime {
      forecast.bytes *= workers
      forecast.seconds /= Double(workers)
    }
    return forecast
  }

  private func isPreciseEnough(_ runs: [[ComparedRun]]) -> Bool {
    guard let precision else { return false }
    let statistics = ComparisonStatistics(runs, National.indicators)
    return (1..<arms.count).allSatisfy { variant in
      guard let estimate = statistics.after(precision.outcome, variant: variant),
        let lower = estimate.lower, let upper = estimate.upper
      else { return false }
      let half = (upper - lower) / 2
      return half == 0 || half <= precision.share * (estimate.base?.magnitude ?? 0)
    }
  }
}
