import Inputs
import Kernel

/// A variant or a policy that cannot differ from its base in what is simulated.
extension Inputs {
  /// Why every difference from `base` will be 0, as a clause; nil where some may not be.
  ///
  /// - Parameter last: the last day that is simulated.
  package func idleClause(beside base: Inputs, until last: Day) -> String? {
    guard let first = firstDifference(from: base) else {
      return "it changes nothing, so every difference is 0"
    }
    if first > last {
      return
        "what it changes begins on \(first), after the last day that is simulated, \(last), so "
        + "every difference is 0"
    }
    return hasTheLaw(of: base)
      ? "it says what the base's law says anyway on every day, so every difference is 0" : nil
  }

  /// Whether nothing but names and law differs, and the law on no day.
  private func hasTheLaw(of base: Inputs) -> Bool {
    func lawless(_ inputs: Inputs) -> Inputs {
      var inputs = inputs
      inputs.name = ""
      inputs.question = ""
      inputs.measures = []
      inputs.amendments = []
      return inputs
    }
    guard lawless(self) == lawless(base) else { return false }
    let days = Set(measureDays + base.measureDays + [firstWorldDay, run.from])
    return days.filter { $0 >= firstWorldDay && $0 <= run.until }.allSatisfy {
      LawInForce(self, on: $0) == LawInForce(base, on: $0)
        && levers(on: $0).areAlike(base.levers(on: $0))
    }
  }

  /// The measures that hold on a day, as if they had no names and no dates: quotas and shocks abroad are no part of the
  /// law in force, which offices and homelands read themselves.
  private func levers(on day: Day) -> [Measure] {
    measures(on: day).map { Measure(name: "", from: day, lever: $0.lever) }
  }
}

extension [Measure] {
  fileprivate func areAlike(_ others: [Measure]) -> Bool {
    count == others.count && allSatisfy(others.contains) && others.allSatisfy(contains)
  }
}
