import Inputs
import Kernel
import Measurement
import Results
import ScenarioFile
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
      if count == lives.runs || isPreciseEnough(runs) {
        return ComparisonRuns(runs: runs, simulated: simulated)
      }
    }
    preconditionFailure("the last look is at all replicates")
  }

  /// After how many replicates precision is looked at.
  var looks: [Int] {
    guard precision != nil else { return [lives.runs] }
    var looks: [Int] = []
    var next = 6
    while next < lives.runs {
      looks.append(next)
      next = max(next + 4, next + next / 4)
    }
    return looks + [lives.runs]
  }

  /// More than a few whole countries at once would not fit into memory.
  private static let bytesSideBySide = 2 << 30

  private func simulateMissing(
    _ found: inout [[ComparedRun?]], _ settings: ComparisonSettings
  ) throws -> Int {
    let facts = arms[0].evidence
    let jobs = jobs(missingIn: found, workers: settings.workers)
    let all = arms.count * found[0].count
    let todo = jobs.reduce(0) { $0 + $1.arms.count }
    var ended = all - todo
    let isOneAtATime = runsOneAtATime(workers: settings.workers)
    let keepsGoing = settings.keepsGoing
    let workers = settings.workers
    try Crew(workers: isOneAtATime ? 1 : workers).each(jobs.count) { index, handOver in
      var options = RunOptions()
      options.workers = isOneAtATime ? workers : 1
      options.replicate = UInt32(jobs[index].replicate)
      options.until = lastDay
      options.withTables = withCells
      let branches = SharedPasts(try inputs(of: jobs[index]), until: lastDay) {
        ComparedRun.Gatherer(facts, scale: $0.run.scale)
      }
      try branches.run(jobs[index].arms, options: options, keepsGoing: keepsGoing) { arm, run in
        try handOver(Ended(arm: arm, replicate: jobs[index].replicate, run: run))
      }
    } done: { (piece: Ended) in
      found[piece.arm][piece.replicate] = piece.run
      try settings.keep(piece.run, arms[piece.arm].name, piece.replicate)
      ended += 1
      settings.progress(ended, all)
    }
    return todo
  }

  /// What each scenario's run of a job is given: that of its replicate's world. Scenarios of other jobs have the
  /// baseline's.
  private func inputs(of job: Job) throws(ScenarioFaults) -> [Inputs] {
    guard let world = lives.world(of: job.replicate) else { return arms.map(\.inputs) }
    let base = try arms[0].inputs(in: world)
    var inputs = arms.map { _ in base }
    for arm in job.arms where arm != 0 {
      inputs[arm] = try arms[arm].inputs(in: world)
    }
    return inputs
  }

  private struct Ended: Sendable {
    var arm: Int
    var replicate: Int
    var run: ComparedRun
  }

  /// Some scenarios of one replicate, which share its past.
  private struct Job: Sendable {
    var replicate: Int
    var arms: [Int]
  }

  /// A job a replicate; where that leaves workers idle, some share a replicate and simulate its past each.
  private func jobs(missingIn found: [[ComparedRun?]], workers: Int) -> [Job] {
    let whole = found[0].indices.map { replicate in
      Job(replicate: replicate, arms: arms.indices.filter { found[$0][replicate] == nil })
    }.filter { !$0.arms.isEmpty }
    let parts = max(1, (workers + whole.count - 1) / max(1, whole.count))
    return whole.flatMap { job in
      let size = (job.arms.count + parts - 1) / parts
      return stride(from: 0, to: job.arms.count, by: size).map { start in
        Job(
          replicate: job.replicate,
          arms: Array(job.arms[start..<min(start + size, job.arms.count)]))
      }
    }
  }

  /// Whether runs use all workers each, one after the other, because two would take too much memory.
  func runsOneAtATime(workers: Int) -> Bool {
    let forecast = Forecast(base, until: until, threads: 1, replicates: 1)
    let most = min(Self.bytesSideBySide, AvailableMemory.known ?? Self.bytesSideBySide)
    return Self.worldsARun * forecast.bytes * workers > most
  }

  /// A world, and the state from which others branch.
  private static let worldsARun = 2

  /// What cannot be done without: one run after the other.
  package var leastBytes: Int {
    Self.worldsARun * Forecast(base, until: until, threads: 1, replicates: 1).bytes
  }

  /// What all runs will take, if none is there already.
  package func forecast(workers: Int) -> Forecast {
    let isOneAtATime = runsOneAtATime(workers: workers)
    var forecast = Forecast(
      base, until: until, threads: isOneAtATime ? workers : 1, replicates: lives.runs * arms.count)
    if !isOneAtATime {
      forecast.bytes *= workers
      forecast.seconds /= Double(workers)
    }
    return forecast
  }

  /// Whether no further replicates are needed: all variants are known precisely enough, or nobody was there
  /// to measure in any run, so that more would tell nothing.
  private func isPreciseEnough(_ runs: [[ComparedRun]]) -> Bool {
    guard let precision else { return false }
    let statistics = ComparisonStatistics(
      runs, WorldLives(replicates: runs[0].count), National.indicators,
      MoneyUnits(currency: base.country.profile.money))
    let estimates = (1..<arms.count).map { statistics.after(precision.outcome, variant: $0) }
    return estimates.allSatisfy(precision.isMet)
      || estimates.allSatisfy { $0?.base == nil && $0?.variant == nil }
  }
}
