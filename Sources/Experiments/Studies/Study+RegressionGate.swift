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

  /// Whether it speaks at other parameters.
  static let gatePower = Study(
    name: "gate-power",
    question: "Which changes of a parameter by a tenth does the gate notice?",
    scales: [0.01], replicates: 32
  ) { settings in [try GateTrial(settings).power()] }
}

/// The gate, tried on scenarios whose answer is known.
///
/// A check takes sixteen runs. Trials draw theirs from a pool of runs with other luck each, so that many trials
/// cost as much as few; trials that share runs are not independent, but the share of alarms is right on
/// average.
private struct GateTrial {
  /// As `kosh check --update` records.
  private static let replicates = 16
  private static let months = 36
  private static let trials = 200
  private static let mostFalseAlarms = 0.01
  private static let leastPower = 0.9

  /// Parameters that are changed by a tenth, up unless their range ends there.
  private static let parameters = [
    ("behaviour.demand.response", 1.1), ("behaviour.search.matching_scale", 1.1),
    ("behaviour.search.matching_elasticity", 1.1), ("behaviour.search.own_account_exit", 1.1),
    ("behaviour.hiring.choice_scale", 1.1), ("behaviour.hiring.audit_cost", 1.1),
    ("behaviour.wages.productivity", 1.1), ("behaviour.wages.bargaining_share", 1.1),
    ("behaviour.wages.native_reservation", 1.1), ("behaviour.working_life.native_separation", 1.1),
    ("behaviour.search.sector_change", 1.1), ("behaviour.population.exit", 1.1),
  ]

  private let settings: StudySettings
  private let until: Day

  init(_ settings: StudySettings) {
    self.settings = settings
    let run = settings.inputs.run
    until = min(settings.until ?? run.from.adding(months: Self.months) - 1, run.until)
  }

  private var gate: RegressionGate {
    RegressionGate(workers: settings.workers, keepsGoing: settings.keepsGoing)
  }

  private func candidate(_ change: (inout Inputs) -> Void = { _ in }) -> RegressionGate.Candidate {
    var inputs = settings.inputs
    inputs.run.scale = settings.scales[0]
    change(&inputs)
    return RegressionGate.Candidate(name: "trial", inputs: inputs, text: "")
  }

  private func pool(_ candidate: RegressionGate.Candidate) throws -> [ComparedRun] {
    do {
      return try gate.runs(candidate, until: until, replicates: settings.replicates)
    } catch is RunStopped {
      throw StudyInterrupted()
    }
  }

  /// Whether a check of some runs fails by what others gave.
  private func fails(_ recorded: [ComparedRun], _ runs: [ComparedRun]) -> Bool {
    let candidate = candidate()
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

  func falseAlarms() throws -> StudyTable {
    settings.progress("\(settings.replicates) runs, \(until) the last day")
    let pool = try pool(candidate())
    let alarms = (0..<Self.trials).count { trial in
      let order = shuffled(trial)
      return fails(
        order.prefix(part).map { pool[$0] },
        order.dropFirst(part).prefix(part).map { pool[$0] })
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

  func power() throws -> StudyTable {
    settings.progress("the baseline")
    let recorded = try pool(candidate())
    let rows = try Self.parameters.map { path, factor -> [String] in
      settings.progress("changing \(path)")
      let changed = try pool(candidate { $0.scale(path, by: factor) })
      let noticed = (0..<Self.trials).count { trial in
        let places = shuffled(trial).prefix(part)
        return fails(places.map { recorded[$0] }, places.map { changed[$0] })
      }
      let share = Double(noticed) / Double(Self.trials)
      return [
        path, "× \(NumberText.shortest(factor))",
        NumberText.fixed(100 * share, decimals: 0) + " %",
        share >= Self.leastPower ? "noticed" : "not noticed",
      ]
    }
    return StudyTable(
      "A change of a parameter by a tenth, scale \(NumberText.shortest(settings.scales[0]))",
      columns: ["parameter", "changed", "checks that failed", "nine times in ten"], rows: rows,
      notes: [
        "The random draws are the recorded ones, as when code or data change and draws do not. Each of "
          + "\(Self.trials) checks draws \(part) pairs of runs from \(settings.replicates)."
      ])
  }
}

extension Inputs {
  /// Multiplies the number that a path of `behaviour` names.
  fileprivate mutating func scale(_ path: String, by factor: Double) {
    for section in Section.all {
      for key in section.keys where "\(section.path).\(key.name)" == path {
        guard case .number(let number) = key.read(self) else { continue }
        key.write(&self, .number(number * factor))
        return
      }
    }
    preconditionFailure("'\(path)' is not a number of a scenario")
  }
}
