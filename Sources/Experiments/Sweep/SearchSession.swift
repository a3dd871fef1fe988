import Kernel
import Results
import ScenarioFile

/// Runs points on this machine for a search that asks for one batch after the other, keeping each in the folder:
/// interrupted, the same command finds them there.
package struct SearchSession {
  package let sweep: Sweep
  private let threads: Int

  /// A point to simulate.
  package struct Asked: Sendable {
    /// Shares (0…1) of the factors' spreads.
    package var shares: [Double]
    /// With whose luck; nil for the plan's replicates.
    package var replicates: Range<Int>?

    package init(_ shares: [Double], replicates: Range<Int>? = nil) {
      (self.shares, self.replicates) = (shares, replicates)
    }
  }

  /// Outcomes of points, by outcome, as means over replicates; nil for a point that failed. Called with the number of the
  /// first one.
  package typealias Evaluate = (Int, [Asked]) throws -> [[Double?]?]

  package struct Interrupted: Error {}

  package init(_ sweep: Sweep, threads: Int) { (self.sweep, self.threads) = (sweep, threads) }

  /// - Parameters:
  ///   - most: Points that the search may ask for.
  ///   - keepsGoing: Asked between days, on any thread.
  ///   - progress: Told after every point.
  ///   - search: Asks for points; which follows from what they gave.
  /// - Throws: ``Interrupted``, `FolderFault`, `SweepFault`, or what the search throws.
  package func run<Found>(
    in folder: SweepFolder, most: Int, keepsGoing: @escaping @Sendable () -> Bool,
    progress: @escaping (SweepSession.Progress) -> Void, _ search: (Evaluate) throws -> Found
  ) throws -> Found {
    let start = Machine.wallSeconds
    let records = try SweepRecords(folder)
    let doubtful = records.doubtful
    var part = try SweepPart(folder: folder.partsPath, name: "local")
    defer { FaultRestart.note(in: nil) }
    var state = SweepSession.Progress(done: 0, failed: 0, all: most, seconds: 0)
    let found = try search { first, points in
      var found = [[Double?]?](repeating: nil, count: points.count)
      var missing: [Int] = []
      for number in points.indices {
        if let record = try records.record(first + number) {
          found[number] = Self.means(record)
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
          found[record.point - first] = Self.means(record)
          state.done += 1
          if case .failed = record.content { state.failed += 1 }
          state.seconds = Machine.wallSeconds - start
          progress(state)
        }
      }
      return found
    }
    try part.flush()
    return found
  }

  private func compute(
    _ first: Int, _ points: [Asked], _ missing: [Int], most: Int, into part: inout SweepPart,
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
          first + number, at: points[number].shares, replicates: points[number].replicates,
          workers: workers.threadsARun, memory: memory.map { $0 / workers.runsAtOnce },
          keepsGoing: keepsGoing)
      else { throw Interrupted() }
      try handOver(record)
    } done: { (record: PointRecord) in
      try part.append(record, now: Machine.wallSeconds)
      done(record)
    }
  }

  /// The outcomes' means over replicates; nil for a point that failed.
  package static func means(_ record: PointRecord) -> [Double?]? {
    guard case .runs(let runs) = record.content, let first = runs.first else { return nil }
    return first.values.indices.map { column in
      let known = runs.compactMap { $0.values[column] }
      return known.count == runs.count ? known.mean : nil
    }
  }
}

extension Sweep {
  /// Outcomes of points as ``SearchSession/Evaluate`` gives them, kept nowhere: for studies.
  func outcomes(
    of points: [SearchSession.Asked], workers: Int, keepsGoing: @escaping @Sendable () -> Bool
  ) throws -> [[Double?]?] {
    var found = [[Double?]?](repeating: nil, count: points.count)
    try Crew(workers: workers).each(points.count) { number, handOver in
      let point = points[number]
      guard
        let record = try record(
          number, at: point.shares, replicates: point.replicates, workers: 1, memory: nil,
          keepsGoing: keepsGoing)
      else { throw StudyInterrupted() }
      try handOver(record)
    } done: { (record: PointRecord) in
      found[record.point] = SearchSession.means(record)
    }
    return found
  }
}
