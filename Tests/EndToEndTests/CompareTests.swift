import Foundation
import Kernel
import Results
import TestSupport
import Testing

/// `kosh compare` and each of its options.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct CompareTests {
  private let work = Workspace()
  private static let variant = Program.root + "/Scenarios/minimum-wage-2007.yaml"

  private func compare(
    _ out: String, variants: [String] = [variant], scale: String = "1:1000",
    until: String = "2007-02-28", replicates: Int = 2, _ more: [String] = []
  ) throws -> Program.Outcome {
    try work.kosh(
      ["compare", Program.baseline] + variants
        + [
          "--scale", scale, "--until", until, "--replicates", "\(replicates)", "--out", out,
        ] + more)
  }

  /// All files of a comparison that hold results, by name; SQLite's bytes vary, so its rows are asked
  /// for elsewhere.
  private func results(_ out: String) -> [String: String] {
    var texts: [String: String] = [:]
    for name in ["differences.csv", "plan.json"] { texts[name] = work.text("\(out)/\(name)") }
    for scenario in ["kazakhstan-2006", "minimum-wage-2007"] {
      for name in ["national.csv", "replicates.csv", "scenario.yaml"] {
        texts["\(scenario)/\(name)"] = work.text("\(out)/scenarios/\(scenario)/\(name)")
      }
    }
    return texts
  }

  @Test func `A comparison prints its table and leaves the folder it names`() throws {
    let outcome = try work.kosh([
      "compare", Program.baseline, Self.variant, "--scale", "1:1000", "--until", "2007-02-28",
      "--replicates", "2",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(
      lines.first?.hasPrefix("Kazakhstan 2006 and 1 variant   2005-01-01 to 2007-02-28") == true)
    #expect(outcome.output.contains("differs from 2007-01 on; means of the 2 months since"))
    #expect(lines.last == "Output/runs/compare-kazakhstan-2006-2006/report.html")
    #expect(
      try work.names("Output/runs/compare-kazakhstan-2006-2006") == [
        "charts", "differences.csv", "evidence.csv", "manifest.json", "plan.json", "report.html",
        "results.sqlite",
        "scenarios",
      ])
  }

  @Test func `Each scenario's first replicate is what kosh run gives`() throws {
    #expect(try compare("a").status == 0)
    _ = try work.run("b", scenario: Self.variant, until: "2007-02-28", ["--replicates", "2"])
    for name in ["national.csv", "replicates.csv", "scenario.yaml"] {
      #expect(work.text("a/scenarios/minimum-wage-2007/\(name)") == work.text("b/\(name)"))
    }
  }

  @Test func `A variant that changes nothing differs by 0 everywhere`() throws {
    let outcome = try compare("a", variants: [Program.baseline])
    #expect(outcome.output.contains("equal to the baseline in every number"))
    let rows = work.lines("a/differences.csv").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.count > 1000)
    #expect(rows.allSatisfy { $0[8] == "0" || $0[8] == "" })
  }

  @Test func `Threads change nothing`() throws {
    for threads in ["1", "2", "5"] { _ = try compare(threads, ["--threads", threads]) }
    #expect(results("1") == results("2") && results("1") == results("5"))
    #expect(try digest("1") == digest("2") && digest("1") == digest("5"))
  }

  private func digest(_ out: String) throws -> String {
    try ComparisonManifest.read(folder: work.path(out)).digest
  }

  @Test func `Killed at any of fifty moments, it goes on to the same results`() throws {
    let variant = [Program.root + "/Scenarios/sanctions-x5.yaml"]
    let names = [
      "differences.csv", "evidence.csv", "plan.json", "scenarios/sanctions-x5/replicates.csv",
    ]
    func arguments(_ out: String) -> [String] {
      [
        "compare", Program.baseline, variant[0], "--scale", "1:4000", "--until", "2006-02-28",
        "--replicates", "4", "--threads", "2", "--out", out,
      ]
    }
    #expect(try work.kosh(arguments("whole")).status == 0)
    let whole = try digest("whole")
    var resumed = 0
    var dice: UInt64 = 2006
    for moment in 0..<50 {
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let part = Double(dice >> 40) / Double(1 << 24)
      let out = "part\(moment)"
      let running = try Program.start(arguments(out), in: work.path)
      // None, some or half of the eight runs are kept, and others under way.
      running.wait {
        ((try? work.names(out + "/finished-runs").count) ?? 0) >= moment % 5
      }
      Thread.sleep(forTimeInterval: 0.05 * part)
      kill(running.process.processIdentifier, SIGKILL)
      _ = running.outcome
      #expect(try work.kosh(arguments(out)).status == 0)
      for name in names { #expect(work.text("\(out)/\(name)") == work.text("whole/\(name)")) }
      #expect(try digest(out) == whole)
      #expect(try !work.names(out).contains("finished-runs"))
      let simulated = try ComparisonManifest.read(folder: work.path(out)).runsSimulated
      if (1..<8).contains(simulated) { resumed += 1 }
    }
    // Four moments in five come after a run was kept; few of them after all were.
    #expect(resumed > 20)
  }

  @Test func `The same again simulates nothing, another plan is refused, force begins anew`()
    throws
  {
    let first = try compare("a")
    let again = try compare("a")
    #expect(first.output == again.output)
    let other = try compare("a", replicates: 3)
    #expect(other.status == 64)
    #expect(other.errors.hasPrefix("a: error: another comparison was begun in this folder"))
    #expect(try compare("a", replicates: 3, ["--force"]).status == 0)
    #expect(try ComparisonManifest.read(folder: work.path("a")).replicates == 3)
    try FileManager.default.createDirectory(
      atPath: work.path("mine"), withIntermediateDirectories: true)
    try FileBytes.write("mine", to: work.path("mine/notes.txt"))
    #expect(try compare("mine").status == 64)
    #expect(try compare("mine", ["--force"]).status == 64)
  }

  @Test func `The page and the table are rebuilt from the folder alone`() throws {
    let outcome = try compare("a")
    let page = work.text("a/report.html")
    try FileBytes.write("", to: work.path("a/report.html"))
    try FileManager.default.removeItem(atPath: work.path("a/differences.csv"))
    let rebuilt = try work.kosh(["report", "a"])
    #expect(rebuilt.output == outcome.output)
    #expect(work.text("a/report.html") == page)
    #expect(page.contains("What this policy changes"))
  }

  @Test func `A brief lies beside the page, in any language, and only of a comparison`() throws {
    _ = try compare("a")
    let page = work.text("a/report.html")
    #expect(try work.kosh(["report", "a", "--brief", "--language", "ru"]).status == 0)
    #expect(work.text("a/brief.html").contains("Что меняет эта мера"))
    #expect(work.text("a/report.html") == page)
    #expect(try work.kosh(["report", "a", "--language", "kk"]).status == 0)
    #expect(work.text("a/report.html").contains("Бұл шара нені өзгертеді"))
    #expect(try compare("a", ["--force"]).status == 0)
    #expect(work.text("a/brief.html").isEmpty)
    _ = try work.run("r")
    #expect(try work.kosh(["report", "r", "--brief"]).status == 64)
    #expect(try work.kosh(["report", "a", "--language", "xx"]).status == 64)
  }

  @Test func `Two finished run folders are compared as they are`() throws {
    _ = try work.run("one", until: "2007-02-28", ["--replicates", "2"])
    _ = try work.run("two", scenario: Self.variant, until: "2007-02-28", ["--replicates", "2"])
    let outcome = try work.kosh(["compare", "one", "two", "--out", "pair"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    _ = try compare("a")
    func nation(_ out: String) -> [String] {
      work.lines("\(out)/differences.csv").filter { $0.contains(",nation,") }
    }
    #expect(nation("pair") == nation("a"))
    _ = try work.run("three", until: "2005-02-28", ["--seed", "3"])
    let unlike = try work.kosh(["compare", "one", "three", "--out", "pair2"])
    #expect(unlike.status == 0)
    #expect(unlike.errors.hasPrefix("three: warning: its seed is not the baseline's"))
  }

  @Test func `Precision is reached by replicates, and JSON is JSON`() throws {
    let outcome = try work.kosh([
      "compare", Program.baseline, Self.variant, "--scale", "1:2000", "--until", "2007-01-31",
      "--precision", "50%", "--outcome", "income_tax", "--out", "a", "--format", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let manifest = try #require(read["manifest"] as? [String: Any])
    #expect(manifest["replicates"] as? Int == 6)
    #expect(manifest["complete"] as? Bool == true)
    #expect((read["variants"] as? [Any])?.count == 1)
  }

  @Test func `A setting counts for all scenarios, and cells may be left out`() throws {
    let outcome = try compare(
      "a", ["--set", "behaviour.demand.response=1", "--cells", "none", "--quiet"])
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(work.text("a/scenarios/kazakhstan-2006/scenario.yaml").contains("response: 1"))
    #expect(work.text("a/scenarios/minimum-wage-2007/scenario.yaml").contains("response: 1"))
    #expect(!work.text("a/differences.csv").contains(",region,"))
  }

  @Test(arguments: [
    ["compare", Program.baseline], ["compare", Program.baseline, variant, "--replicates", "0"],
    ["compare", Program.baseline, variant, "--precision", "1%"],
    ["compare", Program.baseline, variant, "--precision", "0", "--outcome", "vacancies"],
    ["compare", ".", variant],
  ])
  func `Wrong usage ends with 64`(arguments: [String]) throws {
    #expect(try work.kosh(arguments).status == 64)
  }

  @Test func `Scenarios that cannot be paired end with 65`() throws {
    try FileBytes.write(
      "kosh: 1\nname: x\nquestion: y\nextends: \(Program.baseline)\nrun: {burn_in: 12 months}\n",
      to: work.path("short.yaml"))
    let outcome = try compare("a", variants: ["short.yaml"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("run.burn_in of 'short' is 12 months"))
    #expect(!FileManager.default.fileExists(atPath: work.path("a")))
  }
}
