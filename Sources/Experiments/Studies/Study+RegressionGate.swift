import Inputs
import Kernel
import Results

extension Study {
  /// Whether the regression gate keeps quiet at other luck, and speaks at other parameters.
  static let regressionGate = Study(
    name: "regression-gate",
    question: "How often does the gate fail for luck alone, and how often does it notice a change?",
    scales: [0.01], replicates: 200
  ) { settings in
    let trial = GateTrial(settings, scale: settings.scales[0])
    return [try trial.falseAlarms(), try trial.power()]
  }
}

/// The gate, tried on scenarios whose answer is known.
private struct GateTrial {
  /// As `kosh check --update` records.
  private static let replicates = 16
  private static let months = 36
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
  private let scale: Double
  private let until: Day

  init(_ settings: StudySettings, scale: Double) {
    self.settings = settings
    self.scale = scale
    let run = settings.inputs.run
    until = min(settings.until ?? run.from.adding(months: Self.months) - 1, run.until)
  }

  private var gate: RegressionGate {
    RegressionGate(workers: settings.workers, keepsGoing: settings.keepsGoing)
  }

  private func candidate(seed: Int, _ change: (inout Inputs) -> Void = { _ in })
    -> RegressionGate.Candidate
  {
    var inputs = settings.inputs
    inputs.run.scale = scale
    inputs.run.seed = seed
    change(&inputs)
    return RegressionGate.Candidate(name: "seed \(seed)", inputs: inputs, text: "")
  }

  private func record(seed: Int) throws -> Expectation {
    do {
      return try gate.record(
        [candidate(seed: seed)], until: [until], replicates: Self.replicates)[0]
    } catch is RunStopped {
      throw StudyInterrupted()
    }
  }

  private func fails(
    _ candidate: RegressionGate.Candidate, _ expectation: Expectation
  ) throws -> Bool {
    do {
      return try gate.check([(candidate: candidate, expectation: expectation)])[0].outcome
        == .different
    } catch is RunStopped {
      throw StudyInterrupted()
    }
  }

  func falseAlarms() throws -> StudyTable {
    let expectation = try record(seed: settings.inputs.run.seed)
    var alarms = 0
    for number in 1...settings.replicates {
      settings.progress("other luck, seed \(settings.inputs.run.seed + number)")
      let other = candidate(seed: settings.inputs.run.seed + number)
      if try fails(other, expectation) { alarms += 1 }
    }
    let share = Double(alarms) / Double(settings.replicates)
    return StudyTable(
      "Other luck judged different, scale \(NumberText.shortest(scale))",
      columns: ["seeds", "false alarms", "share", "at most 1 %"],
      rows: [
        [
          "\(settings.replicates)", "\(alarms)",
          NumberText.fixed(100 * share, decimals: 1) + " %",
          share <= Self.mostFalseAlarms ? "holds" : "fails",
        ]
      ],
      notes: [
        "All are checked against one expectation of \(Self.replicates) replicates, \(until) the last "
          + "day."
      ],
      holds: share <= Self.mostFalseAlarms)
  }

  /// Against expectations of a tenth as many seeds.
  func power() throws -> StudyTable {
    let count = max(1, settings.replicates / 10)
    let seeds = (0..<count).map { settings.inputs.run.seed + $0 }
    let expectations = try seeds.map { seed in
      settings.progress("recording, seed \(seed)")
      return try record(seed: seed)
    }
    var rows: [[String]] = []
    for (path, factor) in Self.parameters {
      settings.progress("changing \(path)")
      var noticed = 0
      for (seed, expectation) in zip(seeds, expectations)
      where try fails(candidate(seed: seed) { $0.scale(path, by: factor) }, expectation) {
        noticed += 1
      }
      let share = Double(noticed) / Double(count)
      rows.append([
        path, "× \(NumberText.shortest(factor))", "\(noticed) of \(count)",
        share >= Self.leastPower ? "noticed" : "not noticed",
      ])
    }
    return StudyTable(
      "A change of a parameter by a tenth, scale \(NumberText.shortest(scale))",
      columns: ["parameter", "changed", "failed", "nine times in ten"], rows: rows,
      notes: ["The luck is the recorded one, as when code or data change and draws do not."])
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
