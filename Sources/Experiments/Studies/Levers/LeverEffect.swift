import Inputs
import Kernel
import Results

/// What was found of one outcome: a paired difference, and whether it is as expected.
package struct LeverEffect: Sendable, Equatable {
  package enum Verdict: String, Sendable {
    case agrees, disagrees
    case notClear = "not clear"
    /// Nothing was expected.
    case open = "–"
  }

  /// Effects below this part of the baseline's mean count as none.
  package static let negligible = 0.005

  /// The difference and its 95 % interval, to the baseline's mean.
  package var mean: Double
  package var lower: Double
  package var upper: Double

  package init(mean: Double, lower: Double, upper: Double) {
    self.mean = mean
    self.lower = lower
    self.upper = upper
  }

  init?(_ estimate: Estimate) {
    guard let mean = estimate.relative(estimate.difference),
      let lower = estimate.relative(estimate.lower), let upper = estimate.relative(estimate.upper)
    else { return nil }
    self.init(mean: mean, lower: lower, upper: upper)
  }

  /// Whether the interval lies on one side of zero, and the effect is worth speaking of.
  private var isUp: Bool { lower > 0 && mean >= Self.negligible }
  private var isDown: Bool { upper < 0 && mean <= -Self.negligible }

  package func verdict(_ expected: ExpectedSign) -> Verdict {
    switch expected {
    case .unknown: .open
    case .up: isUp ? .agrees : isDown ? .disagrees : .notClear
    case .down: isDown ? .agrees : isUp ? .disagrees : .notClear
    case .none: isUp || isDown ? .disagrees : .agrees
    case .noneOrUp: isDown ? .disagrees : .agrees
    case .noneOrDown: isUp ? .disagrees : .agrees
    }
  }

  /// As `−3.2 ± 0.4`, per cent.
  var text: String {
    func percent(_ share: Double) -> String {
      NumberText.fixed(100 * share.magnitude, decimals: share.magnitude < 0.1 ? 2 : 1)
    }
    let sign = mean < 0 ? "−" : mean > 0 ? "+" : ""
    return "\(sign)\(percent(mean)) ± \(percent((upper - lower) / 2))"
  }
}
