import Kernel
import Results

/// The findings for programs and for CI servers.
extension GateReport {
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
                ("before", .numberOrNull(shift.before)), ("after", .numberOrNull(shift.after)),
                ("relative", .numberOrNull(shift.relative)),
                ("lower", .numberOrNull(shift.lower)), ("upper", .numberOrNull(shift.upper)),
                ("chance", .number(shift.chance)),
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
