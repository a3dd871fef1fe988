import Foundation
import Results
import TestSupport
import Testing

/// The folder of a sweep or a calibration, however it is spelled and whatever is in it.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct SweepFolderTests {
  private let work = Workspace()

  private func write(points: Int = 2) throws {
    try FileBytes.write(
      """
      kosh-plan: 1
      name: Small
      question: Which folder?
      base: \(Program.baseline)
      set: {run.scale: 1:2000, run.burn_in: 0 months}
      until: 2005-01-31
      design: {kind: latin-hypercube, points: \(points)}
      factors: {behaviour.demand.response: range}
      outcomes: {v: {indicator: vacancies, at: 2005-01}}

      """, to: work.path("p.yaml"))
  }

  private func prepare(_ out: String) throws -> Program.Outcome {
    try work.kosh(["sweep", "p.yaml", "--quiet", "--prepare", "--out", out])
  }

  private func make(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: work.path(name), withIntermediateDirectories: true)
  }

  @Test func `a folder behind a link, with a slash, empty or the one one stands in is taken`()
    throws
  {
    try write()
    try make("real")
    try make("empty")
    try make("here")
    try FileManager.default.createSymbolicLink(
      atPath: work.path("link"), withDestinationPath: work.path("real"))
    for out in ["new/", "empty/", "link"] {
      let outcome = try prepare(out)
      #expect(outcome.status == 0, "\(out): \(outcome.errors)")
    }
    #expect(try work.names("real") == ["parts", "plan.yaml", "scenarios", "sweep.json"])
    let here = try Program.run(
      ["sweep", "../p.yaml", "--quiet", "--out", "."], in: work.path("here"))
    #expect(here.status == 0, "\(here.errors)")
    #expect(work.lines("here/results.csv").count == 3)
    // All of them are found again.
    #expect(try prepare("link/").status == 0)
  }

  @Test func `an empty name is wrong usage`() throws {
    try write()
    for command in ["sweep", "calibrate"] {
      #expect(try work.kosh([command, "p.yaml", "--out", ""]).status == 64)
    }
  }

  @Test func `a folder with something else in it is refused without advice that does not exist`()
    throws
  {
    try write()
    try make("full/scenarios")
    try FileBytes.write("mine", to: work.path("full/scenarios/mine.txt"))
    let outcome = try prepare("full")
    #expect(outcome.status == 64)
    #expect(!outcome.errors.contains("--force"))
    #expect(outcome.errors.contains("the folder is not empty, and holds no sweep"))
    #expect(work.text("full/scenarios/mine.txt") == "mine")
  }

  @Test func `a beginning that was killed is begun again`() throws {
    try write()
    #expect(try prepare("a").status == 0)
    let whole = work.text("a/sweep.json")
    // As a process leaves it that dies between two of its files.
    try make("a/sweep.partial")
    try FileManager.default.moveItem(
      atPath: work.path("a/sweep.json"), toPath: work.path("a/sweep.partial/sweep.json"))
    #expect(try work.kosh(["sweep", "status", "a"]).status == 74)
    #expect(try prepare("a").status == 0)
    #expect(work.text("a/sweep.json") == whole)
    #expect(try work.names("a") == ["parts", "plan.yaml", "scenarios", "sweep.json"])
  }

  @Test func `of processes that begin one sweep at once one has it, and the others are told so`()
    throws
  {
    try write()
    try make("a")
    let running = try (0..<6).map { _ in
      try Program.start(["sweep", "p.yaml", "--quiet", "--prepare", "--out", "a"], in: work.path)
    }
    let outcomes = running.map(\.outcome)
    #expect(outcomes.contains { $0.status == 0 })
    for outcome in outcomes where outcome.status != 0 {
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("another process of Kosh works in this folder"))
    }
    #expect(try work.names("a") == ["parts", "plan.yaml", "scenarios", "sweep.json"])
  }
}

/// Slurm's commands, put on by scripts that say what they are told to.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct PlayedSlurmTests {
  private let work = Workspace()

  private func write() throws {
    try FileBytes.write(
      """
      kosh-plan: 1
      name: Many
      question: Into how many tasks?
      base: \(Program.baseline)
      set: {run.scale: 1:2000}
      until: 2005-01-31
      design: {kind: latin-hypercube, points: 2000}
      factors: {behaviour.demand.response: range}
      outcomes: {v: {indicator: vacancies, at: 2005-01}}

      """, to: work.path("p.yaml"))
  }

  private func play(_ name: String, _ script: String) throws {
    let folder = work.path("bin")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileBytes.write("#!/bin/sh\n\(script)\n", to: "\(folder)/\(name)")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
  }

  private func submit(_ chunk: String) throws -> Program.Outcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try work.kosh(
      ["sweep", "p.yaml", "--out", "s", "--engine", "slurm", "--chunk", chunk],
      environment: ["PATH": work.path("bin") + ":" + path])
  }

  @Test func `after a refusal the sweep is cut anew, as asked`() throws {
    try write()
    try play(
      "sbatch",
      """
      echo "$*" >> "$0.log"
      case "$*" in *--array=0-1000*) echo "job submit limit" >&2; exit 1;; esac
      echo 7
      """)
    try play("squeue", "exit 0")
    try play("scontrol", "echo 'MaxArraySize = 1001'")
    let refused = try submit("1")
    #expect(refused.status == 74)
    #expect(refused.errors.contains("job submit limit"))
    #expect(try submit("10").status == 0)
    #expect(work.text("bin/sbatch.log").contains("--array=0-199 "))
    #expect(work.text("s/slurm/task.sh").contains("--of 200 "))
  }

  @Test func `where tasks are queued the cut stays, and that is said`() throws {
    try write()
    try play("sbatch", "echo 'Message of the day'\necho 7")
    try play("squeue", "echo 'News of 2 nodes'\necho '7|0|RUNNING'")
    try play("scontrol", "echo 'MaxArraySize = 1001'")
    // The first submission finds job 7 in the queue, which is not yet the sweep's.
    let first = try submit("10")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasPrefix("submitted job 7 with 200 tasks for 2000 points"))
    let again = try submit("5")
    #expect(again.status == 0)
    #expect(again.errors.contains("note: --chunk 5 is not used"))
    #expect(work.text("s/slurm/task.sh").contains("--of 200 "))
  }

  @Test func `an array whose collecting job is refused does not seem refused`() throws {
    try write()
    try play(
      "sbatch", "case \"$*\" in *-collect*) echo 'no more jobs' >&2; exit 1;; esac\necho 7")
    try play("squeue", "exit 0")
    try play("scontrol", "exit 1")
    let outcome = try submit("10")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("submitted job 7 with 200 tasks for 2000 points\n"))
    #expect(outcome.errors.contains("the job that would collect was not submitted"))
    #expect(outcome.errors.contains("'kosh sweep collect s'"))
  }
}
