import Foundation
import Results
import TestSupport
import Testing

/// Sweeps loaded into pandas, SALib and the EMA Workbench, as the articles say.
@Suite(
  .enabled(if: Program.isBuilt, "needs swift build -c release"),
  .enabled(
    if: Python.isThere || Tools.areNeeded,
    "Python's packages are not here: .ci/setup-tests installs them"
  ))
struct PythonTests {
  private let work = Workspace()

  /// A sweep of a design in folder `s`, finished.
  private func sweep(_ design: String, policies: Bool = true) throws {
    var plan = SweepTests.plan().replacing("{kind: latin-hypercube, points: 12}", with: design)
    if !policies {
      plan = plan.split(separator: "\n").filter {
        !$0.hasPrefix("policies") && !$0.contains("minus")
      }
      .joined(separator: "\n")
    }
    try FileBytes.write(plan, to: work.path("p.yaml"))
    let outcome = try work.kosh(["sweep", "p.yaml", "--out", "s", "--replicates", "2"])
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// Runs a script in the workspace; it fails by an exception.
  private func python(_ script: String) throws {
    let said = try Python.run(script, in: work.path)
    #expect(said.status == 0, "\(said.output)\(said.errors)")
  }

  /// Runs a script that finds the sweep's `problem`, and the rows of kosh's `own` indices by factor.
  private func compareIndices(_ script: String) throws {
    let own = try work.kosh(["sensitivity", "s", "--outcome", "informal", "--format", "json"])
    try FileBytes.write(own.output, to: work.path("own.json"))
    try python(
      """
      import json, pandas
      problem = json.load(open("s/problem.json"))
      own = {row["factor"]: row for row in json.load(open("own.json"))[0]["factors"]}

      """ + script)
  }

  @Test func `results load into pandas in one line, from the CSV and the database alike`() throws {
    try sweep("{kind: latin-hypercube, points: 5}")
    try python(
      """
      import pandas, sqlite3
      results = pandas.read_csv("s/results.csv")
      assert len(results) == 5 * 2 * 2
      assert list(results.columns) == ["point", "replicate", "policy",
        "behaviour.demand.response", "behaviour.wages.bargaining_share", "informal", "effect", "digest"]
      assert (results.query("policy == 'base'").effect == 0).all()
      assert results.informal.between(0, 1).all()
      stored = pandas.read_sql("SELECT * FROM results", sqlite3.connect("s/results.sqlite"))
      pandas.testing.assert_frame_equal(results, stored, check_dtype=False)
      """)
  }

  @Test func `SALib gives the same Sobol indices of a sweep`() throws {
    try sweep("{kind: saltelli, points: 16}", policies: false)
    try compareIndices(
      """
      import SALib.analyze.sobol
      Y = pandas.read_csv("s/results.csv").groupby("point").informal.mean().to_numpy()
      found = SALib.analyze.sobol.analyze(problem, Y, calc_second_order=False)
      for name, total, first in zip(problem["names"], found["ST"], found["S1"]):
        assert abs(own[name]["total"]["estimate"] - total) < 1e-9, (name, own[name], total)
        assert abs(own[name]["first"]["estimate"] - first) < 1e-9, (name, own[name], first)
      """)
  }

  @Test func `SALib gives the same elementary effects of a sweep`() throws {
    try sweep("{kind: morris, trajectories: 6}", policies: false)
    try compareIndices(
      """
      import SALib.analyze.morris
      points = pandas.read_csv("s/results.csv").groupby("point").mean(numeric_only=True)
      X, Y = points[problem["names"]].to_numpy(), points.informal.to_numpy()
      found = SALib.analyze.morris.analyze(problem, X, Y, num_levels=4)
      for name, size, mean, sigma in zip(problem["names"], found["mu_star"], found["mu"], found["sigma"]):
        mine = [own[name]["mu_star"]["estimate"], own[name]["mu"], own[name]["sigma"]]
        for number, value in zip(mine, [size, mean, sigma]):
          assert abs(number - value) < 1e-9 * size, (name, own[name], size, mean, sigma)
      """)
  }

  @Test func `the EMA Workbench takes a sweep's experiments and outcomes`() throws {
    try sweep("{kind: latin-hypercube, points: 30}")
    try python(
      """
      import pandas
      from ema_workbench import ScalarOutcome, load_results, save_results
      from ema_workbench.analysis import feature_scoring, prim
      rows = pandas.read_csv("s/results.csv").query("policy == 'high' and replicate == 0")
      experiments, outcomes = rows.filter(regex=r"\\."), {n: rows[n].to_numpy() for n in ["informal", "effect"]}
      scores = feature_scoring.get_feature_scores_all(experiments, outcomes)
      assert list(scores.columns) == ["informal", "effect"] and len(scores) == 2
      high = outcomes["informal"] > rows.informal.median()
      box = prim.Prim(experiments, high, threshold=0.6).find_box()
      assert box.density >= 0.6, box.density
      [ScalarOutcome(name) for name in outcomes]
      save_results((experiments, outcomes), "s.tar.gz")
      again, values = load_results("s.tar.gz")
      assert len(again) == 30 and abs(values["effect"] - outcomes["effect"]).max() < 1e-12
      """)
  }
}
