import Kernel
import Results
import ScenarioFile

/// What a calibration aims at and found, in numbers for programs: in full, in base units, and by name.
extension CalibrationReport {
  package var json: JSON {
    .object([
      ("name", .text(plan.name)), ("holds", .flag(holds)),
      ("evaluations", .integer(result.evaluations)), ("failures", .integer(result.failures)),
      ("plausible", .integer(result.plausible)), ("misfit", .number(result.best.misfit)),
      ("base_misfit", .numberOrNull(result.start?.misfit)),
      ("targets", .array(plan.targets.indices.map { .object(target($0)) })),
      ("values", .array(plan.factors.indices.map { .object(value($0)) })),
    ])
  }

  private func target(_ place: Int) -> [(key: String, value: JSON)] {
    let value = result.best.values[place]
    let miss = value.map(plan.targets[place].miss)
    var members = CalibrationReport.aimMembers(plan.targets[place])
    members.append(("base", .numberOrNull(result.start?.values[place])))
    members.append(("fitted", .numberOrNull(value)))
    members.append(("miss", .numberOrNull(miss)))
    members.append(("agrees", miss.map { .flag($0.magnitude <= 1) } ?? .null))
    return members
  }

  private func value(_ place: Int) -> [(key: String, value: JSON)] {
    let (factor, range) = (plan.factors[place], result.ranges[place])
    var members = CalibrationReport.range(factor)
    members.append(
      ("base", .numberOrNull(result.start.map { factor.number(at: $0.shares[place]) })))
    members.append(("fitted", .number(factor.number(at: result.best.shares[place]))))
    members.append(("plausible_low", .number(factor.number(at: range.lowerBound))))
    members.append(("plausible_high", .number(factor.number(at: range.upperBound))))
    members.append(("part_of_range", .number(range.upperBound - range.lowerBound)))
    members.append(("is_determined", .flag(result.isDetermined[place])))
    return members
  }

  /// What a plan aims at, and what is free, before anything is simulated.
  package static func planMembers(_ plan: Plan) -> [(key: String, value: JSON)] {
    [
      ("name", .text(plan.name)), ("targets", .array(plan.targets.map { .object(aimMembers($0)) })),
      ("values", .array(plan.factors.map { .object(range($0)) })),
    ]
  }

  static func aimMembers(_ target: PlanTarget) -> [(key: String, value: JSON)] {
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
