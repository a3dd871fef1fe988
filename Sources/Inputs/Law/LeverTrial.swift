import Kernel

/// A lever at one of its extremes, and what theory says it does.
package struct LeverTrial: Sendable {
  /// The lever, as the model's table calls it.
  package var lever: String
  /// How it is set, in words.
  package var extreme: String
  /// Of irregular employment, revenue from migrants, migrants' wage and native employment.
  package var expected: [ExpectedSign]
  /// What stands for irregular employment.
  package var irregular: Irregular
  var change: @Sendable (inout Inputs) -> Void

  /// Irregular employment's share, or for what drives people out their number.
  package enum Irregular: Sendable { case share, number }

  /// First day of every reform but an amnesty's: of the run's second year.
  package static func from(_ inputs: Inputs) -> Day {
    Day(year: inputs.run.from.civil.year + 1, month: 1, day: 1)
  }

  /// Every lever's, in the order of the levers.
  package static let all: [LeverTrial] = LeverKind.all.flatMap(\.trials)

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
  /// Nothing worth speaking of; or that, or up, or down.
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

  package var text: String {
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

/// A row of the model's table of levers: what is expected of more of the lever, and of less.
struct LeverExpectation: Sendable {
  var lever: String
  var signs: [ExpectedSign]
  var irregular: LeverTrial.Irregular

  init(
    _ lever: String, irregular: ExpectedSign, revenue: ExpectedSign, wage: ExpectedSign,
    natives: ExpectedSign, by measure: LeverTrial.Irregular = .share
  ) {
    self.lever = lever
    self.irregular = measure
    signs = [irregular, revenue, wage, natives]
  }

  func more(
    _ extreme: String, _ change: @escaping @Sendable (inout Inputs) -> Void
  ) -> LeverTrial {
    LeverTrial(
      lever: lever, extreme: extreme, expected: signs, irregular: irregular, change: change)
  }

  func less(
    _ extreme: String, _ change: @escaping @Sendable (inout Inputs) -> Void
  ) -> LeverTrial {
    LeverTrial(
      lever: lever, extreme: extreme, expected: signs.map(\.turned), irregular: irregular,
      change: change)
  }
}

/// Expectations that several levers share.
extension LeverExpectation {
  static let taxes = LeverExpectation(
    "tax rates, contribution parity", irregular: .up, revenue: .unknown, wage: .down,
    natives: .unknown)

  static let entry = LeverExpectation(
    "stay limit, visa-free list, free movement", irregular: .down, revenue: .up, wage: .up,
    natives: .none)

  static let permitCosts = LeverExpectation(
    "permit complexity, cost, test", irregular: .up, revenue: .down, wage: .down,
    natives: .unknown)

  static let freedom = LeverExpectation(
    "mobility", irregular: .unknown, revenue: .up, wage: .up, natives: .unknown)

  static let checks = LeverExpectation(
    "inspections, street checks, operation", irregular: .down, revenue: .up, wage: .down,
    natives: .unknown)

  static let corruption = LeverExpectation(
    "corruption", irregular: .up, revenue: .down, wage: .unknown, natives: .none)

  static let protection = LeverExpectation(
    "wage recovery, protection of irregulars", irregular: .down, revenue: .up, wage: .up,
    natives: .up)
}

/// Ways to set a lever in a trial.
extension Lever {
  /// Changes the law of this kind from the reforms' day on, for good.
  static func reformed(
    _ change: @escaping @Sendable (inout Self) -> Void
  ) -> @Sendable (inout Inputs) -> Void {
    reformed { law, _ in change(&law) }
  }

  /// The same, in view of the reforms' day.
  static func reformed(
    _ change: @escaping @Sendable (inout Self, Day) -> Void
  ) -> @Sendable (inout Inputs) -> Void {
    { inputs in
      let from = LeverTrial.from(inputs)
      var law = inputs.law(Self.self, on: from) ?? Self()
      change(&law, from)
      inputs.measures.removeAll { $0.lever is Self && $0.from >= from }
      inputs.measures.append(Measure(name: "reform-\(kindName)", from: from, lever: law))
    }
  }

  /// Changes every measure of this kind, in its own time.
  static func changed(
    _ change: @escaping @Sendable (inout Self) -> Void
  ) -> @Sendable (inout Inputs) -> Void {
    changed { law, _ in change(&law) }
  }

  /// The same, in view of the measure's dates.
  static func changed(
    _ change: @escaping @Sendable (inout Self, Measure) -> Void
  ) -> @Sendable (inout Inputs) -> Void {
    { inputs in
      for index in inputs.measures.indices {
        guard var law = inputs.measures[index].lever as? Self else { continue }
        change(&law, inputs.measures[index])
        inputs.measures[index].lever = law
      }
    }
  }

  /// Removes every measure of this kind.
  static var removed: @Sendable (inout Inputs) -> Void {
    { inputs in inputs.measures.removeAll { $0.lever is Self } }
  }
}

/// Several changes as one.
func both(
  _ one: @escaping @Sendable (inout Inputs) -> Void,
  _ other: @escaping @Sendable (inout Inputs) -> Void
) -> @Sendable (inout Inputs) -> Void {
  { inputs in
    one(&inputs)
    other(&inputs)
  }
}
