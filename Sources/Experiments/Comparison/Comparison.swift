import Foundation
import Inputs
import Kernel
import Measurement
import Results
import ScenarioFile

/// What is to be compared: a baseline and its variants, with how many replicates, or how precisely.
package struct Comparison: Sendable {
  /// One of the scenarios.
  package struct Arm: Sendable {
    /// Its file's name without folder and ending, numbered where another bears it.
    package var name: String
    package var inputs: Inputs
    /// Every key resolved.
    package var text: String
    /// What documents say of the country.
    package var evidence: [DocumentedFact]
    /// What it was read as; nil of inputs that no file holds.
    package var scenario: LoadedScenario?

    /// Its inputs in a world; its own where no file names any.
    func inputs(in world: Int) throws(ScenarioFaults) -> Inputs {
      try scenario?.living(in: world).inputs ?? inputs
    }
  }

  /// Replicates until the 95 % interval of an outcome's difference is narrow, for every variant.
  package typealias Precision = PrecisionGoal

  /// The baseline first.
  package let arms: [Arm]
  /// How many, or with ``precision`` at most, and in which worlds.
  package let lives: WorldLives
  package var replicates: Int { lives.replicates }
  package let until: Day?
  package let precision: Precision?
  /// Whether differences by region, sector and so on are wanted.
  package let withCells: Bool

  /// - Parameters:
  ///   - scenarios: path and scenario, the baseline first.
  ///   - set: keys that were set for all of them.
  /// - Throws: ``ComparisonFault`` where the scenarios cannot be compared.
  package init(
    _ scenarios: [(path: String, loaded: LoadedScenario)], lives: WorldLives, until: Day?,
    precision: Precision?, withCells: Bool, set: [String] = []
  ) throws(ComparisonFault) {
    var names: [String] = []
    arms = scenarios.map { path, loaded in
      let name = Self.name(of: path, besides: names)
      names.append(name)
      return Arm(
        name: name, inputs: loaded.inputs, text: loaded.resolvedText, evidence: loaded.evidence,
        scenario: loaded)
    }
    self.lives = lives
    self.until = until
    self.precision = precision
    self.withCells = withCells
    try checkArms()
    try Comparison.check(scenarios, set: set)
    if lives.worlds > 0 {
      let loaded = scenarios.map(\.loaded)
      guard (loaded[0].worlds?.count ?? 0) >= lives.worlds else { throw .noWorlds }
      if let other = Comparison.firstInOtherWorlds(loaded) {
        throw .otherWorlds(arms[other].name)
      }
    }
    if let precision, !National.indicators.contains(where: { $0.name == precision.outcome }) {
      throw .unknownOutcome(
        precision.outcome,
        hint: Nearest.hint(for: precision.outcome, among: National.indicators.map(\.name)))
    }
    guard lastDay >= base.run.from.adding(months: 1).firstOfMonth - 1 else { throw .noWholeMonth }
  }

  /// The baseline's inputs.
  package var base: Inputs { arms[0].inputs }

  package var lastDay: Day { min(until ?? base.run.until, base.run.until) }

  private static func name(of path: String, besides taken: [String]) -> String {
    let stem = ScenarioPath.stem(of: path)
    var name = stem
    var number = 1
    while taken.contains(name) {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name
  }

  /// The place of a scenario whose worlds are not the first one's; nil where all share theirs.
  package static func firstInOtherWorlds(_ scenarios: [LoadedScenario]) -> Int? {
    guard let worlds = scenarios[0].worlds else { return nil }
    return scenarios.firstIndex { !($0.worlds?.agree(with: worlds) ?? false) }
  }

  private func checkArms() throws(ComparisonFault) {
    for arm in arms.dropFirst() {
      if let found = arm.inputs.run.firstUnpaired(with: base.run, until: until) {
        throw .otherRun(arm.name, key: found.key, own: found.own, base: found.other)
      }
    }
  }

  /// What is set for all must not take away what a variant is about.
  private static func check(
    _ scenarios: [(path: String, loaded: LoadedScenario)], set: [String]
  ) throws(ComparisonFault) {
    let base = scenarios[0]
    for key in set where !key.hasPrefix("run.") {
      for variant in scenarios.dropFirst() {
        if let place = variant.loaded.ownPlace(of: key, beside: base.loaded) {
          throw .setOverVariant(key, path: variant.path, place: place)
        }
        if let place = base.loaded.ownPlace(of: key, beside: variant.loaded) {
          throw .setOverVariant(key, path: base.path, place: place)
        }
      }
    }
  }

  /// All that results depend on, as `plan.json` keeps it: equal plans have equal results.
  package var plan: String {
    let scenarios = arms.map { arm in
      JSON.object([
        ("name", .text(arm.name)), ("scenario_sha256", .text(Digest.ofText(arm.text))),
      ])
    }
    return JSON.object([
      ("version", .text(Build.version)), ("seed", .integer(base.run.seed)),
      ("scale", .number(base.run.scale)), ("until", .text("\(lastDay)")),
      ("cells", .flag(withCells)), ("replicates", .integer(replicates)),
      ("worlds", .integer(lives.worlds)), ("second_lives", .integer(lives.secondLives)),
      ("precision", precision.map { .number($0.share) } ?? .null),
      ("outcome", precision.map { .text($0.outcome) } ?? .null),
      ("scenarios", .array(scenarios)),
    ]).text
  }
}

/// Why scenarios cannot be compared.
package enum ComparisonFault: Error, Equatable, CustomStringConvertible {
  case otherRun(String, key: String, own: String, base: String)
  case setOverVariant(String, path: String, place: ScenarioFile.Place)
  case unknownOutcome(String, hint: String)
  case noWholeMonth
  case otherDays(String, String)
  case otherScale(String, String)
  case noWorlds
  case fewWorlds(Int, available: Int)
  case fewReplicates(Int, worlds: Int)
  case otherWorlds(String)

  package var description: String {
    switch self {
    case .otherRun(let name, let key, let own, let base):
      "error: \(key) of '\(name)' is \(own), but the baseline's is \(base). Runs are paired day by "
        + "day and draw by draw: write the same, or give it to all with --set \(key)=…"
    case .setOverVariant(let key, let path, let place):
      "--set: error: '\(key)' is what '\(path)' sets (\(place)), and set for all it would be lost. Leave it "
        + "out, or change it in the file."
    case .unknownOutcome(let name, let hint):
      "error: '\(name)' is not a national indicator.\(hint)"
    case .noWholeMonth:
      "error: no month ends within the run, and months are what is compared. Write a later --until."
    case .otherDays(let one, let other):
      "error: '\(one)' and '\(other)' have no month in common. Compare runs over the same days."
    case .otherScale(let one, let other):
      "error: '\(one)' and '\(other)' were run at different scales. Compare runs of one scale."
    case .noWorlds:
      "--worlds: error: the scenario names no worlds. Name a table of them under 'tables: worlds:' "
        + "(kosh worlds finds some), or leave --worlds out."
    case .fewWorlds(let asked, let available):
      "--worlds: error: \(asked) worlds are asked for, and the scenario has \(available). Write "
        + "--worlds \(available) or less."
    case .fewReplicates(let replicates, let worlds):
      "--replicates: error: \(replicates) replicates do not live in \(worlds) worlds. Write "
        + "--replicates \(worlds) or more, or leave it out."
    case .otherWorlds(let name):
      "--worlds: error: the worlds of '\(name)' are not the baseline's. Let it extend what the "
        + "baseline extends, or compare with --worlds none."
    }
  }
}
