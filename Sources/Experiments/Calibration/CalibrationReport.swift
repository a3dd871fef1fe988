import Kernel
import Results
import ScenarioFile

/// What a calibration found, as tables and as a scenario.
package struct CalibrationReport {
  let plan: Plan
  let result: Calibration.Result

  package init(_ plan: Plan, _ result: Calibration.Result) {
    self.plan = plan
    self.result = result
  }

  /// Whether every target of the fit lies within its tolerance.
  package var holds: Bool { result.best.worst <= 1 }

  package var tables: [StudyTable] { [targets, parameters] }

  /// What a plan aims at, and what is free, before anything is simulated.
  package static func plan(_ plan: Plan) -> [StudyTable] {
    [
      StudyTable(
        "\(plan.name): \(plan.targets.count { !$0.isHeldBack }) targets, "
          + "\(plan.targets.count(where: \.isHeldBack)) held back",
        columns: ["target", "aimed at", "tolerance", ""],
        rows: plan.targets.map { target in
          [
            target.outcome.name, aim(target), "±" + figure(target.tolerance, target),
            target.isHeldBack ? "held back" : "",
          ]
        }),
      StudyTable(
        "Free values", columns: ["key", "range"],
        rows: plan.factors.map { factor in
          [factor.path, "\(text(factor, 0)) to \(text(factor, 1))"]
        }),
    ]
  }

  private var targets: StudyTable {
    let rows = plan.targets.enumerated().map { place, target -> [String] in
      let value = result.best.values[place]
      let miss = value.map(target.miss)
      return [
        target.outcome.name, result.start.map { Self.figure($0.values[place], target) } ?? "none",
        Self.figure(value, target), Self.aim(target),
        "±" + Self.figure(target.tolerance, target),
        miss.map { NumberText.fixed($0, decimals: 2) } ?? "–",
        Self.verdict(miss) + (target.isHeldBack ? " (held back)" : ""),
      ]
    }
    var notes = [
      "\(result.evaluations) points simulated; of the global search \(result.plausible) were within "
        + "every tolerance."
    ]
    if let start = result.start {
      let (before, after) = (start.misfit, result.best.misfit)
      let words = [before, after].map { NumberText.fixed($0, decimals: 2) }
      notes.append(
        after < 0.99 * before
          ? "The sum of squared misses of the fitted targets falls from the base's \(words[0]) to "
            + "\(words[1])."
          : "Nothing fits better than the base's own values, whose sum of squared misses is "
            + "\(words[0]).")
    }
    if result.failures > 0 { notes.append("\(result.failures) points could not be simulated.") }
    if !holds {
      notes.append(
        "The fit does not reach every target. Widen a range, add rounds, or the model cannot.")
    }
    return StudyTable(
      "\(plan.name): fit to \(plan.targets.count { !$0.isHeldBack }) targets",
      columns: ["target", "base", "fitted", "aimed at", "tolerance", "miss in tolerances", ""],
      rows: rows, notes: notes, holds: holds)
  }

  private var parameters: StudyTable {
    let rows = plan.factors.indices.map { place -> [String] in
      let factor = plan.factors[place]
      let range = result.ranges[place]
      return [
        factor.path, result.start.map { Self.text(factor, $0.shares[place]) } ?? "none",
        Self.text(factor, result.best.shares[place]),
        "\(Self.text(factor, range.lowerBound)) to \(Self.text(factor, range.upperBound))",
        NumberText.fixed(100 * (range.upperBound - range.lowerBound), decimals: 0) + " %",
        result.isDetermined[place] ? "determined" : "not determined",
      ]
    }
    return StudyTable(
      "Fitted values", columns: ["key", "base", "fitted", "plausible", "of its range", ""],
      rows: rows,
      notes: [
        "Plausible: what the targets leave open; all values lie there with about 95 % chance. Not "
          + "determined: more than half of the range remains."
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
        "#   \(target.outcome.name): \(Self.figure(value, target)), aimed at "
          + "\(Self.aim(target)) ±\(Self.figure(target.tolerance, target))"
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

  private static func text(_ factor: PlanFactor, _ share: Double) -> String {
    let number = factor.number(at: share)
    let dimension = factor.kind.quantity?.dimension ?? .factor
    return Quantity.rounded(number, dimension, in: factor.units)
  }

  private static func verdict(_ miss: Double?) -> String {
    miss.map { $0.magnitude <= 1 ? "agrees" : "misses" } ?? "nobody to measure"
  }

  static func aim(_ target: PlanTarget) -> String {
    (target.isAtLeast ? "at least " : "") + figure(target.value, target)
  }

  static func figure(_ value: Double?, _ target: PlanTarget) -> String {
    guard let value else { return "–" }
    return target.dimension == .share
      ? NumberText.fixed(100 * value, decimals: 2) + " %"
      : Quantity.rounded(value, target.dimension, in: target.units)
  }
}
