import Foundation
import Results
import ScenarioFile
import TestSupport
import Testing

/// `kosh calibrate`, as a user runs it.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct CalibrateTests {
  private let work = Workspace()

  /// A small calibration of natives' levels.
  static func plan(unemployment: String) -> String {
    """
    kosh-plan: 1
    name: Levels
    question: Does it fit?
    base: \(Program.baseline)
    # Without migrants, who would take part of the posts, few runs tell what natives' levels want.
    set:
      run.scale: 1:1000
      run.burn_in: 3 months
      behaviour.migration.present: 0
      behaviour.migration.posts: 0
    until: 2005-06-30
    factors:
      behaviour.demand.posts_level: {range: [0.9, 1.1]}
      behaviour.wages.productivity: range
    targets:
      wage: {indicator: wage_native, over: [2005-04, 2005-06], value: 30000 KZT/month, tolerance: 3 %}
      unemployment: {indicator: native_unemployment_rate, at: 2005-06, value: \(unemployment), tolerance: 1 %}
      vacancies: {indicator: vacancy_rate, at: 2005-06, value: 2 %, tolerance: 1 %, held_back: true}
    search: {points: 12, rounds: 2, simplex: 12}

    """
  }

  private func write(unemployment: String) throws {
    try FileBytes.write(CalibrateTests.plan(unemployment: unemployment), to: work.path("p.yaml"))
  }

  private func calibrate(_ out: String, _ more: [String] = []) throws -> Program.Outcome {
    try work.kosh(["calibrate", "p.yaml", "--out", out] + more)
  }

  @Test func `a calibration reports its fit and leaves a scenario that runs`() throws {
    try write(unemployment: "9 %")
    let outcome = try calibrate("c")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Levels: fit to 2 targets\n"))
    #expect(outcome.output.contains("(held back)"))
    #expect(outcome.output.contains("behaviour.wages.productivity"))
    let scenario = work.text("c/calibrated.yaml")
    #expect(scenario.contains("  demand:\n    posts_level: {value: "))
    #expect(scenario.contains(", source: calibrated}"))
    #expect(try work.kosh(["scenario", "validate", "c/calibrated.yaml"]).status == 0)
    let run = try work.run(
      "r", scenario: "c/calibrated.yaml", until: "2005-06-30", ["--set", "run.burn_in=3 months"])
    #expect(run.status == 0)
  }

  @Test func `interrupted, a calibration goes on and finds the same`() throws {
    try write(unemployment: "9 %")
    let whole = try calibrate("whole", ["--threads", "1"])
    for kept in [2, 7, 12] {
      let running = try Program.start(["calibrate", "p.yaml", "--out", "c"], in: work.path)
      running.wait { work.recordCount("c") >= kept }
      kill(running.process.processIdentifier, SIGKILL)
      #expect(running.outcome.status == 128 + SIGKILL)
    }
    let again = try calibrate("c")
    // Nothing was computed twice.
    #expect(work.recordCount("c") == work.recordCount("whole"))
    #expect(
      again.output.replacing("\nc\n", with: "") == whole.output.replacing("\nwhole\n", with: ""))
    #expect(work.text("c/calibrated.yaml") == work.text("whole/calibrated.yaml"))
  }

  @Test func `a target out of reach ends with 1 and says so`() throws {
    try write(unemployment: "60 %")
    let outcome = try calibrate("c")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("The fit does not reach every target."))
  }

  @Test func `a plan without targets is refused`() throws {
    try FileBytes.write(SweepTests.plan(), to: work.path("p.yaml"))
    let outcome = try calibrate("c")
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("p.yaml:1:1: error: the plan lacks 'targets'."))
  }

  @Test func `a calibration's folder is no sweep to collect or to compute shards of`() throws {
    try write(unemployment: "9 %")
    _ = try calibrate("c")
    for command in [["collect", "c"], ["shard", "c", "--index", "0", "--of", "1"]] {
      let outcome = try work.kosh(["sweep"] + command)
      #expect(outcome.status == 64, "\(outcome.errors)")
      #expect(outcome.errors.contains("the folder holds a sweep of another plan"))
    }
  }
}
