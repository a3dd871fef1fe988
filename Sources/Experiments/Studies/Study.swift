import Inputs
import Kernel
import Measurement
import Results
import ScenarioFile
import Simulation
import WorldState

/// A question about the simulator whose answer stands in the documentation, and the code that answers it.
///
/// One file a study. What counts as agreement is written there, before anything is run.
package struct Study: Sendable {
  package let name: String
  /// What it answers, in a sentence.
  package let question: String
  /// What is simulated unless the user says otherwise.
  package let scales: [Double]
  package let replicates: Int
  private let answer: @Sendable (StudySettings) throws -> [StudyTable]

  package init(
    name: String, question: String, scales: [Double], replicates: Int,
    answer: @escaping @Sendable (StudySettings) throws -> [StudyTable]
  ) {
    self.name = name
    self.question = question
    self.scales = scales
    self.replicates = replicates
    self.answer = answer
  }

  /// Every study that asks the same of any country, in the order of their list.
  package static let all: [Study] = [
    .evidence, .levers, .scaleAgreement, .drift, .heldDrivers, .wageCurve, .speed, .regressionGate,
    .gatePower, .pairing, .calibrationRecovery, .coverage, .sweepSpeed,
  ]

  package static func named(_ name: String) -> Study? { all.first { $0.name == name } }

  /// Simulates what the study needs.
  /// - Throws: `StudyInterrupted`, or what the audit found.
  package func tables(_ settings: StudySettings) throws -> [StudyTable] { try answer(settings) }
}

/// What the user may choose about a study.
package struct StudySettings: Sendable {
  package var inputs: Inputs
  /// The same as a scenario in full.
  package let scenarioText: String
  package var scales: [Double]
  package var replicates: Int
  package var workers: Int
  /// Last day to simulate, where the study does not fix it.
  package var until: Day?
  /// What documents say of the country.
  package let evidence: [DocumentedFact]
  /// What its baseline was fitted to.
  package let fit: [DocumentedFact]
  /// Told before each run what is about to be done.
  package var progress: @Sendable (String) -> Void = { _ in }
  package var keepsGoing: @Sendable () -> Bool = { true }

  package init(
    _ scenario: LoadedScenario, scales: [Double], replicates: Int, workers: Int,
    until: Day? = nil
  ) {
    inputs = scenario.inputs
    scenarioText = scenario.resolvedText
    evidence = scenario.evidence
    fit = scenario.fit
    self.scales = scales
    self.replicates = replicates
    self.workers = workers
    self.until = until
  }

  /// Simulates one replicate of `inputs` at a scale.
  func run(
    _ inputs: Inputs, scale: Double, replicate: Int = 0, until: Day, workers: Int? = nil,
    withTables: Bool = false, built: @escaping (BuiltWorld) -> Void = { _ in }
  ) throws -> RecordedRun {
    let threads = workers ?? self.workers
    progress(
      "scale \(NumberText.shortest(scale)), replicate \(replicate), until \(until), "
        + "\(threads) thread\(threads == 1 ? "" : "s")")
    var inputs = inputs
    inputs.run.scale = scale
    var options = RunOptions()
    options.workers = threads
    options.replicate = UInt32(replicate)
    options.until = until
    options.withTables = withTables
    let run = try RecordedRun(inputs, options: options, built: built) { _ in keepsGoing() }
    guard run.summary.isComplete else { throw StudyInterrupted() }
    return run
  }

  /// What all replicates of `inputs` at a scale recorded.
  func replicates(
    of inputs: Inputs, scale: Double, until: Day, workers: Int? = nil
  ) throws -> [RunRecords] {
    try (0..<replicates).map {
      try run(inputs, scale: scale, replicate: $0, until: until, workers: workers).records
    }
  }
}

extension StudySettings {
  /// A year after the run's first: studies look at it, so that the burn-in is well past.
  var secondYear: Int { inputs.run.from.civil.year + 1 }
}

/// The user stopped a study; half of one says nothing.
package struct StudyInterrupted: Error {
  package init() {}
}

extension RunRecords {
  /// Mean of a national indicator over the months of a year; nil where the year has none.
  func mean(_ name: NationalIndicator, year: Int) -> Double? {
    guard let column = National.indicators.firstIndex(where: { $0.name == name.name }) else {
      return nil
    }
    return months(of: year).compactMap { $0.national[column] }.mean
  }

  func months(of year: Int) -> [MonthRecord] { months.filter { $0.month.civil.year == year } }
}

extension [Double] {
  /// Nil of no numbers.
  var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
