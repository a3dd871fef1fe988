import Foundation
import Results
import TestSupport
import Testing

/// Shards under another scheduler than Slurm, as the article on schedulers says.
@Suite(
  .enabled(if: Program.isBuilt, "needs swift build -c release"),
  .enabled(
    if: Tools.path(of: "parallel") != nil || Tools.areNeeded,
    "GNU parallel is not here: .ci/setup installs it"))
struct ParallelTests {
  private let work = Workspace()

  @Test func `GNU parallel computes shards that collect to the local engine's bytes`() throws {
    try FileBytes.write(SweepTests.plan(points: 24), to: work.path("p.yaml"))
    #expect(try work.kosh(["sweep", "p.yaml", "--out", "whole"]).status == 0)
    #expect(try work.kosh(["sweep", "p.yaml", "--out", "s", "--prepare"]).status == 0)
    let recipe = "seq 0 5 | parallel --jobs 3 $KOSH sweep shard s --index {} --of 6 --threads 1"
    let said = try Program.run(
      ["-c", recipe], in: work.path, environment: ["KOSH": Program.path], program: "/bin/sh")
    #expect(said.status == 0, "\(said.errors)")
    for index in 0..<6 { #expect(said.output.contains("shard \(index) of 6: 4 points computed")) }
    #expect(try work.kosh(["sweep", "collect", "s"]).status == 0)
    #expect(work.text("s/results.csv") == work.text("whole/results.csv"))
  }
}
