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
  }

  /// Replicates until the 95 % interval of an outcome's difference is narrow, for every variant.
  package struct Precision: Sendable, Equatable {
    /// A national indicator.
    package var outcome: String
    /// Largest half-width, to the baseline's mean over the months that differ.
    package var share: Double

    package init(outcome: String, share: Double) {
      self.outcome = outcome
      self.share = share
    }
  }

  /// The baseline first.
  package let arms: [Arm]
  /// How many, or with ``precision`` at most.
  package let replicates: Int
  package let until: Day?
  package let precision: Precision?
  /// Whether differences by region, sector and so on are wanted.
  package let withCells: Bool

  /// - Parameter scenarios: path and scenario, the baseline first.
  /// - Throws: ``ComparisonFault`` where the scenarios cannot be compared.
  package init(
    _ scenarios: [(path: String, loaded: LoadedScenario)], replicates: Int, until: Day?,
    precision: Precision?, withCells: Bool
  ) throws(ComparisonFault) {
    var names: [String] = []
    arms = scenarios.map { path, loaded in
      let name = Self.name(of: path, besides: names)
      names.append(name)
      return Arm(
        name: name, inputs: loaded.inputs, text: loaded.resolvedText, evidence: loaded.evidence)
    }
    self.replicates = replicates
    self.until = until
    self.precision = precision
    self.withCells = withCells
    try checkArms()
    if let precision, !National.indicators.contains(where: { $0.name == precision.outcome }) {
      throw .unknownOutcome(
        precision.outcome, nearest: nearest(precision.outcome, National.indicators.map(\.name)))
    }
    guard lastDay >= base.run.from.adding(months: 1).firstOfMonth - 1 else { throw .noWholeMonth }
  }

  /// The baseline's inputs.
  package var base: Inputs { arms[0].inputs }

  package var lastDay: Day { min(until ?? base.run.until, base.run.until) }

  private static func name(of path: String, besides taken: [String]) -> String {
    let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    var name = stem
    var number = 1
    while taken.contains(name) {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name
  }

  /// Only runs over the same days, at the same scale, with the same luck can be paired.
  private func checkArms() throws(ComparisonFault) {
    for arm in arms.dropFirst() {
      let (a, b) = (base.run, arm.inputs.run)
      let settings = [
        ("run.from", "\(a.from)", "\(b.from)"), ("run.until", "\(a.until)", "\(b.until)"),
        ("run.burn_in", "\(a.burnInMonths) months", "\(b.burnInMonths) months"),
        ("run.seed", "\(a.seed)", "\(b.seed)"),
        ("run.scale", NumberText.shortest(a.scale), NumberText.shortest(b.scale)),
      ]
      if let (key, base, own) = settings.first(where: { $0.1 != $0.2 }) {
        throw .otherRun(arm.name, key: key, own: own, base: base)
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
      ("precision", precision.map { .number($0.share) } ?? .null),
      ("outcome", precision.map { .text($0.outcome) } ?? .null),
      ("scenarios", .array(scenarios)),
    ]).text
  }
}

/// Why scenarios cannot be compared.
package enum ComparisonFault: Error, Equatable, CustomStringConvertible {
  case otherRun(String, key: String, own: String, base: String)
  case unknownOutcome(String, nearest: String)
  case noWholeMonth
  case otherDays(String, String)
  case otherScale(String, String)

  package var description: String {
    switch self {
    case .otherRun(let name, let key, let own, let base):
      "error: \(key) of '\(name)' is \(own), but the baseline's is \(base). Runs are paired day by "
        + "day and draw by draw: write the same, or give it to all with --set \(key)=…"
    case .unknownOutcome(let name, let nearest):
      "error: '\(name)' is not a national indicator. Did you mean '\(nearest)'?"
    case .noWholeMonth:
      "error: no month ends within the run, and months are what is compared. Write a later --until."
    case .otherDays(let one, let other):
      "error: '\(one)' and '\(other)' have no month in common. Compare runs over the same days."
    case .otherScale(let one, let other):
      "error: '\(one)' and '\(other)' were run at different scales. Compare runs of one scale."
    }
  }
}

/// The one of `names` that is most like a mistyped one: most of its pairs of letters in common.
func nearest(_ wrong: String, _ names: [String]) -> String {
  func pairs(_ text: String) -> Set<String> {
    let letters = Array(text)
    return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
  }
  let own = pairs(wrong)
  func likeness(_ name: String) -> Double {
    let other = pairs(name)
    return Double(own.intersection(other).count) / Double(max(1, own.union(other).count))
  }
  return names.max { likeness($0) < likeness($1) } ?? ""
}
