import Experiments
import Foundation
import Inputs
import Kernel
import Results
import ScenarioFile
import Simulation

/// Where the lab's runs are made: a few workers, each at one run of one scenario at a time, the first numbers of every
/// page before the last numbers of any.
///
/// Runs are kept as long as somebody asks for them, and a while longer; whoever stops asking has their runs stopped within
/// a simulated day. A run that fails ends itself alone.
package final class Workbench: @unchecked Sendable {
  /// A run: a scenario by its key, and a replicate.
  struct Job: Hashable {
    var subject: String
    var replicate: Int
  }

  /// A scenario with its runs so far, by replicate.
  struct Subject {
    var scenario: LoadedScenario
    var runs: [Int: ComparedRun] = [:]
    /// What went wrong in one of its runs.
    var failure: String?
    /// The last day that it shares with the baseline.
    var shared: Day?
    /// When it was last wanted: by it the oldest is let go.
    var wanted: Double
  }

  /// What a page asks for: runs of some scenarios beside the baseline's.
  struct Order {
    var id: Int
    var page: String
    var subjects: [String]
    var replicates: Int
    /// When the page last asked how far it is.
    var asked: Double
  }

  /// The baseline's key.
  static let base = ""

  /// Whoever has not asked for so long has gone.
  private static let patience = 15.0
  /// Scenarios whose runs are kept though nobody asks for them just now.
  private static let mostIdleSubjects = 6
  private static let mostOrders = 64

  // All below is reached under the condition's lock alone.
  private let condition = NSCondition()
  private var subjects: [String: Subject] = [:]
  private var orders: [Order] = []
  private var inFlight: Set<Job> = []
  private var isClosing = false
  private var nextID = 1
  private var secondsOfJobs = 0.0
  private var jobsDone = 0

  private let comparison: WorkbenchPlan
  private let pasts: LivedPasts
  private let workers: Int
  private let finished = DispatchGroup()

  package init(_ plan: WorkbenchPlan) {
    comparison = plan
    workers = plan.workers
    pasts = LivedPasts(plan)
    subjects[Self.base] = Subject(scenario: plan.base, wanted: 0)
  }

  /// Puts the workers to work: on the baseline's past first.
  package func open() {
    for number in 0..<workers {
      // A queue of its own is always given a thread.
      DispatchQueue(label: "kosh.lab.\(number)").async(group: finished) { [self] in work() }
    }
  }

  /// Stops every run and waits for the workers.
  package func close() {
    condition.withLock {
      isClosing = true
      condition.broadcast()
    }
    finished.wait()
  }
}

/// Pages ask, and look how far it is.
extension Workbench {
  /// Asks for runs of some scenarios; what the same page asked for before is asked for no more.
  ///
  /// - Parameter wanted: key and scenario of each.
  /// - Returns: the number by which to look.
  package func ask(page: String, _ wanted: [(key: String, scenario: LoadedScenario)]) -> Int {
    condition.withLock {
      let now = Machine.wallSeconds
      orders.removeAll { $0.page == page }
      if orders.count >= Self.mostOrders { orders.removeFirst() }
      for (key, scenario) in wanted {
        var subject =
          subjects[key] ?? Subject(scenario: scenario, shared: pasts.shared(scenario), wanted: now)
        subject.wanted = now
        if comparison.suspects.contains(key) { subject.failure = comparison.suspicion }
        subjects[key] = subject
      }
      let id = nextID
      nextID += 1
      orders.append(
        Order(
          id: id, page: page, subjects: wanted.map(\.key), replicates: comparison.lives.runs,
          asked: now))
      sweep(now)
      condition.broadcast()
      return id
    }
  }

  /// How far an order is; nil where nobody knows of it any more.
  package func look(_ id: Int) -> Progress? {
    condition.withLock {
      let now = Machine.wallSeconds
      guard let place = orders.firstIndex(where: { $0.id == id }) else { return nil }
      orders[place].asked = now
      sweep(now)
      let order = orders[place]
      let keys = [Self.base] + order.subjects
      for key in keys { subjects[key]?.wanted = now }
      let done = worlds(of: order)
      let runs = keys.map { key in (0..<done).compactMap { subjects[key]?.runs[$0] } }
      let missing = keys.reduce(0) { sum, key in
        sum + order.replicates - (subjects[key]?.runs.count { $0.key < order.replicates } ?? 0)
      }
      let mean = jobsDone > 0 ? secondsOfJobs / Double(jobsDone) : 1
      return Progress(
        worlds: done, of: order.replicates, runs: runs,
        secondsLeft: Double(missing) * mean / Double(workers),
        failure: keys.compactMap { subjects[$0]?.failure }.first)
    }
  }

  /// Gives an order up.
  package func forget(_ id: Int) {
    condition.withLock { orders.removeAll { $0.id == id } }
  }

  /// How far an order is.
  package struct Progress: Sendable {
    /// Replicates that every scenario has been through, from the first on.
    package var worlds: Int
    package var of: Int
    /// By scenario, the baseline first, and replicate.
    package var runs: [[ComparedRun]]
    package var secondsLeft: Double
    package var failure: String?

    package var isDone: Bool { worlds == of }
  }

  private func worlds(of order: Order) -> Int {
    let keys = [Self.base] + order.subjects
    return (0..<order.replicates).first { replicate in
      keys.contains { subjects[$0]?.runs[replicate] == nil }
    } ?? order.replicates
  }

  /// Lets go of who has gone, and of scenarios that nobody has asked for in a while.
  private func sweep(_ now: Double) {
    orders.removeAll { now - $0.asked > Self.patience }
    let asked = Set(orders.flatMap(\.subjects)).union([Self.base])
    let idle = subjects.filter { key, _ in
      !asked.contains(key) && !inFlight.contains { $0.subject == key }
    }.sorted { ($0.value.wanted, $0.key) < ($1.value.wanted, $1.key) }
    for (key, _) in idle.dropLast(Self.mostIdleSubjects) { subjects[key] = nil }
  }
}

/// Workers take jobs and bring runs.
extension Workbench {
  private func work() {
    while let (job, scenario) = next() {
      let start = Machine.wallSeconds
      let outcome = Result {
        try job.subject == Self.base
          ? pasts.live(
            replicate: job.replicate, keeping: sharedDays, keepsGoing: { self.isWanted(job) })
          : pasts.live(scenario, replicate: job.replicate, keepsGoing: { self.isWanted(job) })
      }
      finish(job, outcome, seconds: Machine.wallSeconds - start)
    }
  }

  /// The last days that policies which are asked for share with the baseline.
  private var sharedDays: [Day] {
    condition.withLock { orders.flatMap(\.subjects).compactMap { subjects[$0]?.shared } }
  }

  /// The next job, when there is one; nil when the lab closes.
  private func next() -> (Job, LoadedScenario)? {
    condition.lock()
    defer { condition.unlock() }
    while !isClosing {
      sweep(Machine.wallSeconds)
      if let job = wantedJob() ?? idleJob(), let subject = subjects[job.subject] {
        inFlight.insert(job)
        noteWork()
        return (job, subject.scenario)
      }
      _ = condition.wait(until: Date(timeIntervalSinceNow: 1))
    }
    return nil
  }

  private func noteWork() {
    comparison.atWork(Set(inFlight.map(\.subject)).filter { $0 != Self.base }.sorted())
  }

  /// Of the pages that wait, the one that has least so far.
  private func wantedJob() -> Job? {
    let waiting = orders.map { (order: $0, worlds: worlds(of: $0)) }
      .filter { $0.worlds < $0.order.replicates }
      .sorted { ($0.worlds, $0.order.id) < ($1.worlds, $1.order.id) }
    for (order, worlds) in waiting {
      for replicate in worlds..<order.replicates {
        let base = Job(subject: Self.base, replicate: replicate)
        if isFree(base) { return base }
        // A policy's run goes on from the baseline's, which must have come by.
        guard subjects[Self.base]?.runs[replicate] != nil else { continue }
        let own = order.subjects.map { Job(subject: $0, replicate: replicate) }
        if let job = own.first(where: isFree) { return job }
      }
    }
    return nil
  }

  /// While nobody waits, the baseline's runs are made ready.
  private func idleJob() -> Job? {
    (0..<comparison.lives.runs).lazy.map { Job(subject: Self.base, replicate: $0) }
      .first(where: isFree)
  }

  private func isFree(_ job: Job) -> Bool {
    guard let subject = subjects[job.subject], subject.failure == nil else { return false }
    return subject.runs[job.replicate] == nil && !inFlight.contains(job)
  }

  /// Whether a run is to go on.
  private func isWanted(_ job: Job) -> Bool {
    condition.withLock {
      guard !isClosing, Interruption.signalNumber == nil else { return false }
      if job.subject == Self.base { return true }
      let now = Machine.wallSeconds
      return orders.contains {
        now - $0.asked <= Self.patience && $0.subjects.contains(job.subject)
      }
    }
  }

  private func finish(_ job: Job, _ outcome: Result<ComparedRun, any Error>, seconds: Double) {
    condition.withLock {
      inFlight.remove(job)
      noteWork()
      switch outcome {
      case .success(let run):
        subjects[job.subject]?.runs[job.replicate] = run
        secondsOfJobs += seconds
        jobsDone += 1
      case .failure(is RunStopped): break
      case .failure(let error): subjects[job.subject]?.failure = "\(error)"
      }
      condition.broadcast()
    }
  }
}
