import Kernel
import Results
import ScenarioFile

/// One process's work on a sweep: some points, side by side, each written down when it is done.
package struct SweepSession {
  package let sweep: Sweep
  package let folder: SweepFolder
  /// Points that are missing, in order.
  package let points: [Int]
  /// Those among them that may end the process, to be computed last and alone.
  private let doubtful: Set<Int>
  /// The name of this session's part.
  package let name: String
  package let workers: SweepWorkers
  /// Bytes that runs may take; nil where that is not known.
  private let memory: Int?

  /// How far a session has come.
  package struct Progress: Sendable {
    package var done: Int
    package var failed: Int
    package var all: Int
    package var seconds: Double

    /// Seconds until the last point, if points go on to take as long.
    package var secondsLeft: Double {
      done == 0 ? .infinity : seconds / Double(done) * Double(all - done)
    }
  }

  package init(
    _ sweep: Sweep, _ folder: SweepFolder, points: [Int], doubtful: Set<Int> = [], name: String,
    threads: Int
  ) {
    self.sweep = sweep
    self.folder = folder
    self.points = points
    self.doubtful = doubtful
    self.name = name
    memory = AvailableMemory.known
    workers = SweepWorkers(
      sweep.plan, threads: threads, points: points.count, memory: memory ?? AvailableMemory.bytes)
  }

  /// Computes the points; those that take more memory than there is beside others come last, alone.
  ///
  /// - Parameters:
  ///   - keepsGoing: Asked between days, on any thread; false ends the session without the points begun.
  ///   - progress: Told after every point.
  /// - Returns: Points done, failed ones among them.
  /// - Throws: ``FolderFault``, when results cannot be written; ``MemoryShortage``, when all is done but points
  ///   that take more memory than there is.
  package func run(
    keepsGoing: @escaping @Sendable () -> Bool, progress: (Progress) -> Void
  ) throws -> Progress {
    let start = Machine.wallSeconds
    var state = Progress(done: 0, failed: 0, all: points.count, seconds: 0)
    if points.isEmpty { return state }
    var part = try SweepPart(folder: folder.partsPath, name: name)
    defer { FaultRestart.note(in: nil) }
    let plain = points.filter { !doubtful.contains($0) }
    var tooLarge: [(point: Int, shortage: MemoryShortage)] = []
    func compute(_ some: [Int], atOnce: Int) throws {
      try self.compute(some, atOnce: atOnce, into: &part, keepsGoing) { piece in
        switch piece {
        case .tooLarge(let point, let shortage): tooLarge.append((point, shortage))
        case .record(let record):
          state.done += 1
          if case .failed = record.content { state.failed += 1 }
          state.seconds = Machine.wallSeconds - start
          progress(state)
        }
      }
    }
    do {
      try compute(plain, atOnce: workers.runsAtOnce)
      let large = Set(tooLarge.map(\.point))
      tooLarge = []
      try compute(points.filter { doubtful.contains($0) || large.contains($0) }, atOnce: 1)
    } catch is Stopped {
      // What was done by then is kept: a sweep goes on where it was.
    }
    try part.flush()
    if let first = tooLarge.first { throw first.shortage }
    return state
  }

  /// What comes of a point.
  private enum Piece: Sendable {
    case record(PointRecord)
    case tooLarge(Int, MemoryShortage)
  }

  private func compute(
    _ points: [Int], atOnce: Int, into part: inout SweepPart,
    _ keepsGoing: @escaping @Sendable () -> Bool, done: (Piece) -> Void
  ) throws {
    let (noteBegun, descriptor) = (part.noteBegun, part.descriptor)
    let memory = memory.map { $0 / max(1, atOnce) }
    try Crew(workers: atOnce).each(points.count) { place, handOver in
      guard keepsGoing() else { throw Stopped() }
      // A fault before any point was begun would come again and again.
      FaultRestart.note(in: descriptor)
      noteBegun(points[place])
      do {
        guard
          let record = try sweep.record(
            points[place], workers: workers.threadsARun, memory: memory, keepsGoing: keepsGoing)
        else { throw Stopped() }
        try handOver(.record(record))
      } catch let shortage as MemoryShortage {
        try handOver(.tooLarge(points[place], shortage))
      }
    } done: { (piece: Piece) in
      if case .record(let record) = piece { try part.append(record, now: Machine.wallSeconds) }
      done(piece)
    }
  }
}

/// Somebody asked the session to end: no fault.
private struct Stopped: Error {}

/// How a process's threads are put to a sweep: as many runs side by side as fit into memory, since one run
/// on two threads is slower than two on one each; threads that are left over work within the runs.
package struct SweepWorkers: Sendable, Equatable {
  package var runsAtOnce: Int
  package var threadsARun: Int

  /// - Parameter memory: Bytes that this process may take.
  package init(_ plan: Plan, threads: Int, points: Int, memory: Int) {
    let run = Forecast(
      plan.variants[0].scenario.inputs, until: plan.until, threads: 1, replicates: 1)
    let fitting = max(1, memory / max(1, run.bytes * SweepWorkers.worlds(plan)))
    runsAtOnce = max(1, min(threads, min(points, fitting)))
    threadsARun = max(1, threads / runsAtOnce)
  }

  /// Worlds that a point's runs hold at once: policies branch from a state of the past they share.
  static func worlds(_ plan: Plan) -> Int { plan.variants.count > 1 ? 2 : 1 }
}

/// What a sweep will take, before it begins.
package struct SweepForecast: Sendable, Equatable {
  package var runs: Int
  package var seconds: Double
  package var bytesOfMemory: Int
  package var bytesOfDisk: Int

  package init(_ sweep: Sweep, points: Int, threads: Int) {
    let plan = sweep.plan
    let workers = SweepWorkers(
      plan, threads: threads, points: points, memory: AvailableMemory.bytes)
    let runsAPoint = plan.variants.count * plan.replicates
    runs = points * runsAPoint
    let run = Forecast(
      plan.variants[0].scenario.inputs, until: plan.until, threads: workers.threadsARun,
      replicates: 1)
    // Reading the scenario again costs each run a little.
    let secondsAPoint =
      (run.seconds * Self.livedTimes(plan) + 0.02 * Double(plan.variants.count))
      * Double(plan.replicates)
    seconds = secondsAPoint * Double(points) / Double(workers.runsAtOnce)
    bytesOfMemory = run.bytes * SweepWorkers.worlds(plan) * workers.runsAtOnce
    // A run is a digest and its numbers in a part, the same with the factors in a CSV and a database.
    let line = 80 + 20 * plan.outcomes.count
    bytesOfDisk = runs * (3 * line + 2 * 20 * plan.factors.count)
  }

  /// How many times a run's days are lived at a point: a past that variants share is lived once.
  private static func livedTimes(_ plan: Plan) -> Double {
    let inputs = plan.variants.map(\.scenario.inputs)
    let last = min(plan.until ?? inputs[0].run.until, inputs[0].run.until)
    let base = inputs.bestBase(until: last)
    return inputs.indices.reduce(0) { times, place in
      guard place != base, let shared = inputs[place].lastShared(with: inputs[base], until: last)
      else { return times + 1 }
      let first = inputs[base].firstWorldDay
      return times + Double(last - shared) / Double(last - first + 1)
    }
  }
}
