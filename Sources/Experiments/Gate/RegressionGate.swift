import Inputs
import Kernel
import Measurement
import Results
import ScenarioFile
import Simulation
import Statistics

/// Notices when a scenario's outputs move: the digest first, then what moved, then whether luck explains it.
///
/// Equivalence is judged by paired tests of yearly means, replicate by replicate, shared out over all
/// indicators and years by Bonferroni's rule, so that a scenario whose luck alone has changed fails with at
/// most ``falseAlarmChance``. Where the luck is the recorded one pairs differ little, and small changes show.
package struct RegressionGate: Sendable {
  /// A scenario to be recorded or checked.
  package struct Candidate: Sendable {
    /// Its file's name without folder and ending.
    package var name: String
    /// As an expectation names its file.
    package var file: String
    package var inputs: Inputs
    /// Every key resolved, as its file has it: without the gate's own scale.
    package var text: String

    package init(name: String, file: String = "", inputs: Inputs, text: String) {
      self.name = name
      self.file = file
      self.inputs = inputs
      self.text = text
    }
  }

  package static let falseAlarmChance = 0.002
  /// Fewer replicates say nothing of equivalence.
  package static let leastReplicates = 8
  /// Differences below this part of a value come from the order of additions.
  static let rounding = 1e-9

  package var workers: Int
  package var keepsGoing: @Sendable () -> Bool
  /// Told how many runs have ended, and of how many.
  package var progress: @Sendable (Int, Int) -> Void = { _, _ in }

  package init(workers: Int, keepsGoing: @escaping @Sendable () -> Bool = { true }) {
    self.workers = workers
    self.keepsGoing = keepsGoing
  }

  /// Runs every candidate's replicates, candidates with one past branching off it, and writes down what they give.
  ///
  /// - Parameters:
  ///   - candidates: at the scale to be recorded.
  ///   - until: the last day of each one's run, as far as the scenario itself goes.
  /// - Throws: `RunStopped`, or what the audit found.
  package func record(
    _ candidates: [Candidate], until: [Day], replicates: Int
  ) throws -> [Expectation] {
    let jobs = candidates.indices.flatMap { place in
      (0..<replicates).map { Job(candidates[place], place, $0, until[place]) }
    }
    let runs = try run(jobs)
    return candidates.indices.map { place in
      let own = zip(jobs, runs).filter { $0.0.place == place }.map(\.1)
      return expectation(candidates[place], until: until[place], own)
    }
  }

  /// What a candidate's finished runs give, replicate 0 first.
  package func expectation(_ candidate: Candidate, until: Day, _ runs: [ComparedRun]) -> Expectation
  {
    var expectation = Expectation()
    expectation.version = Build.version
    expectation.scenario = candidate.name
    expectation.scenarioFile = candidate.file
    expectation.scenarioSHA256 = Digest.ofText(candidate.text)
    expectation.seed = candidate.inputs.run.seed
    expectation.scale = candidate.inputs.run.scale
    expectation.until = "\(until)"
    expectation.digest = runs[0].digest
    expectation.months = runs[0].months.map(\.monthText)
    for (column, indicator) in National.indicators.enumerated() {
      expectation.series[indicator.name] = runs[0].national.map { $0[column].map(Expectation.kept) }
      expectation.yearlyMeans[indicator.name] = runs.map { $0.yearlyMeans(column) }
    }
    return expectation
  }

  /// The runs of some candidates, by candidate and replicate.
  func runs(_ candidates: [Candidate], until: Day, replicates: Int) throws -> [[ComparedRun]] {
    let jobs = candidates.indices.flatMap { place in
      (0..<replicates).map { Job(candidates[place], place, $0, until) }
    }
    let runs = try run(jobs)
    return candidates.indices.map { place in
      Array(runs[(place * replicates)..<((place + 1) * replicates)])
    }
  }

  /// Compares every candidate, at the recorded scale, with what was recorded.
  /// - Parameter isExact: whether only the recorded digest will do, so that nothing is judged.
  /// - Throws: `RunStopped`, ``GateFault``, or what the audit found.
  package func check(
    _ candidates: [(candidate: Candidate, expectation: Expectation)], isExact: Bool = false
  ) throws -> [GateVerdict] {
    let first = try run(
      candidates.enumerated().map { place, pair in
        Job(pair.candidate, place, 0, until(pair.expectation, pair.candidate))
      })
    let moved = candidates.indices.filter {
      first[$0].digest != candidates[$0].expectation.digest
    }
    let few = moved.map { candidates[$0].expectation }
      .first { $0.replicates < RegressionGate.leastReplicates }
    if let few, !isExact {
      throw GateFault.fewReplicates(few.scenario, few.replicates)
    }
    let jobs = moved.flatMap { place -> [Job] in
      let (candidate, expectation) = candidates[place]
      return (1..<max(1, expectation.replicates)).map {
        Job(candidate, place, $0, until(expectation, candidate))
      }
    }
    let further = try run(jobs)
    return candidates.indices.map { place in
      let own = [first[place]] + zip(jobs, further).filter { $0.0.place == place }.map(\.1)
      return verdict(candidates[place].candidate, candidates[place].expectation, own)
    }
  }
}

/// Why the gate cannot judge.
package enum GateFault: Error, Equatable, CustomStringConvertible {
  case fewReplicates(String, Int)
  case scenarioGone(expectation: String, scenario: String)

  package var description: String {
    switch self {
    case .fewReplicates(let scenario, let count):
      "error: '\(scenario)' has moved, and was recorded with \(count) replicates: to tell chance from a "
        + "change takes \(RegressionGate.leastReplicates). Record it again with --update, or ask for --exact."
    case .scenarioGone(let expectation, let scenario):
      "\(expectation): error: its scenario \(scenario) is not there. Remove the file, or bring the "
        + "scenario back."
    }
  }
}

extension ComparedRun {
  /// An indicator's means of calendar years, of the months that have a value, as expectations keep them.
  func yearlyMeans(_ column: Int) -> [Double?] {
    var means: [Double?] = []
    var start = 0
    while start < months.count {
      let year = months[start].civil.year
      let end = months[start...].firstIndex { $0.civil.year != year } ?? months.count
      means.append(national[start..<end].compactMap { $0[column] }.mean.map(Expectation.kept))
      start = end
    }
    return means
  }

  /// The years of ``yearlyMeans(_:)``.
  var years: [String] {
    months.map { "\($0.civil.year)" }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
