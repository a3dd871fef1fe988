import Inputs
import Kernel
import Results

extension Study {
  /// Whether the regression gate keeps quiet at other luck.
  static let regressionGate = Study(
    name: "regression-gate",
    question: "How often does the gate fail by chance alone?",
    scales: [0.01], replicates: 320
  ) { settings in [try GateTrial(settings).falseAlarms()] }

  /// Whether it speaks at other parameters, and at other laws.
  static let gatePower = Study(
    name: "gate-power",
    question: "Which changes by a tenth, of behaviour and of law, does the gate notice?",
    scales: [0.01], replicates: 32
  ) { settings in
    let trial = GateTrial(settings)
    let inputs = settings.inputs
    let tables = [
      try trial.power(
        "A change of a parameter by a tenth", of: inputs, GateChange.ofBehaviour(inputs)),
      try trial.power(
        "A change of the law by a tenth, from \(settings.secondYear) on", of: inputs,
        GateChange.ofLaw(inputs)),
    ]
    guard let late = GateChange.lateAmnesty(inputs) else { return tables }
    let year = inputs.run.from.civil.year + GateChange.yearsToLateAmnesty
    return tables + [
      try trial.power("A change of an amnesty of \(year)", of: late, GateChange.ofAmnesty(late))
    ]
  }
}

/// The gate, tried on scenarios whose answer is known.
///
/// A check takes sixteen runs. Trials draw theirs from a pool of runs with other luck each, so that many trials
/// cost as much as few; trials that share runs are not independent, but the share of alarms is right on
/// average.
private struct GateTrial {
  /// As `kosh check --update` records.
  private static let replicates = 16
  private static let trials = 200
  private static let mostFalseAlarms = 0.01
  private static let leastPower = 0.9

  private let settings: StudySettings

  init(_ settings: StudySettings) { self.settings = settings }

  private var gate: RegressionGate {
    RegressionGate(workers: settings.workers, keepsGoing: settings.keepsGoing)
  }

  private func candidate(_ inputs: Inputs) -> RegressionGate.Candidate {
    var inputs = inputs
    inputs.run.scale = settings.scales[0]
    return RegressionGate.Candidate(name: "trial", inputs: inputs, text: "")
  }

  /// Runs of some scenarios, by scenario and replicate.
  private func pools(_ inputs: [Inputs], until: Day) throws -> [[ComparedRun]] {
    do {
      return try gate.runs(inputs.map(candidate), until: until, replicates: settings.replicates)
    } catch is RunStopped {
      throw StudyInterrupted()
    }
  }

  /// Whether a check of some runs fails by what others gave.
  private func fails(_ recorded: [ComparedRun], _ runs: [ComparedRun], until: Day) -> Bool {
    let candidate = candidate(settings.inputs)
    let expectation = gate.expectation(candidate, until: until, recorded)
    return gate.verdict(candidate, expectation, runs).outcome == .different
  }

  /// Places of a pool in an order of the trial's own.
  private func shuffled(_ trial: Int) -> [Int] {
    let luck = Luck(seed: UInt64(settings.inputs.run.seed), replicate: UInt32(trial))
    return (0..<settings.replicates).map { ($0, luck.bits(UInt32($0), 0)) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  private var part: Int { min(Self.replicates, settings.replicates / 2) }

  private func until(_ inputs: Inputs) -> Day {
    // Three years, as a check of what changes early.
    min(settings.until ?? GateWindow(inputs, base: settings.inputs).until, inputs.run.until)
  }

  func falseAlarms() throws -> StudyTable {
    let until = until(settings.inputs)
    settings.progress("\(settings.replicates) runs, \(until) the last day")
    let pool = try pools([settings.inputs], until: until)[0]
    let alarms = (0..<Self.trials).count { trial in
      let order = shuffled(trial)
      return fails(
        order.prefix(part).map { pool[$0] },
        order.dropFirst(part).prefix(part).map { pool[$0] }, until: until)
    }
    let share = Double(alarms) / Double(Self.trials)
    return StudyTable(
      "Other random draws judged different, scale \(NumberText.shortest(settings.scales[0]))",
      columns: ["checks", "false alarms", "share", "at most 1 %"],
      rows: [
        [
          "\(Self.trials)", "\(alarms)", NumberText.fixed(100 * share, decimals: 1) + " %",
          share <= Self.mostFalseAlarms ? "holds" : "fails",
        ]
      ],
      notes: [
        "Each check puts \(part) runs against \(part) recorded ones, all drawn again from "
          + "\(settings.replicates) runs with random draws of their own; \(until) is the last day."
      ],
      holds: share <= Self.mostFalseAlarms)
  }

  func power(_ title: String, of inputs: Inputs, _ changes: [GateChange]) throws -> StudyTable {
    let until = until(inputs)
    settings.progress("\(title): \(changes.count) changes, until \(until)")
    let pools = try pools([inputs] + changes.map { $0.applied(to: inputs) }, until: until)
    let rows = zip(changes, pools.dropFirst()).map { change, changed -> [String] in
      let noticed = (0..<Self.trials).count { trial in
        let places = shuffled(trial).prefix(part)
        return fails(
          places.map { pools[0][$0] }, places.map { changed[$0] }, until: until)
      }
      let share = Double(noticed) / Double(Self.trials)
      return [
        change.what, change.how, NumberText.fixed(100 * share, decimals: 0) + " %",
        share >= Self.leastPower ? "noticed" : "not noticed",
      ]
    }
    return StudyTable(
      "\(title), scale \(NumberText.shortest(settings.scales[0]))",
      columns: ["what", "changed", "checks that failed", "nine times in ten"], rows: rows,
      notes: [
        "The random draws are the recorded ones, as when code or data change and draws do not. Each of "
          + "\(Self.trials) checks draws \(part) pairs of runs from \(settings.replicates); \(until) is the last day."
      ])
  }
}
