import Foundation
import Results
import TestSupport
import Testing

/// The documented facts: printed beside a run, never read by it.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct EvidenceCommandTests {
  private let work = Workspace()

  /// The shipped baseline with all its tables in one text, its evidence changed by `change`.
  private func scenario(_ name: String, _ change: (String) -> String) throws {
    let shown = try work.kosh(["scenario", "show", Program.baseline])
    try FileBytes.write(change(shown.output), to: work.path(name))
  }

  @Test func `Changing what documents say changes no digest`() throws {
    _ = try work.run("a", until: "2005-07-31")
    try scenario("other.yaml") { $0.replacing("8 to 10 %,0.08,0.1,", with: "none,0.5,0.6,") }
    let outcome = try work.run("b", scenario: work.path("other.yaml"), until: "2005-07-31")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(work.text("a/scenario.yaml") != work.text("b/scenario.yaml"))
    for file in ["national.csv", "daily.csv", "cells.csv"] {
      #expect(work.text("a/\(file)") == work.text("b/\(file)"))
    }
    #expect(try work.digest("a") == work.digest("b"))
  }

  @Test func `A run says how many facts agree, and report prints and shows them`() throws {
    let outcome = try work.run("a", until: "2006-07-31", ["--replicates", "2"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let line = try #require(
      outcome.output.firstMatch(
        of: /evidence: (\d+) of (\d+) facts agree \(kosh report a for the table\)/))
    let (agreeing, all) = (Int(line.1) ?? 0, Int(line.2) ?? 0)
    // Of a thousandth of the country there may be nobody on a permit in Astana.
    #expect(agreeing <= all && (5...7).contains(all))
    let report = try work.kosh(["report", "a"])
    #expect(report.output.contains("evidence: \(agreeing) of \(all) facts agree"))
    #expect(report.output.contains("migrants present, June 2006"))
    #expect(report.output.contains("95 % interval"))
    let page = work.text("a/report.html")
    #expect(page.contains("<h2>Evidence</h2>") && page.contains("used for calibration"))
    #expect(work.lines("a/evidence.csv").count > 20)
  }

  @Test func `Without a fact in the run nothing is said of evidence`() throws {
    let outcome = try work.run("a", until: "2005-02-28")
    #expect(!outcome.output.contains("evidence"))
    #expect(!work.text("a/report.html").contains("<h2>Evidence</h2>"))
  }

  @Test func `A formula that names nothing is a bad scenario`() throws {
    try scenario("other.yaml") { $0.replacing("migrants_present 2006-06", with: "migrans 2006-06") }
    let outcome = try work.run("b", scenario: work.path("other.yaml"))
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("names 'migrans', which no results hold"))
  }

  @Test func `A comparison shows the evidence of the baseline and of the variant`() throws {
    let outcome = try work.kosh([
      "compare", Program.baseline, Program.root + "/Scenarios/no-amnesty.yaml", "--scale", "1:1000",
      "--until", "2006-08-31", "--replicates", "2", "--out", "c",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    _ = try work.run("a", until: "2006-08-31", ["--replicates", "2"])
    let lines = work.lines("c/evidence.csv")
    let single = work.lines("a/evidence.csv")
    #expect(lines.count == single.count && lines[0] == single[0] + ",no-amnesty")
    for (line, own) in zip(lines, single) { #expect(line.hasPrefix(own + ",")) }
    #expect(work.text("c/report.html").contains("<h2>Evidence</h2>"))
  }
}
