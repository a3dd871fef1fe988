import Kernel
import ScenarioFile
import Statistics

/// A target on the scale on which emulators see it: of a value above nought how many times it is, as a logarithm that
/// bears nought too, since what moves counts and pay multiplies them.
struct TargetScale: Sendable {
  private let value: Double
  /// What is added to a ratio before its logarithm is taken.
  private static let lift = 0.1

  init(_ target: PlanTarget) { value = target.value }

  func forward(_ outcome: Double) -> Double {
    value > 0 ? exactLog(max(1e-9, outcome / value + Self.lift)) : outcome
  }

  /// How far it moves at the target for each unit of the outcome.
  var slope: Double { value > 0 ? 1 / (value * (1 + Self.lift)) : 1 }
}

extension PlanTarget {
  /// All doubts of a run that lives in a plausible world: the document's, the model's own, luck's.
  func deviation(luckVariance: Double) -> Double {
    (tolerance * tolerance / 4 + discrepancy * discrepancy + luckVariance).squareRoot()
  }

  /// The target for emulators and searches. A tolerance is taken for two standard deviations.
  func matched(luckVariance: Double) -> MatchTarget {
    let scale = TargetScale(self)
    let square = scale.slope * scale.slope
    return MatchTarget(
      name: outcome.name, value: scale.forward(value), luckVariance: luckVariance * square,
      discrepancyVariance: discrepancy * discrepancy * square,
      observationVariance: tolerance * tolerance / 4 * square)
  }
}
