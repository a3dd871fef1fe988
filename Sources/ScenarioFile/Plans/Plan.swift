import Inputs
import Kernel

/// A plan as read: which points are to be simulated, under which policies, and what is kept of them.
///
/// A point is a value for each factor. Everything is valid: each factor's ends were applied to the base
/// and to every policy.
package struct Plan: Sendable {
  package var name: String
  package var question: String
  /// Last day to simulate, where it is before the scenario's own.
  package var until: Day?
  /// Runs of each point and policy with luck of their own.
  package var replicates: Int
  /// Replicate r lives in world r modulo this; 0 where all have the scenarios' own values.
  package var worlds = 0
  package var design: PlanDesign
  package var factors: [PlanFactor]
  /// The base's file, as the plan's user would name it.
  package var basePath: String
  /// The base first, then the policies in the order of their names.
  package var variants: [PlanVariant]
  package var outcomes: [PlanOutcome]
  package var targets: [PlanTarget]
  package var search: PlanSearch
  /// How plausible worlds are looked for.
  package var match = PlanMatch()
  /// Printed on standard error.
  package var warnings: [Diagnostic]
  /// The plan in canonical form, naming ``PlanVariant/fileName`` for its scenarios: what a sweep keeps,
  /// and what two plans are compared by.
  package var canonicalText: String
}

/// A scenario that is simulated at each point.
package struct PlanVariant: Sendable {
  /// `base`, or the policy's name.
  package var name: String
  package var scenario: LoadedScenario
  /// Keys that the plan itself gives the policy, with what it writes.
  package var ownValues: [String: String] = [:]

  /// Under which its resolved text lies in a sweep's folder.
  package var fileName: String { "scenarios/\(name).yaml" }

  /// Whether a factor means anything here: one of a measure does where the measure is.
  package func has(_ factor: PlanFactor) -> Bool {
    let parts = factor.path.split(separator: ".")
    guard parts.count == 3, parts[0] == "measures" else { return true }
    return scenario.inputs.measures.contains { $0.name == parts[1] }
      || scenario.inputs.amendments.contains { $0.name == parts[1] }
  }
}

/// How points are laid out.
package enum PlanDesign: Sendable, Equatable {
  /// Every combination; a range is cut into `levels` values, its ends among them.
  case grid(levels: Int)
  case latinHypercube(points: Int, seed: Int)
  /// The first points of Sobol's quasi-random sequence.
  case sobol(points: Int)
  /// Morris' elementary effects: paths that change one factor at a time.
  case morris(trajectories: Int, levels: Int, seed: Int)
  /// Saltelli's matrices for variance-based indices: `points` × (factors + 2) runs, from the place `skip`
  /// (from 1) of Sobol's sequence on.
  case saltelli(points: Int, skip: Int)
  /// Point i takes value i of each factor.
  case list(points: Int)

  package static let kinds = ["grid", "latin-hypercube", "sobol", "morris", "saltelli", "list"]

  package var kind: String {
    switch self {
    case .grid: "grid"
    case .latinHypercube: "latin-hypercube"
    case .sobol: "sobol"
    case .morris: "morris"
    case .saltelli: "saltelli"
    case .list: "list"
    }
  }
}

/// What a calibration aims at: an outcome of the base, and how far from it a run may lie.
package struct PlanTarget: Sendable, Equatable {
  package var outcome: PlanOutcome
  package var value: Double
  /// Above 0, in the indicator's unit.
  package var tolerance: Double
  /// How far off the model's best may be since it is a model: a standard deviation, in the indicator's unit.
  package var discrepancy = 0.0
  /// Whether it is left out of the fit, to check the fit against.
  package var isHeldBack: Bool
  /// Whether anything above the value agrees too.
  package var isAtLeast: Bool
  /// In which value and tolerance are written.
  package var dimension: Dimension
  package var units: CountryUnits

  package init(
    outcome: PlanOutcome, value: Double, tolerance: Double, isHeldBack: Bool,
    isAtLeast: Bool = false, dimension: Dimension, units: CountryUnits
  ) {
    self.outcome = outcome
    self.value = value
    self.tolerance = tolerance
    self.isHeldBack = isHeldBack
    self.isAtLeast = isAtLeast
    self.dimension = dimension
    self.units = units
  }

  /// How far a value lies from it, in tolerances; negative below.
  package func miss(of number: Double) -> Double {
    let miss = (number - value) / tolerance
    return isAtLeast ? min(0, miss) : miss
  }
}
