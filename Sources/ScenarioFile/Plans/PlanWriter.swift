import Inputs
import Kernel

/// A plan in canonical form: everything explicit, in base units, its scenarios beside it.
struct PlanWriter {
  var plan: Plan

  private var units: CountryUnits {
    plan.variants[0].scenario.inputs.country.profile.units
  }

  var text: String {
    var lines = ["kosh-plan: 1", "name: \(YAMLText.scalar(plan.name))"]
    lines.append("question: \(YAMLText.scalar(plan.question))")
    lines.append("base: \(plan.variants[0].fileName)")
    if let until = plan.until { lines.append("until: \(until)") }
    lines.append("replicates: \(plan.replicates)")
    if plan.worlds > 0 { lines.append("worlds: \(plan.worlds)") }
    lines += design
    if plan.variants.count > 1 {
      lines.append("policies:")
      lines += plan.variants.dropFirst().map { "  \($0.name): \($0.fileName)" }
    }
    if !plan.outcomes.isEmpty {
      lines.append("outcomes:")
      lines += plan.outcomes.map { "  \($0.name): {\(PlanWriter.keys($0))}" }
    }
    if !plan.targets.isEmpty {
      lines += ["targets:"] + plan.targets.map { "  \($0.outcome.name): {\(keys($0))}" }
      let search = plan.search
      lines.append(
        "search: {points: \(search.points), rounds: \(search.rounds), simplex: \(search.simplex)}")
      if plan.match != PlanMatch() { lines.append("match: \(match)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var match: String {
    let match = plan.match
    var parts = [
      "points: \(match.points)", "waves: \(match.waves)", "wave_points: \(match.wavePoints)",
      "draws: \(match.draws)", "steps: \(match.steps)", "worlds: \(match.worlds)",
      "cut: \(match.cut.plainText)", "luck: \(match.luckRuns)", "seed: \(match.seed)",
    ]
    if !match.moving.isEmpty { parts.append("move: [\(match.moving.joined(separator: ", "))]") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private var design: [String] {
    let head: String
    switch plan.design {
    case .grid(let levels): head = "{kind: grid, levels: \(levels)}"
    case .latinHypercube(let points, let seed):
      head = "{kind: latin-hypercube, points: \(points), seed: \(seed)}"
    case .sobol(let points): head = "{kind: sobol, points: \(points)}"
    case .saltelli(let points, let skip):
      head = "{kind: saltelli, points: \(points), skip: \(skip)}"
    case .morris(let trajectories, let levels, let seed):
      head =
        "{kind: morris, trajectories: \(trajectories), levels: \(levels), seed: \(seed)}"
    case .list(let points): return list(points)
    }
    return ["design: \(head)", "factors:"] + plan.factors.map { "  \($0.path): \(spread($0))" }
  }

  private func list(_ points: Int) -> [String] {
    ["design:", "  kind: list", "  points:"]
      + (0..<points).map { point in
        let values = plan.factors.map { "\($0.path): \($0.values?[point] ?? "none")" }
        return "    - {\(values.joined(separator: ", "))}"
      }
  }

  private func spread(_ factor: PlanFactor) -> String {
    switch factor.spread {
    case .values(let values): return "[\(values.joined(separator: ", "))]"
    case .range(let low, let high, let shape):
      let ends = [low, high].map(factor.text(of:)).joined(separator: ", ")
      switch shape {
      case .uniform: return "{range: [\(ends)]}"
      case .logUniform: return "{range: [\(ends)], distribution: log-uniform}"
      case .triangular(let mode):
        return "{range: [\(ends)], distribution: triangular, "
          + "mode: \(factor.text(of: mode))}"
      }
    }
  }

  private static func keys(_ outcome: PlanOutcome) -> String {
    var parts = [keys(outcome.measure)]
    if let per = outcome.per { parts.append("per: {\(keys(per))}") }
    if let minus = outcome.minus { parts.append("minus: \(minus)") }
    return parts.joined(separator: ", ")
  }

  private static func keys(_ measure: PlanMeasure) -> String {
    let (first, last) = (measure.first.monthText, measure.last.monthText)
    var parts = ["indicator: \(measure.indicator)"]
    for (dimension, names) in zip(CellChoice.dimensions, measure.cells?.names ?? [])
    where !names.isEmpty {
      parts.append("\(dimension): [\(names.map(YAMLText.scalar).joined(separator: ", "))]")
    }
    if measure.cells == .all { parts.append("region: all") }
    parts += ["over: [\(first), \(last)]", "take: \(measure.take.rawValue)"]
    return parts.joined(separator: ", ")
  }

  private func keys(_ target: PlanTarget) -> String {
    let dimension = target.dimension
    return PlanWriter.keys(target.outcome)
      + ", value: \(Quantity.write(target.value, dimension, in: units))"
      + ", tolerance: \(Quantity.write(target.tolerance, dimension, in: units))"
      + (target.discrepancy > 0
        ? ", discrepancy: \(Quantity.write(target.discrepancy, dimension, in: units))" : "")
      + ", held_back: \(target.isHeldBack)" + (target.isAtLeast ? ", at_least: true" : "")
  }
}
