import Kernel
import Measurement

/// How narrow the interval of an outcome's difference is wanted.
package struct PrecisionGoal: Sendable, Equatable, Decodable {
  /// A national indicator.
  package var outcome: String
  /// Largest half-width, to the baseline's mean over the months that differ.
  package var share: Double

  package init(outcome: String, share: Double) {
    self.outcome = outcome
    self.share = share
  }

  var json: JSON { .object([("outcome", .text(outcome)), ("share", .number(share))]) }

  package func isMet(by estimate: Estimate?) -> Bool {
    (estimate?.halfWidthShare).map { $0 <= share } ?? false
  }
}

extension Estimate {
  /// Half of the interval of the difference, to the baseline's size; nil where there is none.
  package var halfWidthShare: Double? {
    guard let lower, let upper else { return nil }
    let half = (upper - lower) / 2
    if half == 0 { return 0 }
    return base.flatMap { $0 == 0 ? nil : half / $0.magnitude }
  }
}

extension ComparisonResults {
  /// Variants whose difference is not known as precisely as was asked for, with how precisely it is known
  /// (nil: not at all).
  package var shortOfPrecision: [(variant: Int, halfWidthShare: Double?)] {
    guard let goal = manifest.precision else { return [] }
    return (1..<scenarios.count).compactMap { variant in
      let estimate = NationalIndicator(rawValue: goal.outcome)
        .flatMap { effect($0, variant: variant)?.estimate(Effect.after) }
      return goal.isMet(by: estimate) ? nil : (variant, estimate?.halfWidthShare)
    }
  }
}
