import Kernel
import Results

/// The findings for whoever reviews a change: Markdown that a forge shows beside it.
extension GateReport {
  private static let mostRows = 10

  package var summary: String {
    let failed = verdicts.filter { !$0.passes(isExact: isExact) }
    let rows = rows(of: verdicts.filter { $0.outcome != .same && $0.outcome != .recorded })
    let parts = [heading(failed.count)] + table(rows) + failures(failed)
    return (parts + [passed, method].compactMap(\.self)).joined(separator: "\n\n") + "\n"
  }

  private func heading(_ failed: Int) -> String {
    let count = "\(verdicts.count) \(verdicts.count == 1 ? "scenario" : "scenarios")"
    return "### kosh check: "
      + (failed == 0 ? "\(count), all ok" : "\(failed) of \(count) failed")
  }

  private struct Row {
    var verdict: GateVerdict
    var shift: GateVerdict.Shift
  }

  /// What moved most of each scenario, a row a scenario and round, so that one that moved in everything hides no other.
  private func rows(of moved: [GateVerdict]) -> [Row] {
    let most = moved.map(\.clearest.count).max() ?? 0
    return (0..<most).flatMap { place in
      moved.filter { place < $0.clearest.count }.map {
        Row(verdict: $0, shift: $0.clearest[place])
      }
    }
  }

  private func table(_ rows: [Row]) -> [String] {
    if rows.isEmpty { return [] }
    let lines = rows.prefix(Self.mostRows).map { row in
      let month = row.verdict.movements.first { $0.indicator == row.shift.indicator }?.month
      return [
        row.verdict.scenario, "`\(row.shift.indicator)`", month ?? "–", row.shift.year,
        Self.number(row.shift.before), Self.number(row.shift.after), Self.change(row.shift),
      ]
    }
    let head = ["scenario", "what moved", "since", "mean of", "was", "is", "change (95 %)"]
    let rule = ["---", "---", "---", "---", "---:", "---:", "---"]
    let text = ([head, rule] + lines).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
    let more = rows.count - lines.count
    return [text]
      + (more > 0 ? ["And \(NumberText.grouped(more)) more, which `kosh check` lists."] : [])
  }

  private func failures(_ failed: [GateVerdict]) -> [String] {
    if failed.isEmpty { return [] }
    return [
      "Failed:\n\n"
        + failed.map { verdict in
          "- \(verdict.scenario): \(sentence(verdict))"
            + (verdict.scenarioChanged ? "; the scenario is not the one that was recorded" : "")
        }.joined(separator: "\n")
    ]
  }

  private var passed: String? {
    let passed = verdicts.filter { $0.passes(isExact: isExact) }
    if passed.isEmpty { return nil }
    let moved = passed.filter { $0.outcome == .equivalent }.map(\.scenario)
    let names = moved.isEmpty ? "" : ", of which moved no more than chance would: "
    return "Passed: \(passed.count)" + names + moved.joined(separator: ", ") + "."
  }

  /// How the rows were tested.
  private var method: String? {
    guard let judged = verdicts.first(where: { $0.tests > 0 }) else { return nil }
    let chance = NumberText.shortest(judged.falseAlarmChance * 100)
    return
      "Tested over \(judged.replicates) pairs of runs, recorded and new. A scenario of which nothing "
      + "but the random draws has changed fails with a chance of at most \(chance) %."
  }
}
