import Foundation
import Results
import TestSupport
import Testing

/// That the gate sees what it guards: late measures, scenarios that are gone, changes that a reviewer must be told of.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct CheckCoverTests {
  private let work = Workspace()

  /// A scenario beside the expectations, by its measures.
  private func write(_ name: String, _ measures: String) throws {
    let text =
      "kosh: 1\nname: x\nquestion: y\nextends: \(Program.baseline)\nmeasures:\n  \(measures)\n"
    try FileBytes.write(text, to: work.path(name))
  }

  private func amnesty(portability: String) throws {
    try write(
      "late.yaml",
      """
      amnesty:
          from: 2008-08-01
          until: 2008-12-31
          published: 2008-08-15
          entry_cutoff: 2008-06-01
          portability: \(portability)
      """)
  }

  private func check(_ more: [String]) throws -> Program.Outcome {
    try work.kosh(["check", "--expected", "expected"] + more)
  }

  private let small = ["--update", "--scale", "1:200", "--replicates", "12"]

  @Test(.tags(.slow)) func `An amnesty of 2008 whose cards are no longer portable fails`() throws {
    try amnesty(portability: "100 %")
    let recorded = try check(["late.yaml"] + small)
    #expect(recorded.status == 0 && recorded.errors == "", "\(recorded.errors)")
    #expect(work.text("expected/late.json").contains("\"until\": \"2009-03-31\""))
    #expect(work.text("expected/late.json").contains("\"scenario_file\": \"../late.yaml\""))
    try amnesty(portability: "0")
    let outcome = try check(["late.yaml", "--summary", "summary.md"])
    #expect(outcome.status == 1, "\(outcome.output)")
    #expect(outcome.output.contains("more than chance explains"))
    let summary = work.lines("summary.md")
    #expect(summary.first == "### kosh check: 1 of 1 scenario failed")
    let rows = summary.filter { $0.hasPrefix("| late | ") }
    #expect((1...10).contains(rows.count))
    // Nothing moves before the first card.
    #expect(
      rows.allSatisfy {
        $0.contains(" | 2008-08 | ") || $0.contains(" | 2008-09 | ") || $0.contains(" | 2008-1")
          || $0.contains(" | 2009-")
      })
    #expect(rows.contains { $0.contains("`employer_switches_portable`") }, "\(rows)")
    #expect(
      summary.contains { $0.hasPrefix("- late: ") && $0.contains("the scenario is not the one") })
  }

  @Test func `A window that ends before what the scenario changes says so`() throws {
    try write("late.yaml", "minimum_wage: {from: 2007-06-01, amount: 15000 KZT/month}")
    let brief = ["--scale", "1:1000", "--replicates", "8", "--until", "2005-03-31"]
    let recorded = try check(["late.yaml", "--update"] + brief)
    #expect(recorded.status == 0)
    #expect(recorded.errors.contains("late.yaml: warning: the check ends on 2005-03-31"))
    #expect(recorded.errors.contains("as late as 2007-06-01"))
    // Who recorded it was told; a scenario that changes since must be told again, though no digest moves.
    #expect(try check(["late.yaml"]).errors == "")
    try write("late.yaml", "minimum_wage: {from: 2007-06-01, amount: 18000 KZT/month}")
    let changed = try check(["late.yaml"])
    #expect(changed.status == 0)
    #expect(changed.errors.contains("late.yaml: warning: the check ends on 2005-03-31"))
  }

  @Test func `An expectation whose scenario was deleted is a fault when others are named`() throws {
    let brief = ["--update", "--scale", "1:1000", "--replicates", "8", "--until", "2005-01-31"]
    try write("one.yaml", "amnesty: none")
    try write("two.yaml", "operation-2007: none")
    #expect(try check(["one.yaml", "two.yaml"] + brief).status == 0)
    #expect(try check(["one.yaml"]).status == 0)
    try FileManager.default.removeItem(atPath: work.path("two.yaml"))
    let outcome = try check(["one.yaml"])
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.hasPrefix("expected/two.json: error: its scenario two.yaml is not there."))
    try FileManager.default.removeItem(atPath: work.path("expected/two.json"))
    let mistyped = try check(["one.yml"])
    #expect(mistyped.status == 74)
    #expect(
      mistyped.errors.contains("one.yml: error: there is no such file."), "\(mistyped.errors)")
  }

  @Test func `Two scenarios of one name are refused, since they would share an expectation`() throws
  {
    let outcome = try check(["a/x.yaml", "b/x.yaml"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("'a/x.yaml' and 'b/x.yaml' would share"))
  }
}
