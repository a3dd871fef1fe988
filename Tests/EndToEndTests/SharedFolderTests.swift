import Foundation
import Results
import TestSupport
import Testing

/// Two processes and one folder: one of them has it.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct SharedFolderTests {
  private let work = Workspace()
  private static let sentence = "another process of Kosh works in this folder."

  /// Starts a command that works for a while in `folder`, and waits until it has it.
  private func busy(_ arguments: [String], folder: String) throws -> Running {
    let running = try Program.start(arguments, in: work.path)
    running.wait { work.size("\(folder)/\(FolderLock.fileName)") >= 0 && isLocked(folder) }
    return running
  }

  private func isLocked(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: work.path("\(folder)/\(FolderLock.fileName)"))
  }

  private static let long = [
    "--scale", "1:100", "--audit", "daily", "--quiet", "--threads", "1",
  ]

  @Test func `Of two runs in one folder, however it is spelled, the second is refused at once`()
    throws
  {
    try FileManager.default.createDirectory(
      atPath: work.path("d"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: work.path("link"), withDestinationPath: "d")
    let first = try busy(
      ["run", Program.baseline, "--until", "2005-03-31", "--out", "d"] + Self.long, folder: "d")
    for spelling in ["d", "d/", "./d", "link", "link/", "d/../d"] {
      for force in [[], ["--force"]] {
        let refused = try work.run(spelling, force)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("\(spelling): error: \(Self.sentence)"))
        #expect(refused.errors.split(separator: "\n").count == 1)
      }
    }
    let inside = try Program.run(
      ["run", Program.baseline, "--scale", "1:1000", "--out", "."], in: work.path("d"))
    #expect(inside.status == 64 && inside.errors.contains(Self.sentence))
    #expect(first.process.isRunning)
    let outcome = first.outcome
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try work.manifest("d").complete)
    #expect(!isLocked("d"))
  }

  @Test func `A killed process bars nobody from its folder`() throws {
    let first = try busy(
      ["run", Program.baseline, "--out", "d"] + Self.long, folder: "d")
    kill(first.process.processIdentifier, SIGKILL)
    #expect(first.outcome.status == 128 + SIGKILL)
    #expect(isLocked("d"))
    #expect(try work.run("d").status == 0)
    #expect(!isLocked("d"))
  }

  @Test func `Comparisons, sweeps and expectations have their folders for themselves too`() throws {
    try FileBytes.write(SweepTests.plan(points: 200), to: work.path("p.yaml"))
    let variant = Program.root + "/Scenarios/no-amnesty.yaml"
    let commands: [(folder: String, first: [String], others: [[String]])] = [
      (
        "c", ["compare", Program.baseline, variant, "--scale", "1:100", "--out", "c", "--quiet"],
        [["compare", Program.baseline, variant, "--scale", "1:1000", "--out", "c", "--force"]]
      ),
      (
        "s", ["sweep", "p.yaml", "--out", "s", "--quiet"],
        [["sweep", "p.yaml", "--out", "s"], ["sweep", "collect", "s"]]
      ),
      (
        "e",
        [
          "check", "--update", "--expected", "e", "--replicates", "200", Program.baseline,
        ], [["check", "--update", "--expected", "e", Program.baseline]]
      ),
    ]
    for (folder, first, others) in commands {
      let running = try busy(first, folder: folder)
      for other in others {
        let refused = try work.kosh(other)
        #expect(refused.status == 64 || refused.status == 74, "\(other): \(refused.errors)")
        #expect(
          refused.errors.contains(Self.sentence)
            || refused.errors.contains("this is not a sweep's folder"), "\(refused.errors)")
      }
      #expect(running.process.isRunning)
      kill(running.process.processIdentifier, SIGKILL)
      _ = running.outcome
    }
  }

  @Test func `Nobody reports on a run that is being replaced`() throws {
    _ = try work.run("d")
    let first = try busy(
      ["run", Program.baseline, "--out", "d", "--force"] + Self.long, folder: "d")
    let refused = try work.kosh(["report", "d"])
    #expect(refused.status == 64)
    #expect(refused.errors == "d: error: \(Self.sentence) Wait for its end.\n")
    kill(first.process.processIdentifier, SIGKILL)
    _ = first.outcome
    #expect(try work.kosh(["report", "d"]).status == 0)
  }

  @Test(.tags(.slow))
  func `Two runs that begin at any of twenty moments of one another leave one's results whole`()
    throws
  {
    for moment in 0..<20 {
      let command = [
        "run", Program.baseline, "--scale", "1:1000", "--until", "2005-06-30", "--threads", "1",
        "--quiet", "--force", "--out", "d", "--seed",
      ]
      let first = try Program.start(command + ["2"], in: work.path)
      Thread.sleep(forTimeInterval: 0.01 * Double(moment))
      let second = try Program.start(command + ["3"], in: work.path)
      let outcomes = [first.outcome, second.outcome]
      let statuses = outcomes.map(\.status)
      #expect(statuses.contains(0), "\(moment): \(outcomes)")
      #expect(statuses.allSatisfy { $0 == 0 || $0 == 64 }, "\(moment): \(outcomes)")
      let manifest = try work.manifest("d")
      // Both end well only one after the other; then the folder is the last one's.
      #expect(manifest.complete && statuses[manifest.seed - 2] == 0)
      #expect(work.text("d/scenario.yaml").contains("seed: \(manifest.seed)"))
      #expect(try RunDatabase.read(folder: work.path("d")).months.count == 6)
      #expect(try !work.names("d").contains { $0.hasSuffix(".partial") })
    }
  }
}
