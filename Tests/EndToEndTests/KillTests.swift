import Foundation
import Kernel
import Results
import TestSupport
import Testing

/// Commands killed without a word, at moments drawn over all of their work: the same command goes on, and
/// leaves the same bytes.
///
/// Six moments a command, from seed 2006, are part of every run of the tests. `KOSH_KILLS=50` and
/// `KOSH_KILL_SEED=…` ask for more, and for others.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct KillTests {
  private let work = Workspace()

  /// How often each command is killed, and by whose luck.
  private static let moments = number("KOSH_KILLS") ?? 6
  private static let seed = number("KOSH_KILL_SEED") ?? 2006

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }

  /// What a command leaves that must not depend on how often it was killed.
  private struct Trial {
    var name: String
    /// Without `--out`.
    var command: [String]
    var files: [String]
    /// What may lie in the folder in the end.
    var names: Set<String>
  }

  /// Kills a command at a moment of its work, sometimes twice or thrice, lets it end, and looks at what is left.
  private func test(_ trial: Trial) throws {
    let start = Machine.wallSeconds
    let whole = try work.kosh(trial.command + ["--out", "whole"])
    var seconds = Machine.wallSeconds - start
    #expect(whole.status == 0, "\(whole.output)\(whole.errors)")
    let luck = Luck(seed: UInt64(Self.seed), replicate: 0)
    var deaths = 0
    for moment in 0..<Self.moments {
      let out = "killed-\(moment)"
      for attempt in 0...moment % 3 {
        let part = luck.uniform(UInt32(moment), UInt32(attempt), occasion: 0)
        let began = Machine.wallSeconds
        let running = try Program.start(trial.command + ["--out", out], in: work.path)
        Thread.sleep(forTimeInterval: seconds * part)
        kill(running.process.processIdentifier, SIGKILL)
        if running.outcome.status == 128 + SIGKILL {
          deaths += 1
        } else {
          // It was through before its moment came: the machine is less busy than at first.
          seconds = min(seconds, Machine.wallSeconds - began)
        }
      }
      let again = try work.kosh(trial.command + ["--out", out])
      let which = "\(trial.name), seed \(Self.seed), moment \(moment)"
      #expect(again.status == 0, "\(which): \(again.output)\(again.errors)")
      for file in trial.files {
        #expect(work.text("\(out)/\(file)") == work.text("whole/\(file)"), "\(which): \(file)")
        #expect(!work.text("\(out)/\(file)").isEmpty, "\(which): \(file)")
      }
      let left = Set(try work.names(out)).subtracting(trial.names)
      #expect(left.isEmpty, "\(which): \(left.sorted())")
      try FileManager.default.removeItem(atPath: work.path(out))
    }
    print("\(trial.name): seed \(Self.seed), \(Self.moments) moments, \(deaths) deaths")
    #expect(deaths >= Self.moments / 2)
  }

  @Test func `a sweep that is killed goes on to the same bytes`() throws {
    try FileBytes.write(SweepTests.plan(points: 40), to: work.path("p.yaml"))
    try test(
      Trial(
        name: "sweep", command: ["sweep", "p.yaml", "--threads", "2", "--quiet"],
        files: ["results.csv", "failures.csv", "problem.json", "plan.yaml", "sweep.json"],
        names: [
          "failures.csv", "parts", "plan.yaml", "problem.json", "results.csv", "results.sqlite",
          "scenarios", "sweep.json",
        ]))
  }

  @Test func `a calibration that is killed goes on to the same bytes`() throws {
    try FileBytes.write(CalibrateTests.plan(unemployment: "9 %"), to: work.path("p.yaml"))
    try test(
      Trial(
        name: "calibrate", command: ["calibrate", "p.yaml", "--threads", "2", "--quiet"],
        files: ["calibrated.yaml", "plan.yaml", "sweep.json"],
        names: ["calibrated.yaml", "parts", "plan.yaml", "scenarios", "sweep.json"]))
  }

  @Test func `a comparison that is killed goes on to the same bytes`() throws {
    try test(
      Trial(
        name: "compare",
        command: [
          "compare", Program.baseline, Program.root + "/Scenarios/sanctions-x5.yaml", "--scale",
          "1:4000", "--until", "2006-02-28", "--replicates", "4", "--threads", "2", "--quiet",
        ],
        files: [
          "differences.csv", "evidence.csv", "plan.json", "scenarios/sanctions-x5/replicates.csv",
        ],
        names: [
          "charts", "differences.csv", "evidence.csv", "manifest.json", "plan.json", "report.html",
          "results.sqlite", "scenarios",
        ]))
  }
}
