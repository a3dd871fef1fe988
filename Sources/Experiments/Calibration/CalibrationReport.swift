import Results
import ScenarioFile

/// What a calibration found, as tables and as a scenario.
package struct CalibrationReport {
  private let plan: Plan
  private let result: Calibration.Result

  package init(_ plan: Plan, _ result: Calibration.Result) {
    self.plan = plan
    self.result = result
  }

  /// Whether every target of the fit lies within its tolerance.
  package var holds: Bool { result.best.worst <= 1 }

  package var tables: [StudyTable] { [targets, parameters] }

  private var targets: StudyTable {
    let rows = zip(plan.targets, result.best.values).map { target, value -> [String] in
      let miss = (value - target.value) / target.tolerance
      let isWithin = miss.magnitude <= 1
      return [
        target.outcome.name, figure(value, target), figure(target.value, target),
        "±" + figure(target.tolerance, target), NumberText.fixed(miss, decimals: 2),
        (isWithin ? "agrees" : "misses") + (target.isHeldBack ? " (held back)" : ""),
      ]
    }
    var notes = [
      "\(result.evaluations) points simulated; of the global search \(result.plausible) were within "
        + "every tolerance."
    ]
    if result.failures > 0 { notes.append("\(result.failures) points could not be simulated.") }
    if !holds {
      notes.append(
        "The fit does not reach every target. Widen a range, add rounds, or the model cannot.")
    }
    return StudyTable(
      "\(plan.name): fit to \(plan.targets.count { !$0.isHeldBack }) targets",
      columns: ["target", "simulated", "target", "tolerance", "miss in tolerances", ""],
      rows: rows, notes: notes, holds: holds)
  }

  private var parameters: StudyTable {
    let rows = plan.factors.indices.map { place -> [String] in
      let factor = plan.factors[place]
      let range = result.ranges[place]
      return [
        factor.path, text(factor, result.best.shares[place]),
        "\(text(factor, range.lowerBound)) to \(text(factor, range.upperBound))",
        result.isDetermined[place] ? "determined" : "not determined",
      ]
    }
    return StudyTable(
      "Fitted values", columns: ["key", "fitted", "plausible", ""], rows: rows,
      notes: [
        "Plausible: what the targets leave open, with about 95 % chance. Not determined: they say "
          + "next to nothing of it."
      ])
  }

  /// A scenario with the fitted values.
  /// - Parameter base: the path of the base, seen from where the scenario will lie.
  package func scenario(extending base: String) -> String {
    var lines = [
      "# Made by kosh calibrate: \(plan.name). Ranges are what the targets leave plausible."
    ]
    for (target, value) in zip(plan.targets, result.best.values) {
      lines.append(
        "#   \(target.outcome.name): \(figure(value, target)), aimed at "
          + "\(figure(target.value, target)) ±\(figure(target.tolerance, target))"
          + (target.isHeldBack ? ", held back" : ""))
    }
    lines += ["kosh: 1", "name: \(quoted(plan.name + ", calibrated"))"]
    lines += ["question: \(quoted(plan.question))", "extends: \(quoted(base))"]
    let paths = plan.factors.map { $0.path.split(separator: ".").map(String.init) }
    var section = ["", ""]
    let order = plan.factors.indices.sorted { paths[$0].joined() < paths[$1].joined() }
    for place in order {
      let (path, factor) = (paths[place], plan.factors[place])
      guard path.count == 3 else { continue }
      if path[0] != section[0] { lines.append("\(path[0]):") }
      if path[0] != section[0] || path[1] != section[1] { lines.append("  \(path[1]):") }
      section = path
      let range = result.ranges[place]
      let ends = [range.lowerBound, range.upperBound].map { factor.text(at: $0) }
      lines.append(
        "    \(path[2]): {value: \(factor.text(at: result.best.shares[place])), "
          + "range: [\(ends[0]), \(ends[1])], source: calibrated}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ text: String) -> String { JSON.text(text).compactText }

  private func text(_ factor: PlanFactor, _ share: Double) -> String {
    let number = factor.number(at: share)
    let dimension = factor.kind.quantity?.dimension ?? .factor
    return Quantity.rounded(number, dimension)
  }

  private func figure(_ value: Double, _ target: PlanTarget) -> String {
    target.dimension == .share
      ? NumberText.fixed(100 * value, decimals: 2) + " %"
      : Quantity.rounded(value, target.dimension)
  }
}
