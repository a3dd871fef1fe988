import Inputs
import Kernel
import Measurement
import ScenarioFile
import Simulation

/// One replicate that has been simulated, with all its records.
package struct RecordedRun: Sendable {
  package var records: RunRecords
  package var summary: RunSummary
  /// What the run gives for the facts it was asked about, in their order.
  package var evidence: [Double?]

  /// Simulates and gathers. A run that `keepsGoing` stopped keeps its whole months.
  ///
  /// - Parameters:
  ///   - saved: what the run goes on from, after ``SavedRun/check(_:until:withTables:path:)``.
  ///   - facts: what documents say of the country.
  ///   - keepsTables: false where rows of cells, flows and money are wanted for the facts alone: they are
  ///     dropped month by month then, so that a run of which little is kept takes little memory.
  ///   - keep: gets the records and the world after the day of ``RunOptions/saveState``.
  /// - Throws: what the audit found; nothing of such a run is worth keeping.
  package init(
    _ inputs: Inputs, options: RunOptions, from saved: SavedRun? = nil,
    facts: [DocumentedFact] = [], keepsTables: Bool = true,
    keep: @escaping (RunRecords, RunState) throws -> Void = { _, _ in },
    built: @escaping (BuiltWorld) -> Void = { _ in },
    keepsGoing: @escaping (Progress) -> Bool
  ) throws {
    var records = saved?.records ?? RunRecords()
    if !options.withTables { records.dropTables() }
    var failure: (any Error)?
    var sinks = RunSinks()
    var counter = EvidenceCounter(keepsTables ? [] : facts, scale: inputs.run.scale)
    sinks.day = {
      records.add($0)
      counter.add($0)
    }
    sinks.month = {
      counter.add($0)
      records.add(keepsTables ? $0 : $0.withoutTables)
    }
    sinks.built = built
    sinks.state = { state in
      do { try keep(records, state) } catch { failure = error }
    }
    sinks.keepsGoing = { failure == nil && keepsGoing($0) }
    summary = try simulate(inputs, options: options, sinks: sinks, from: saved?.state)
    if let failure { throw failure }
    if !summary.isComplete { records.cutToWholeMonths() }
    self.records = records
    evidence =
      keepsTables ? records.evidence(facts, scale: inputs.run.scale) : counter.values
  }
}

extension Manifest {
  /// What a recorded run and its inputs say; times of the process and threads are the command's to add.
  package init(_ run: RecordedRun, inputs: Inputs, scenario: String, scenarioText: String) {
    self.init()
    version = Build.version
    commit = Build.commit
    toolchain = Build.toolchain
    machine = MachineText.current
    self.scenario = scenario
    scenarioSHA256 = Digest.ofText(scenarioText)
    seed = inputs.run.seed
    scale = inputs.run.scale
    firstDay = run.summary.firstDay
    lastDay = run.records.days.last?.day
    populationSeconds = run.summary.populationSeconds
    burnInSeconds = run.summary.burnInSeconds
    dayLoopSeconds = run.summary.dayLoopSeconds
    events = run.summary.events
    personDays = run.summary.personDays
    audits = run.summary.audits
    digest = run.records.digest
    complete = run.summary.isComplete
  }
}

extension RunResults {
  package init(
    _ run: RecordedRun, inputs: Inputs, manifest: Manifest, evidence: [EvidenceRow] = []
  ) {
    self.init(
      manifest: manifest,
      about: RunAbout(
        name: inputs.name, question: inputs.question, persons: run.summary.labourForce,
        employers: run.summary.employers, measures: MeasureDates.all(of: inputs),
        landmarks: inputs.country.profile.landmarks),
      indicators: National.indicators, months: run.records.months.map(\.month),
      national: run.records.months.map(\.national), evidence: evidence,
      money: MoneyUnits(inputs.country, months: run.records.months.map(\.month)))
  }
}

extension MeasureDates {
  /// The measures of a scenario, in its order.
  package static func all(of inputs: Inputs) -> [MeasureDates] {
    inputs.measures.map { measure in
      MeasureDates(
        name: measure.name, kind: measure.lever.kindName, from: measure.from,
        until: measure.until)
    }
      + inputs.amendments.map {
        MeasureDates(
          name: $0.name, kind: "amends \($0.kindName)", from: $0.from, until: $0.until)
      }
  }
}
