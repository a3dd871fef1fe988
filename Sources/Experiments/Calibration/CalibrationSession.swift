import Kernel
import Results
import ScenarioFile

/// Runs a calibration's evaluations on this machine, keeping each in the folder: interrupted, the same
/// command finds them there.
package struct CalibrationSession {
  package let sweep: Sweep
  package let calibration: Calibration
  private let threads: Int

  package struct Interrupted: Error {}

  /// - Parameter plan: one with targets.
  /// - Throws: `StatisticsError`, with more factors than a quasi-random sequence has dimensions.
  package init(_ plan: Plan, threads: Int) throws {
    var plan = plan
    // Only the base is compared with the targets.
    plan.variants = Array(plan.variants.prefix(1))
    plan.outcomes = plan.targets.map(\.outcome)
    plan.design = .sobol(points: 1)
    sweep = try Sweep(plan)
    calibration = Calibration(
      targets: plan.targets, dimensions: plan.factors.count, search: plan.search,
      start: plan.factors.map { factor in
        let setting = plan.variants[0].scenario.settings.first { $0.path == factor.path }
        guard case .number(let number) = setting?.value else { return 0.5 }
        return factor.share(of: number)
      })
    self.threads = threads
  }

  /// - Parameters:
  ///   - keepsGoing: Asked between days, on any thread.
  ///   - progress: Told after every evaluation.
  /// - Throws: ``Interrupted``, `FolderFault`, `SweepFault`, `StatisticsError`.
  package func run(
    in folder: SweepFolder, keepsGoing: @escaping @Sendable () -> Bool,
    progress: (SweepSession.Progress) -> Void
  ) throws -> Calibration.Result {
    let start = Machine.wallSeconds
    let records = try SweepRecords(folder)
    let doubtful = records.doubtful
    var part = try SweepPart(folder: folder.partsPath, name: "local")
    defer { FaultRestart.note(in: nil) }
    var state = SweepSession.Progress(
      done: 0, failed: 0, all: calibration.mostEvaluations, seconds: 0)
    let result = try calibration.run { first, points in
      var found = [[Double?]?](repeating: nil, count: points.count)
      var missing: [Int] = []
      for number in points.indices {
        if let record = try records.record(first + number) {
          found[number] = means(record)
          state.done += 1
        } else {
          missing.append(number)
        }
      }
      // What may have ended the process comes last and alone.
      let isDoubtful = { (number: Int) in doubtful.contains(first + number) }
      for (some, most) in [
        (missing.filter { !isDoubtful($0) }, threads), (missing.filter(isDoubtful), 1),
      ] {
        try compute(first, points, some, most: most, into: &part, keepsGoing) { record in
          found[record.point - first] = means(record)
          state.done += 1
          if case .failed = record.content { state.failed += 1 }
          state.seconds = Machine.wallSeconds - start
          progress(state)
        }
      }
      return found
    }
    try part.flush()
    return result
  }

  private func compute(
    _ first: Int, _ points: [[Double]], _ missing: [Int], most: Int, into part: inout SweepPart,
    _ keepsGoing: @escaping @Sendable () -> Bool, done: (PointRecord) -> Void
  ) throws {
    if missing.isEmpty { return }
    let memory = AvailableMemory.known
    let workers = SweepWorkers(
      sweep.plan, threads: threads, points: missing.count,
      memory: memory ?? AvailableMemory.bytes)
    let (noteBegun, descriptor) = (part.noteBegun, part.descriptor)
    try Crew(workers: min(most, workers.runsAtOnce)).each(missing.count) { place, handOver in
      let number = missing[place]
      guard keepsGoing() else { throw Interrupted() }
      // A fault before any point was begun would come again and again.
      FaultRestart.note(in: descriptor)
      noteBegun(first + number)
      guard
        let record = try sweep.record(
          first + number, at: points[number], workers: workers.threadsARun,
          memory: memory.map { $0 / workers.runsAtOnce }, keepsGoing: keepsGoing)
      else { throw Interrupted() }
      try handOver(record)
    } done: { (record: PointRecord) in
      try part.append(record, now: Machine.wallSeconds)
      done(record)
    }
  }

  /// The outcomes' means over replicates; nil for a point that failed.
  private func means(_ record: PointRecord) -> [Double?]? {
    guard case .runs(let runs) = record.content, let first = runs.first else { return nil }
    return first.values.indices.map { column in
      let known = runs.compactMap { $0.values[column] }
      return known.count == runs.count ? known.mean : nil
    }
  }
}
