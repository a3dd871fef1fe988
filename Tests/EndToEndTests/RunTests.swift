import Foundation
import Kernel
import Results
import Testing

/// `kosh run` and each of its options.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct RunTests {
  private let work = Workspace()

  @Test func `A run prints the table and leaves the folder it names`() throws {
    let outcome = try work.kosh([
      "run", Program.baseline, "--scale", "1:1000", "--until", "2005-03-31",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(
      lines.first?.hasPrefix("Kazakhstan 2006   2005-01-01 to 2005-03-31   scale 1:1000") == true)
    #expect(outcome.output.contains("native unemployment"))
    #expect(lines.last == "Output/runs/kazakhstan-2006-2006/report.html")
    #expect(
      try work.names("Output/runs/kazakhstan-2006-2006") == [
        "cells.csv", "charts", "daily.csv", "evidence.csv", "manifest.json", "national.csv",
        "report.html",
        "results.sqlite", "scenario.yaml",
      ])
    #expect(work.lines("Output/runs/kazakhstan-2006-2006/daily.csv").count == 1 + 90)
    #expect(work.lines("Output/runs/kazakhstan-2006-2006/national.csv").count == 1 + 3)
    let manifest = try work.manifest("Output/runs/kazakhstan-2006-2006")
    #expect(manifest.complete && manifest.lastDay == Day(year: 2005, month: 3, day: 31))
    #expect(outcome.output.contains(manifest.digest.prefix(4) + "…"))
  }

  @Test func `A second run without a named folder gets one of its own`() throws {
    for _ in 0..<2 {
      let outcome = try work.kosh([
        "run", Program.baseline, "--scale", "1:1000", "--until", "2005-01-31",
      ])
      #expect(outcome.status == 0)
    }
    #expect(try work.names("Output/runs") == ["kazakhstan-2006-2006", "kazakhstan-2006-2006-2"])
  }

  @Test func `One, two, three and seven threads give the same digest and the same rows`() throws {
    for threads in [1, 2, 3, 7] {
      let outcome = try work.run("t\(threads)", ["--threads", "\(threads)"])
      #expect(outcome.status == 0)
      #expect(try work.manifest("t\(threads)").threads == threads)
      #expect(try work.digest("t\(threads)") == work.digest("t1"))
      for file in ["national.csv", "daily.csv", "cells.csv"] {
        #expect(work.text("t\(threads)/\(file)") == work.text("t1/\(file)"))
      }
    }
  }

  @Test func `An earlier end changes nothing before it, not even in mid-month`() throws {
    _ = try work.run("long")
    _ = try work.run("short", until: "2005-03-17")
    let short = work.lines("short/daily.csv")
    #expect(short.count == 1 + 31 + 28 + 17)
    #expect(Array(work.lines("long/daily.csv").prefix(short.count)) == short)
    let months = work.lines("short/national.csv")
    #expect(months.count == 1 + 2)
    #expect(Array(work.lines("long/national.csv").prefix(3)) == months)
    #expect(try work.digest("short") != work.digest("long"))
  }

  @Test func `Another seed is other luck, and is named in the default folder`() throws {
    _ = try work.run("a")
    _ = try work.run("b", ["--seed", "7"])
    #expect(try work.manifest("b").seed == 7)
    #expect(try work.digest("a") != work.digest("b"))
  }

  @Test func `The scale is taken as a ratio and as a number`() throws {
    _ = try work.run("ratio", scale: "1:2000")
    _ = try work.run("number", scale: "0.0005")
    #expect(try work.manifest("ratio").scale == 0.0005)
    #expect(try work.digest("ratio") == work.digest("number"))
  }

  @Test func `A setting is checked like the file, and moves the results`() throws {
    _ = try work.run("a")
    let outcome = try work.run("b", ["--set", "behaviour.wages.bargaining_share=0.7"])
    #expect(outcome.status == 0)
    #expect(try work.digest("a") != work.digest("b"))
    let wrong = try work.run("c", ["--set", "behaviour.demand.respons=1"])
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("behaviour.demand.response"))
    #expect(!FileManager.default.fileExists(atPath: work.path("c")))
  }

  @Test func `Replicates differ among themselves, and the folder is the first one's`() throws {
    _ = try work.run("one")
    let outcome = try work.run("three", ["--replicates", "3"])
    #expect(outcome.status == 0)
    #expect(try work.digest("one") == work.digest("three"))
    #expect(work.text("one/national.csv") == work.text("three/national.csv"))
    let rows = work.lines("three/replicates.csv").map { $0.split(separator: ",") }
    #expect(rows.count == 1 + 3 * 4)
    #expect(rows[0].prefix(2) == ["month", "replicate"])
    #expect(rows[1].dropFirst(2) != rows[5].dropFirst(2))
    #expect(!FileManager.default.fileExists(atPath: work.path("one/replicates.csv")))
  }

  @Test func `JSON on standard output is JSON, with manifest and table`() throws {
    let outcome = try work.run("a", ["--format", "json"])
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let manifest = try #require(read["manifest"] as? [String: Any])
    #expect(try manifest["digest"] as? String == work.digest("a"))
    #expect((read["headline"] as? [Any])?.isEmpty == false)
    #expect(read["folder"] as? String == "a")
  }

  @Test(arguments: ["off", "standard", "monthly", "daily"])
  func `Audits change nothing but the time`(level: String) throws {
    _ = try work.run("plain")
    let outcome = try work.run(level, ["--audit", level])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try work.digest("plain") == work.digest(level))
    #expect(try (work.manifest(level).audits > 0) == (level != "off"))
    #expect(outcome.output.contains(level == "off" ? "books not checked" : "books balance"))
  }

  @Test(arguments: ["all", "standard", "none"])
  func `Cells asked for or not, the digest is the same`(cells: String) throws {
    _ = try work.run("plain")
    _ = try work.run(cells, ["--cells", cells])
    #expect(try work.digest("plain") == work.digest(cells))
    #expect(try work.names(cells).contains("cells.csv") == (cells != "none"))
  }

  @Test func `The effective scenario, moved elsewhere, gives the same digest`() throws {
    _ = try work.run("a", ["--set", "behaviour.wages.bargaining_share=0.7"])
    _ = try work.run("b", scenario: work.path("a/scenario.yaml"))
    #expect(try work.digest("a") == work.digest("b"))
    let shown = try work.kosh(["scenario", "show", Program.baseline])
    try FileBytes.write(shown.output, to: work.path("elsewhere.yaml"))
    _ = try work.run("c", scenario: work.path("elsewhere.yaml"))
    _ = try work.run("d")
    #expect(try work.digest("c") == work.digest("d"))
  }

  @Test func `Nothing is said on standard error when there is nothing to say`() throws {
    #expect(try work.run("a", ["--quiet"]).errors == "")
    #expect(try work.run("b").errors == "")
  }

  @Test func `Before a long run the expected memory and time are told, unless quiet is asked for`()
    throws
  {
    for (out, quiet) in [("a", []), ("b", ["--quiet"])] {
      let running = try Program.start(
        ["run", Program.baseline, "--out", out] + quiet, in: work.path)
      // The folder is made after what is expected was said.
      running.wait { FileManager.default.fileExists(atPath: work.path(out)) }
      running.process.terminate()
      let outcome = running.outcome
      #expect(outcome.errors.contains("of memory and") == quiet.isEmpty)
    }
  }

  @Test func `Slurm's word on cores is the default number of threads`() throws {
    let outcome = try work.kosh(
      [
        "run", Program.baseline, "--scale", "1:1000", "--until", "2005-01-31", "--out", "a",
      ], environment: ["SLURM_CPUS_PER_TASK": "1"])
    #expect(outcome.status == 0)
    #expect(try work.manifest("a").threads == 1)
  }
}
