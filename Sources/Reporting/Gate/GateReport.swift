import Kernel
import Results

/// What `kosh check` says: for people here, for programs, CI servers and reviewers in its extensions.
package struct GateReport {
  let verdicts: [GateVerdict]
  let isExact: Bool
  private static let nameWidth = 32

  /// - Parameter isExact: whether only the recorded digest will do.
  package init(_ verdicts: [GateVerdict], isExact: Bool) {
    self.verdicts = verdicts
    self.isExact = isExact
  }

  package var passes: Bool { verdicts.allSatisfy { $0.passes(isExact: isExact) } }

  /// The whole text, ended by a line feed.
  /// - Parameter failuresOnly: whether what passes is only counted.
  package func text(failuresOnly: Bool = false) -> String {
    let told = verdicts.filter { !failuresOnly || !$0.passes(isExact: isExact) }
    let lines = told.flatMap { verdict in
      [
        left(verdict.scenario) + (verdict.passes(isExact: isExact) ? "ok      " : "FAILED  ")
          + sentence(verdict)
      ] + details(verdict).map { "  " + $0 }
    }
    let failed = verdicts.count { !$0.passes(isExact: isExact) }
    let count = "\(verdicts.count) \(verdicts.count == 1 ? "scenario" : "scenarios")"
    return (lines + [failed == 0 ? "\(count), all ok" : "\(count), \(failed) failed"])
      .joined(separator: "\n") + "\n"
  }

  private func left(_ text: String) -> String {
    text + String(repeating: " ", count: max(1, Self.nameWidth - text.count))
  }

  func sentence(_ verdict: GateVerdict) -> String {
    let digest = RunWords.short(digest: verdict.digest)
    let moved = "\(verdict.movements.count) of \(verdict.indicatorCount) indicators moved"
    let chance = "\(NumberText.shortest(verdict.falseAlarmChance * 100)) %"
    return switch verdict.outcome {
    case .same: "digest \(digest)"
    case .recorded: "recorded, digest \(digest)"
    case .equivalent:
      "\(moved), but no more than chance would (\(verdict.tests) tests over "
        + "\(verdict.replicates) replicates, \(chance) false alarms in all)"
        + (isExact ? "; record it with --update" : "")
    case .different:
      "\(moved), more than chance explains (\(verdict.tests) tests over \(verdict.replicates) "
        + "replicates, \(chance) false alarms in all)"
    case .unrecorded: "nothing is recorded; record it with --update"
    case .altered:
      "the recorded file was changed by hand; record it again with --update"
    }
  }

  func details(_ verdict: GateVerdict) -> [String] {
    guard verdict.outcome != .same else { return [] }
    var lines: [String] = []
    if verdict.scenarioChanged { lines.append("the scenario is not the one that was recorded") }
    if !verdict.removed.isEmpty {
      lines.append("no longer measured: " + verdict.removed.joined(separator: ", "))
    }
    if !verdict.added.isEmpty {
      lines.append("not recorded: " + verdict.added.joined(separator: ", "))
    }
    return lines
      + verdict.movements.map { movement in
        left(movement.indicator) + "from \(movement.month) on: \(Self.number(movement.before)) → "
          + "\(Self.number(movement.after)), at most \(ValueFormat.relative(movement.largest)) in "
          + movement.largestMonth + shift(verdict, movement.indicator)
      }
  }

  /// The clearest year of an indicator that luck does not explain.
  private func shift(_ verdict: GateVerdict, _ indicator: String) -> String {
    guard let clearest = verdict.clearest.first(where: { $0.indicator == indicator }) else {
      return ""
    }
    return "; mean of \(clearest.year) " + Self.change(clearest)
  }

  /// How far a mean moved, or that there is nobody left to measure, or somebody now.
  static func change(_ shift: GateVerdict.Shift) -> String {
    if shift.runsBefore != shift.runsAfter, shift.runsBefore == 0 || shift.runsAfter == 0 {
      return shift.runsAfter == 0
        ? "gone: nobody is left to measure" : "new: nobody was there to measure"
    }
    guard let relative = shift.relative else {
      return "\(number(shift.before)) → \(number(shift.after))"
    }
    return ValueFormat.relative(relative)
      + " (\(ValueFormat.relative(shift.lower)) to \(ValueFormat.relative(shift.upper)))"
  }

  static func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    return NumberText.fixed(value, decimals: value.magnitude < 10 && value != 0 ? 4 : 0)
  }
}
