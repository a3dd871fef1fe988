import Kernel
import Results
import Simulation

/// How the gate's runs are done: scenarios of one replicate share their past.
extension RegressionGate {
  func until(_ expectation: Expectation, _ candidate: Candidate) -> Day {
    let last = candidate.inputs.run.until
    return Day(text: expectation.until).map { min($0, last) } ?? last
  }

  /// One run of a candidate.
  struct Job: Sendable {
    var candidate: Candidate
    var place: Int
    var replicate: Int
    var until: Day

    init(_ candidate: Candidate, _ place: Int, _ replicate: Int, _ until: Day) {
      self.candidate = candidate
      self.place = place
      self.replicate = replicate
      self.until = until
    }
  }

  /// Jobs of one replicate that share their past.
  private struct Batch: Sendable {
    /// Places among all jobs, the one from whose world the others branch first.
    var jobs: [Int]
    /// Which of them are to be run.
    var arms: [Int]
  }

  /// The jobs' runs in their order, a batch a core.
  func run(_ jobs: [Job]) throws -> [ComparedRun] {
    var runs = [ComparedRun?](repeating: nil, count: jobs.count)
    let keepsGoing = keepsGoing
    var ended = 0
    let batches = batches(jobs)
    try Crew(workers: workers).each(batches.count) { index, handOver in
      let batch = batches[index]
      let first = jobs[batch.jobs[0]]
      var options = RunOptions()
      options.replicate = UInt32(first.replicate)
      options.withTables = false
      // One run a scenario is audited every month: what is recorded must add up, whatever its law.
      options.audit = first.replicate == 0 ? .monthly : .standard
      let pasts = SharedPasts(
        batch.jobs.map { jobs[$0].candidate.inputs }, until: batch.jobs.map { jobs[$0].until }
      ) {
        ComparedRun.Gatherer([], scale: $0.run.scale)
      }
      try pasts.run(batch.arms, options: options, keepsGoing: keepsGoing) { arm, run in
        try handOver((batch.jobs[arm], run))
      }
    } done: { (piece: (Int, ComparedRun)) in
      runs[piece.0] = piece.1
      ended += 1
      progress(ended, jobs.count)
    }
    return runs.compactMap { $0 }
  }

  /// A batch a replicate; where that leaves workers idle, some share one and simulate its past each.
  private func batches(_ jobs: [Job]) -> [Batch] {
    var groups: [[Int]] = []
    for (index, job) in jobs.enumerated() {
      let found = groups.firstIndex { jobs[$0[0]].replicate == job.replicate }
      if let found { groups[found].append(index) } else { groups.append([index]) }
    }
    var bases: [[Int]: Int] = [:]
    let parts = max(1, (workers + groups.count - 1) / max(1, groups.count))
    return groups.flatMap { group -> [Batch] in
      let places = group.map { jobs[$0].place }
      let base =
        bases[places]
        ?? group.map { jobs[$0].candidate.inputs }.bestBase(until: group.map { jobs[$0].until })
      bases[places] = base
      let ordered = [group[base]] + group.indices.filter { $0 != base }.map { group[$0] }
      // Every so many, so that early and late branches are spread evenly.
      return (0..<min(parts, ordered.count)).map { part in
        Batch(
          jobs: ordered, arms: Array(stride(from: part, to: ordered.count, by: parts)))
      }
    }
  }
}
