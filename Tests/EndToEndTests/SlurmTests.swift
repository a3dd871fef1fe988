import Foundation
import Results
import TestSupport
import Testing

/// Sweeps on a real Slurm, to which things happen.
@Suite(
  .enabled(if: Program.isBuilt, "needs swift build -c release"),
  .enabled(
    if: SlurmCluster.obstacle == nil || Tools.areNeeded, "\(SlurmCluster.obstacle ?? "")"),
  .serialized)
struct SlurmTests {
  private let work = Workspace()

  private func kosh(_ arguments: [String], on cluster: SlurmCluster) throws -> Program.Outcome {
    try work.kosh(arguments, environment: cluster.environment)
  }

  /// Waits until the status says `words`, or a minute or two have passed.
  private func wait(
    _ cluster: SlurmCluster, seconds: Double, until holds: (String) -> Bool
  ) throws -> Bool {
    let end = Date() + seconds
    while Date() < end {
      if holds(try kosh(["sweep", "status", "s"], on: cluster).output) { return true }
      usleep(300_000)
    }
    return false
  }

  @Test(.tags(.slow))
  func `a sweep whose tasks are killed and whose node dies collects to the local engine's bytes`()
    throws
  {
    try FileBytes.write(SweepTests.plan(points: 200), to: work.path("p.yaml"))
    #expect(try work.kosh(["sweep", "p.yaml", "--out", "whole"]).status == 0)
    let cluster = try SlurmCluster()
    let command = ["sweep", "p.yaml", "--out", "s", "--engine", "slurm", "--chunk", "5"]
    let submitted = try kosh(command, on: cluster)
    #expect(submitted.status == 0, "\(submitted.errors)")
    #expect(submitted.output.contains("with 40 tasks for 200 points, then job "))
    // While all is in the queue nothing is submitted twice.
    #expect(
      try kosh(command, on: cluster).output
        == "nothing submitted: all that is missing is in the queue\ns\n")

    #expect(try wait(cluster, seconds: 60) { !$0.contains("\n0 of 200") && $0.contains("running") })
    let folder = work.path("s")
    #expect(cluster.killTasks(folder, most: 3) > 0)
    try cluster.tool("scancel", ["1_38", "1_39"])
    cluster.killNode("n4", tasks: folder)
    #expect(try wait(cluster, seconds: 300) { $0.contains("Slurm: 0 tasks queued, 0 running") })
    let status = try kosh(["sweep", "status", "s"], on: cluster)
    #expect(status.status == 1)
    #expect(status.output.contains("points lost"))

    try cluster.restartNode("n4")
    let again = try kosh(command, on: cluster)
    #expect(again.output.hasPrefix("submitted job "))
    #expect(try wait(cluster, seconds: 120) { $0.contains("200 of 200 points done") })
    #expect(try kosh(["sweep", "collect", "s"], on: cluster).status == 0)
    #expect(work.text("s/results.csv") == work.text("whole/results.csv"))
    #expect(work.lines("s/results.csv").count == 401)
  }

  @Test func `what Slurm refuses is passed on, and nothing is lost`() throws {
    try FileBytes.write(SweepTests.plan(points: 2), to: work.path("p.yaml"))
    let cluster = try SlurmCluster()
    let command = ["sweep", "p.yaml", "--out", "s", "--engine", "slurm"]
    let refused = try kosh(command + ["--partition", "none"], on: cluster)
    #expect(refused.status == 74)
    #expect(refused.errors.hasPrefix("error: 'sbatch' refused: "))
    #expect(refused.errors.contains("partition"))
    #expect(try kosh(command, on: cluster).status == 0)
    // The job that collects runs by itself.
    #expect(try wait(cluster, seconds: 60) { $0.contains("2 of 2 points done") })
    let end = Date() + 30
    while work.lines("s/results.csv").count < 5, Date() < end { usleep(200_000) }
    #expect(work.lines("s/results.csv").count == 5)
  }
}

/// Without Slurm.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct WithoutSlurmTests {
  private let work = Workspace()

  @Test func `without Slurm's commands the engine says so`() throws {
    try FileBytes.write(SweepTests.plan(points: 2), to: work.path("p.yaml"))
    let outcome = try work.kosh(
      ["sweep", "p.yaml", "--out", "s", "--engine", "slurm"], environment: ["PATH": "/nowhere"])
    #expect(outcome.status == 74)
    #expect(
      outcome.errors
        == "error: 'squeue' is not here. Submit from a machine with Slurm's commands, or use "
        + "--engine local.\n")
  }

  @Test func `options of Slurm are refused for the local engine`() throws {
    let outcome = try work.kosh(["sweep", "p.yaml", "--chunk", "5"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("are for --engine slurm."))
  }
}
