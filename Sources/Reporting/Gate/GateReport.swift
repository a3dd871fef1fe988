import Results

/// What `kosh check` says: for people, for programs, and for CI servers.
package struct GateReport {
  private let verdicts: [GateVerdict]
  private let isExact: Bool
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

  private func sentence(_ verdict: GateVerdict) -> String {
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

  private func details(_ verdict: GateVerdict) -> [String] {
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
        left(movement.indicator) + "from \(movement.month) on: \(number(movement.before)) → "
          + "\(number(movement.after)), at most \(ValueFormat.relative(movement.largest)) in "
          + movement.largestMonth + shift(verdict, movement.indicator)
      }
  }

  /// The clearest year of an indicator that luck does not explain.
  private func shift(_ verdict: GateVerdict, _ indicator: String) -> String {
    let own = verdict.shifts.filter { $0.indicator == indicator }
    guard let clearest = own.min(by: { $0.chance < $1.chance }) else { return "" }
    return "; mean of \(clearest.year) \(ValueFormat.relative(clearest.relative)) "
      + "(\(ValueFormat.relative(clearest.lower)) to \(ValueFormat.relative(clearest.upper)))"
  }

  private func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    return NumberText.fixed(value, decimals: value.magnitude < 10 ? 4 : 0)
  }

  package var json: JSON {
    let scenarios = verdicts.map { verdict in
      JSON.object([
        ("scenario", .text(verdict.scenario)), ("outcome", .text(verdict.outcome.rawValue)),
        ("passes", .flag(verdict.passes(isExact: isExact))), ("digest", .text(verdict.digest)),
        ("expected_digest", .text(verdict.expectedDigest)),
        ("scenario_changed", .flag(verdict.scenarioChanged)),
        ("tests", .integer(verdict.tests)), ("replicates", .integer(verdict.replicates)),
        ("false_alarm_chance", .number(verdict.falseAlarmChance)),
        ("added", .array(verdict.added.map(JSON.text))),
        ("removed", .array(verdict.removed.map(JSON.text))),
        (
          "movements",
          .array(
            verdict.movements.map { movement in
              .object([
                ("indicator", .text(movement.indicator)), ("month", .text(movement.month)),
                ("before", .numberOrNull(movement.before)),
                ("after", .numberOrNull(movement.after)),
                ("largest", .numberOrNull(movement.largest)),
                ("largest_month", .text(movement.largestMonth)),
              ])
            })
        ),
        (
          "shifts",
          .array(
            verdict.shifts.map { shift in
              .object([
                ("indicator", .text(shift.indicator)), ("year", .text(shift.year)),
                ("relative", .number(shift.relative)), ("lower", .number(shift.lower)),
                ("upper", .number(shift.upper)), ("chance", .number(shift.chance)),
              ])
            })
        ),
      ])
    }
    return .object([("passes", .flag(passes)), ("scenarios", .array(scenarios))])
  }

  /// A test case a scenario, as CI servers read it.
  package var junit: String {
    let failed = verdicts.count { !$0.passes(isExact: isExact) }
    let cases = verdicts.map { verdict in
      let head =
        "  <testcase classname=\"kosh.check\" name=\"\(HTML.escaped(verdict.scenario))\" "
        + "time=\"\(NumberText.fixed(verdict.seconds, decimals: 3))\""
      if verdict.passes(isExact: isExact) { return head + "/>" }
      let body = details(verdict).joined(separator: "\n")
      return """
        \(head)>
            <failure message="\(HTML.escaped(sentence(verdict)))">\(HTML.escaped(body))</failure>
          </testcase>
        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="kosh check" tests="\(verdicts.count)" failures="\(failed)">
      \(cases.joined(separator: "\n"))
      </testsuite>

      """
  }
}
