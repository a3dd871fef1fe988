import Foundation
import Kernel
import Results
import TestSupport
import Testing

/// `kosh sweep`, as a user runs it.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct SweepTests {
  private let work = Workspace()

  /// A plan of four points of which one fails: each date is fine alone and at both ends, but one pair of them makes
  /// a window that ends before it begins.
  static let failingPlan = """
    kosh-plan: 1
    name: Fails
    question: What then?
    base: \(Program.baseline)
    set: {run.scale: 1:1000, run.burn_in: 1 month}
    until: 2005-01-31
    policies: {p: {measures.minimum_wage.from: 2005-01-15, measures.minimum_wage.until: 2005-02-20, measures.minimum_wage.amount: 20000 KZT/month}}
    design: grid
    factors:
      measures.minimum_wage.from: [2005-01-10, 2005-02-15]
      measures.minimum_wage.until: [2005-02-12, 2005-02-20]
    outcomes: {informal: {indicator: informal_share, at: 2005-01}}

    """

  /// A small sweep: some points, two policies, two outcomes.
  static func plan(points: Int = 12, factor: String = "[0, 2]") -> String {
    """
    kosh-plan: 1
    name: Small
    question: Does it work?
    base: \(Program.baseline)
    set: {run.scale: 1:1000, run.burn_in: 1 month}
    until: 2005-03-31
    design: {kind: latin-hypercube, points: \(points)}
    policies: {high: {measures.minimum_wage.from: 2005-02-01, measures.minimum_wage.amount: 20000 KZT/month}}
    factors:
      behaviour.demand.response: {range: \(factor)}
      behaviour.wages.bargaining_share: range
    outcomes:
      informal: {indicator: informal_share, at: 2005-03}
      effect: {indicator: informal_share, over: [2005-02, 2005-03], minus: base}

    """
  }

  private func sweep(_ out: String, _ more: [String] = []) throws -> Program.Outcome {
    try work.kosh(["sweep", "p.yaml", "--out", out] + more)
  }

  private func write(_ text: String) throws { try FileBytes.write(text, to: work.path("p.yaml")) }

  @Test func `a sweep leaves a row a point, replicate and policy, with factors and outcomes`()
    throws
  {
    try write(SweepTests.plan(points: 3))
    let outcome = try sweep("a", ["--replicates", "2"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "3 of 3 points done\na\n")
    let lines = work.lines("a/results.csv")
    #expect(
      lines.first
        == "point,replicate,policy,behaviour.demand.response,behaviour.wages.bargaining_share,"
        + "informal,effect,digest")
    #expect(lines.count == 1 + 3 * 2 * 2)
    let rows = lines.dropFirst().map { $0.split(separator: ",") }
    #expect(
      rows.map { $0[0...2].joined(separator: " ") }.prefix(4) == [
        "0 0 base", "0 0 high", "0 1 base", "0 1 high",
      ])
    #expect(rows.allSatisfy { ($0[2] == "base") == ($0[6] == "0") })
    #expect(Set(rows.map { $0[7] }).count == 12)
    #expect(work.text("a/failures.csv") == "point,error\n")
    #expect(try work.kosh(["sweep", "status", "a"]).output == "3 of 3 points done\na\n")
    #expect(
      try work.kosh(["sweep", "status", "a", "--format", "json"]).output
        == "{\"folder\":\"a\",\"points\":3,\"done\":3,\"failed\":0,\"missing\":0}\n")
  }

  @Test func `a point is the run that its values make, under the base and under a policy`()
    throws
  {
    try write(SweepTests.plan(points: 2))
    _ = try sweep("a")
    let high = [
      "--set", "measures.minimum_wage.from=2005-02-01", "--set",
      "measures.minimum_wage.amount=20000 KZT/month",
    ]
    for (line, policy, settings) in [(1, "base", []), (2, "high", high)] {
      let cells = work.lines("a/results.csv")[line].split(separator: ",").map(String.init)
      #expect(cells[2] == policy)
      let run = try work.run(
        policy, until: "2005-03-31",
        [
          "--set", "run.burn_in=1 month", "--set", "behaviour.demand.response=\(cells[3])", "--set",
          "behaviour.wages.bargaining_share=\(cells[4])",
        ] + settings)
      #expect(run.status == 0)
      #expect(try work.digest(policy) == cells[7])
    }
  }

  @Test func `outcomes by cell are what the run's own cells say`() throws {
    try write(
      SweepTests.plan(points: 1).replacing(
        "outcomes:\n",
        with: """
          outcomes:
            here: {indicator: present, by: origin, region: Astana, at: 2005-03}
            pay: {indicator: wage_bill, sector: trade, authorisation: native, per: employed, at: 2005-03}

          """))
    #expect(try sweep("a").status == 0)
    let table = work.lines("a/results.csv").prefix(2).map { $0.split(separator: ",") }
    let values = Dictionary(uniqueKeysWithValues: zip(table[0], table[1]))
    let run = try work.run(
      "r", until: "2005-03-31",
      [
        "--set", "run.burn_in=1 month", "--set",
        "behaviour.demand.response=\(values["behaviour.demand.response"] ?? "")", "--set",
        "behaviour.wages.bargaining_share=\(values["behaviour.wages.bargaining_share"] ?? "")",
      ])
    #expect(run.status == 0)
    let cells = work.lines("r/cells.csv").map { $0.split(separator: ",").map(String.init) }
    func sum(_ indicator: String, _ isChosen: ([String]) -> Bool) -> Double {
      var sum = 0.0
      for cell in cells where cell[0] == "2005-03" && cell[5] == indicator && isChosen(cell) {
        sum += Double(cell[6]) ?? .nan
      }
      return sum
    }
    for (name, origin) in [("here_uzbekistan", "Uzbekistan"), ("here_other-cis", "Other CIS")] {
      #expect(
        values[Substring(name)].flatMap { Double($0) }
          == sum("present") { $0[1] == "Astana" && $0[3] == origin })
    }
    let pay = sum("wage_bill") { $0[2] == "trade" && $0[4] == "native" }
    let heads = sum("employed") { $0[2] == "trade" && $0[4] == "native" }
    #expect(values["pay"].flatMap { Double($0) } == pay / heads)
  }

  @Test func `ten kills and any number of threads change no byte of what is collected`() throws {
    try write(SweepTests.plan(points: 40))
    #expect(try sweep("whole", ["--threads", "1"]).status == 0)
    var random = SystemRandomNumberGenerator()
    for kills in 0..<10 {
      let running = try Program.start(
        ["sweep", "p.yaml", "--out", "killed", "--threads", "\(1 + kills % 3)"], in: work.path)
      running.wait { work.recordCount("killed") >= 3 * kills }
      usleep(UInt32.random(in: 0...50_000, using: &random))
      kill(running.process.processIdentifier, SIGKILL)
      #expect(running.outcome.status == 128 + SIGKILL)
    }
    #expect(try sweep("killed", ["--threads", "2"]).status == 0)
    // Nothing was computed twice.
    #expect(work.recordCount("killed") == 40)
    #expect(work.text("killed/results.csv") == work.text("whole/results.csv"))
    #expect(!work.text("killed/results.csv").isEmpty)
  }

  @Test func `a torn line is not believed`() throws {
    try write(SweepTests.plan(points: 4))
    _ = try sweep("a")
    let whole = work.text("a/results.csv")
    let part = work.text("a/parts/local.part")
    try FileBytes.write(String(part.dropLast(40)), to: work.path("a/parts/local.part"))
    #expect(try work.kosh(["sweep", "status", "a"]).status == 1)
    #expect(
      try work.kosh(["sweep", "status", "a"]).output.hasPrefix("3 of 4 points done, 1 missing"))
    let again = try sweep("a")
    #expect(again.status == 0)
    #expect(work.text("a/results.csv") == whole)
    #expect(try work.names("a/parts") == ["local-2.part", "local.part"])
  }

  @Test func `shards computed apart collect to the same bytes`() throws {
    try write(SweepTests.plan(points: 7))
    _ = try sweep("whole")
    #expect(try sweep("apart", ["--prepare"]).output == "7 points\napart\n")
    for index in [2, 0, 1] {
      #expect(
        try work.kosh(["sweep", "shard", "apart", "--index", "\(index)", "--of", "3"]).status == 0)
    }
    #expect(try work.kosh(["sweep", "collect", "apart"]).status == 0)
    #expect(work.text("apart/results.csv") == work.text("whole/results.csv"))
  }

  @Test func `collecting too early says what is missing and ends with 1`() throws {
    try write(SweepTests.plan(points: 4))
    _ = try sweep("a", ["--prepare"])
    _ = try work.kosh(["sweep", "shard", "a", "--index", "1", "--of", "4"])
    let outcome = try work.kosh(["sweep", "collect", "a"])
    #expect(outcome.status == 1)
    #expect(outcome.output == "1 of 4 points done, 3 missing\na\n")
    #expect(work.lines("a/results.csv").count == 3)
  }

  @Test func `results that contradict each other are refused, and the shards named`() throws {
    try write(SweepTests.plan(points: 2))
    _ = try sweep("a")
    let before = work.text("a/results.csv")
    let part = work.lines("a/parts/local.part")
    let record = try #require(part.lazy.compactMap { PointRecord(line: $0) }.first)
    guard case .runs(var runs) = record.content else { return }
    runs[0].values[0] = 0.5
    let other = PointRecord(point: record.point, content: .runs(runs))
    try FileBytes.write(other.line + "\n", to: work.path("a/parts/odd.part"))
    let outcome = try work.kosh(["sweep", "collect", "a"])
    #expect(outcome.status == 74)
    #expect(
      outcome.errors.hasPrefix(
        "a: error: point \(record.point) has different results in local.part and odd.part."))
    #expect(work.text("a/results.csv") == before)
  }

  @Test func `a plan changed after its sweep began is refused, with the difference`() throws {
    try write(SweepTests.plan(points: 2))
    _ = try sweep("a")
    let before = work.text("a/results.csv")
    try write(SweepTests.plan(points: 2, factor: "[0.5, 2]"))
    let outcome = try sweep("a")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.contains(
        """
        a: error: the folder holds a sweep of another plan. Name another with --out, or undo:
          plan.yaml: was: behaviour.demand.response: {range: [0, 2]}
          plan.yaml: is:  behaviour.demand.response: {range: [0.5, 2]}
        """))
    let seeded = try work.kosh(["sweep", "p.yaml", "--out", "a", "--seed", "3"])
    #expect(seeded.errors.contains("scenarios/base.yaml: is:  seed: 3"))
    #expect(work.text("a/results.csv") == before)
  }

  @Test func `a sweep of another version or build is refused`() throws {
    try write(SweepTests.plan(points: 2))
    _ = try sweep("a", ["--prepare"])
    let manifest = work.text("a/sweep.json")
    try FileBytes.write(
      manifest.replacing("\"program\": \"", with: "\"program\": \"x"),
      to: work.path("a/sweep.json"))
    let other = try work.kosh(["sweep", "shard", "a", "--index", "0", "--of", "1"])
    #expect(other.status == 64)
    #expect(other.errors.contains("the sweep was begun by another build of Kosh."))
    #expect(try sweep("a", ["--accept-build"]).status == 0)
    try FileBytes.write(
      manifest.replacing("\"version\": \"", with: "\"version\": \"9"),
      to: work.path("a/sweep.json"))
    #expect(try sweep("a").status == 64)
    #expect(try sweep("a", ["--accept-build"]).status == 64)
  }

  @Test func `a folder that is no sweep's is left alone`() throws {
    try write(SweepTests.plan(points: 2))
    _ = try work.run("run")
    #expect(try sweep("run").status == 64)
    let status = try work.kosh(["sweep", "status", "run"])
    #expect(status.status == 74)
    #expect(status.errors.contains("this is not a sweep's folder: it has no sweep.json."))
  }

  @Test func `a point that fails is recorded with its error and does not end the sweep`() throws {
    try write(SweepTests.failingPlan)
    let outcome = try sweep("a")
    #expect(outcome.status == 1)
    #expect(outcome.output == "3 of 4 points done, 1 failed (failures.csv)\na\n")
    #expect(
      work.text("a/failures.csv")
        == "point,error\n2,\"'minimum_wage' ends on 2005-02-12, before it begins on 2005-02-15. "
        + "Swap the dates.\"\n")
    #expect(work.lines("a/results.csv").count == 1 + 3 * 2)
  }

  @Test func `a dry run prints points and cost and writes nothing`() throws {
    try write(SweepTests.plan())
    let outcome = try sweep("a", ["--dry-run"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Small: latin-hypercube, 12 points\n"))
    #expect(outcome.output.contains("expecting 24 runs, about "))
    #expect(try work.names(".") == ["p.yaml"])
  }

  @Test func `an interrupted sweep ends with 130 and goes on`() throws {
    try write(SweepTests.plan(points: 200))
    let running = try Program.start(["sweep", "p.yaml", "--out", "a"], in: work.path)
    running.wait { work.size("a/parts/local.part") > 0 }
    kill(running.process.processIdentifier, SIGINT)
    let outcome = running.outcome
    #expect(outcome.status == 130)
    #expect(outcome.errors.contains("The same command resumes from there."))
  }

  @Test func `every shipped plan is valid`() throws {
    let folder = Program.root + "/Scenarios/plans"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }
    for name in [
      "calibrate-2006", "levers-factorial", "robust-policy", "uncertainty-morris",
      "uncertainty-sobol", "worlds-2006",
    ] {
      #expect(names.contains(name + ".yaml"))
    }
    for name in names.sorted() {
      let command = ["calibrate", "worlds"].first { name.hasPrefix($0) } ?? "sweep"
      let outcome = try work.kosh([command, "\(folder)/\(name)", "--dry-run"])
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("expecting "))
    }
    #expect(try work.names(".").isEmpty)
  }

  @Test func `sensitivity ranks the factors of a finished sweep, and refuses other designs`() throws
  {
    try write(
      SweepTests.plan().replacing(
        "{kind: latin-hypercube, points: 12}", with: "{kind: morris, trajectories: 4}"))
    _ = try sweep("m")
    let outcome = try work.kosh(["sensitivity", "m", "--outcome", "informal"])
    #expect(outcome.status == 1)
    #expect(
      outcome.output.hasPrefix(
        "informal (informal_share), policy base: Morris' elementary effects, 4 trajectories\n"))
    #expect(outcome.output.contains("The sample is too small: 4 trajectories"))
    #expect(work.text("m/sensitivity.html").hasSuffix("</html>\n"))
    #expect(try work.kosh(["sensitivity", "m", "--outcome", "x"]).status == 64)
    try write(SweepTests.plan(points: 2))
    _ = try sweep("l")
    let refused = try work.kosh(["sensitivity", "l"])
    #expect(refused.status == 64)
    #expect(
      refused.errors
        == "l: error: the sweep has a latin-hypercube design. Sensitivity needs one of kind morris "
        + "or saltelli.\n")
  }

  @Test func `a full disk is named, and what was collected before stands`() throws {
    try write(SweepTests.plan(points: 2))
    _ = try sweep("a")
    let before = work.text("a/results.csv")
    // Whatever is written to this device meets a full disk.
    try FileManager.default.createSymbolicLink(
      atPath: work.path("a/results.csv.partial"), withDestinationPath: "/dev/full")
    let outcome = try work.kosh(["sweep", "collect", "a"])
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("a/results.csv.partial: error: the disk is full."))
    #expect(work.text("a/results.csv") == before)
  }

  @Test func `policies are compared over all futures of any design`() throws {
    try write(SweepTests.plan(points: 6))
    _ = try sweep("a")
    let outcome = try work.kosh(["sensitivity", "a", "--outcome", "informal", "--prefer", "low"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("informal over 6 futures, less is better\n"))
    #expect(outcome.output.contains("\nbase "))
    #expect(outcome.output.contains("\nhigh "))
    #expect(outcome.output.hasSuffix("\n\na/policies.html\n"))
    let page = work.text("a/policies.html")
    #expect(page.contains("Regret on “informal”, less is better"))
    #expect(page.contains("The sample is small: with 6 futures"))
    #expect(page.contains("Share of futures in which each policy is best"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(try work.kosh(["sensitivity", "a", "--prefer", "low"]).status == 64)
  }
}
