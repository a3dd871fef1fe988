import Results
import ScenarioFile

/// What a calibration aims at and found, in numbers for programs: in full, in base units, and by name.
extension CalibrationReport {
  package var json: JSON {
    let base = result.start
    return .object([
      ("name", .text(plan.name)), ("holds", .flag(holds)),
      ("evaluations", .integer(result.evaluations)), ("failures", .integer(result.failures)),
      ("plausible", .integer(result.plausible)), ("misfit", .number(result.best.misfit)),
      ("base_misfit", base.map { .number($0.misfit) } ?? .null),
      (
        "targets",
        .array(
          plan.targets.enumerated().map { place, target in
            let value = result.best.values[place]
            let miss = target.miss(of: value)
            return .object(
              CalibrationReport.aim(target) + [
                ("base", base.map { .number($0.values[place]) } ?? .null),
                ("fitted", .number(value)), ("miss", .number(miss)),
                ("agrees", .flag(miss.magnitude <= 1)),
              ])
          })
      ),
      (
        "values",
        .array(
          plan.factors.enumerated().map { place, factor in
            let range = result.ranges[place]
            return .object(
              CalibrationReport.range(factor) + [
                ("base", base.map { .number(factor.number(at: $0.shares[place])) } ?? .null),
                ("fitted", .number(factor.number(at: result.best.shares[place]))),
                ("plausible_low", .number(factor.number(at: range.lowerBound))),
                ("plausible_high", .number(factor.number(at: range.upperBound))),
                ("part_of_range", .number(range.upperBound - range.lowerBound)),
                ("is_determined", .flag(result.isDetermined[place])),
              ])
          })
      ),
    ])
  }

  /// What a plan aims at, and what is free, before anything is simulated.
  package static func planJSON(_ plan: Plan) -> [(key: String, value: JSON)] {
    [
      ("name", .text(plan.name)), ("targets", .array(plan.targets.map { .object(aim($0)) })),
      ("values", .array(plan.factors.map { .object(range($0)) })),
    ]
  }

  private static func aim(_ target: PlanTarget) -> [(key: String, value: JSON)] {
    [
      ("target", .text(target.outcome.name)), ("indicator", .text(target.outcome.indicator)),
      ("aimed_at", .number(target.value)), ("tolerance", .number(target.tolerance)),
      ("at_least", .flag(target.isAtLeast)), ("held_back", .flag(target.isHeldBack)),
    ]
  }

  private static func range(_ factor: PlanFactor) -> [(key: String, value: JSON)] {
    [
      ("key", .text(factor.path)), ("low", .number(factor.bounds.lowerBound)),
      ("high", .number(factor.bounds.upperBound)),
    ]
  }
}
