import Inputs
import Kernel
import Measurement
import Results

/// A lever at one of its extremes, and what theory says it does.
package struct LeverTrial: Sendable {
  /// The lever, as the model's table calls it.
  package var lever: String
  /// How it is set, in words.
  package var extreme: String
  /// Of irregular employment, revenue from migrants, migrants' wage and native employment.
  package var expected: [ExpectedSign]
  /// The indicator that stands for irregular employment: its share, or for what drives people out their number.
  var irregular = NationalIndicator.irregularShare
  var change: @Sendable (inout Inputs) -> Void

  /// First day of every reform but an amnesty's: of the run's second year.
  static func from(_ inputs: Inputs) -> Day {
    Day(year: inputs.run.from.civil.year + 1, month: 1, day: 1)
  }

  /// The indicators looked at, in the order of ``expected``.
  package var outcomes: [NationalIndicator] {
    [irregular, .revenueFromMigrants, .wageMigrant, .nativeEmployment]
  }

  /// The baseline with the lever at its extreme.
  package func applied(to inputs: Inputs) -> Inputs {
    var changed = inputs
    change(&changed)
    changed.measures.sort { $0.name < $1.name }
    return changed
  }
}

/// What a lever is expected to do to an outcome.
package enum ExpectedSign: Sendable, Equatable {
  case up, down
  /// Nothing worth speaking of, see ``LeverEffect/negligible``; or that, or up, or down.
  case none, noneOrUp, noneOrDown
  /// Theory does not say.
  case unknown

  /// The same for the opposite extreme.
  var turned: ExpectedSign {
    switch self {
    case .up: .down
    case .down: .up
    case .noneOrUp: .noneOrDown
    case .noneOrDown: .noneOrUp
    case .none, .unknown: self
    }
  }

  var text: String {
    switch self {
    case .up: "+"
    case .down: "−"
    case .none: "0"
    case .noneOrUp: "0/+"
    case .noneOrDown: "0/−"
    case .unknown: "?"
    }
  }
}

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
