import Foundation
import Results
import TestSupport
import Testing

/// What a sweep says when some of it is missing, failed or empty.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct SweepAnswerTests {
  private let work = Workspace()

  private func write(
    design: String,
    factors: String = "{behaviour.demand.response: range, "
      + "behaviour.wages.productivity: range}",
    outcomes: String = "{unemployment: {indicator: native_unemployment_rate, at: 2005-01}}",
    until: String = "2005-01-31"
  ) throws {
    try FileBytes.write(
      """
      kosh-plan: 1
      name: Small
      question: What is known of it?
      base: \(Program.baseline)
      set: {run.scale: 1:2000, run.burn_in: 0 months}
      until: \(until)
      design: \(design)
      factors: \(factors)
      outcomes: \(outcomes)

      """, to: work.path("p.yaml"))
  }

  private func sweep(_ more: [String] = []) throws -> Program.Outcome {
    try work.kosh(["sweep", "p.yaml", "--out", "s", "--quiet"] + more)
  }

  private func sensitivity(_ more: [String] = []) throws -> Program.Outcome {
    try work.kosh(["sensitivity", "s"] + more)
  }

  private func objects(_ text: String) throws -> [[String: Any]] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  @Test func `a sweep of an older version with names that collide is still collected`() throws {
    try write(
      design: "grid", factors: "{behaviour.demand.response: [1, 2]}",
      outcomes: "{a: {indicator: vacancies, at: 2005-01}, b: {indicator: vacancies, at: 2005-01}, "
        + "c: {indicator: native_unemployment_rate, at: 2005-01}}")
    #expect(try sweep().status == 0)
    let rows = work.lines("s/results.csv").dropFirst()
    let plan = work.text("s/plan.yaml")
    try FileBytes.write(
      plan.replacing("  a: {", with: "  point: {").replacing("  c: {", with: "  B: {"),
      to: work.path("s/plan.yaml"))
    let collected = try work.kosh(["sweep", "collect", "s"])
    #expect(collected.status == 0, "\(collected.errors)")
    #expect(
      work.lines("s/results.csv").first
        == "point,replicate,policy,behaviour.demand.response,point-2,b,B-2,digest")
    #expect(work.lines("s/results.csv").dropFirst() == rows)
  }

  @Test func `an outcome of nobody does not hide the others, and is told`() throws {
    try write(
      design: "{kind: saltelli, points: 4}",
      outcomes: "{unemployment: {indicator: native_unemployment_rate, at: 2005-01}, "
        + "portable: {indicator: wage_portable, at: 2005-01}}")
    #expect(try sweep().status == 0)
    let text = try sensitivity()
    #expect(text.status == 1)
    #expect(text.output.contains("unemployment (native_unemployment_rate)"))
    #expect(text.output.contains("It has no value at any point: there was nobody to measure."))
    #expect(!text.output.contains("Let the sweep go on"))
    #expect(work.text("s/sensitivity.html").contains("There is no answer for this outcome."))
    let answers = try objects(sensitivity(["--format", "json"]).output)
    #expect(answers.map { $0["outcome"] as? String } == ["unemployment", "portable"])
    #expect((answers[1]["factors"] as? [Any])?.isEmpty == true)
  }

  @Test func `trajectories with failed points are counted, and a dry run tells of them`() throws {
    try write(
      design: "{kind: morris, trajectories: 12}",
      factors: "{measures.amnesty.from: [2006-08-01, 2006-12-01], "
        + "measures.amnesty.until: [2006-10-31, 2006-12-31], behaviour.demand.response: range}")
    let ahead = try work.kosh(["sweep", "p.yaml", "--dry-run"])
    #expect(ahead.status == 0)
    let told = try #require(ahead.errors.firstMatch(of: /warning: (\d+) of 48 points cannot/))
    #expect(ahead.errors.contains("Swap the dates."))
    let done = try sweep()
    #expect(done.status == 1)
    let failed = work.lines("s/failures.csv").count - 1
    #expect(Int(told.1) == failed)
    let found = try sensitivity()
    #expect(found.status == 1)
    #expect(
      found.output.contains(" of 12 trajectories are left out: "), "\(found.output)\(found.errors)")
    #expect(found.output.contains("hold a point that failed (failures.csv)"))
    #expect(found.output.contains("not the whole of the factors' ranges"))
  }

  @Test func `the smallest sample of base points is too small, and says so with 1`() throws {
    try write(
      design: "{kind: saltelli, points: 2}",
      outcomes: "{pay: {indicator: wage_native, at: 2005-01}}")
    #expect(try sweep().status == 0)
    let found = try sensitivity()
    #expect(found.status == 1)
    #expect(found.output.contains("The sample is too small: 2 base points"))
    // The first base point's runs are not all the same.
    let digests = work.lines("s/results.csv").dropFirst().prefix(4)
      .compactMap { $0.split(separator: ",").last }
    #expect(Set(digests).count > 1)
  }

  @Test func `indices are numbers in full, by name, in JSON and in a table of the folder`() throws {
    try write(design: "{kind: saltelli, points: 8}")
    #expect(try sweep().status == 0)
    let found = try sensitivity(["--format", "json"])
    #expect(!found.output.contains("−"))
    let factors = try #require(try objects(found.output)[0]["factors"] as? [[String: Any]])
    let total = try #require(factors[0]["total"] as? [String: Double])
    #expect(Set(total.keys) == ["estimate", "lower", "upper"])
    let lines = work.lines("s/sensitivity.csv").map { $0.split(separator: ",").map(String.init) }
    #expect(
      lines.first == [
        "outcome", "policy", "method", "factor", "number", "estimate", "lower", "upper",
      ])
    #expect(lines.count == 1 + 2 * 2)
    #expect(lines[1][3] == factors[0]["factor"] as? String)
    // By their digits: Foundation's reader of JSON is off by a last place now and then.
    #expect(found.output.contains("\"estimate\": \(lines[1][5])"))
    #expect(found.output.contains("\"lower\": \(lines[1][6])"))
    let policies = try sensitivity(
      ["--outcome", "unemployment", "--prefer", "low", "--format", "json"])
    #expect(policies.status == 0)
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(policies.output.utf8)) as? [String: Any])
    #expect(read["futures"] as? Int == 32)
    #expect(
      work.lines("s/policies.csv").first == "policy,best_share,mean_regret,regret_95,worst_regret")
  }

  @Test func `what a dry run, a preparation and a calibration's forecast say is JSON where asked`()
    throws
  {
    try write(design: "grid", factors: "{behaviour.demand.response: [1, 2]}")
    for command in [["--dry-run"], ["--prepare"]] {
      let said = try sweep(command + ["--format", "json"])
      #expect(said.status == 0)
      let read = try #require(
        JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any])
      #expect(read["points"] as? Int == 2)
    }
    let plan = Program.root + "/Scenarios/plans/calibrate-level.yaml"
    let ahead = try work.kosh(["calibrate", plan, "--dry-run", "--format", "json"])
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(ahead.output.utf8)) as? [String: Any])
    let targets = try #require(read["targets"] as? [[String: Any]])
    #expect(targets[0]["aimed_at"] as? Double == 0.078)
    #expect((read["values"] as? [[String: Any]])?.count == 4)
  }

  @Test func `a page that cannot be written is not told to go to another folder`() throws {
    try write(design: "{kind: saltelli, points: 2}")
    #expect(try sweep().status == 0)
    try FileManager.default.createDirectory(
      atPath: work.path("s/sensitivity.csv.partial"), withIntermediateDirectories: true)
    let found = try sensitivity()
    #expect(found.status == 74)
    #expect(!found.errors.contains("--out"))
    #expect(found.errors.contains("Change its permissions, or work on a copy of the folder"))
  }
}
