import Foundation
import Results
import Testing

/// Who asks a run to stop before it has begun, by another signal, or twice.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct InterruptionTests {
  private let work = Workspace()

  /// A run that waits for its scenario, from a pipe, until it is told to go on.
  private func waiting(_ arguments: [String]) throws -> (running: Running, pipe: FileHandle) {
    let pipe = work.path("pipe.yaml")
    #expect(mkfifo(pipe, 0o600) == 0)
    let running = try Program.start(arguments, in: work.path)
    var descriptor: Int32 = -1
    // A pipe that nobody reads yet cannot be opened so.
    running.wait {
      descriptor = open(pipe, O_WRONLY | O_NONBLOCK)
      return descriptor >= 0
    }
    return (running, FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
  }

  @Test(arguments: [
    ["run", "pipe.yaml", "--scale", "1:1000", "--out", "d"],
    ["run", "pipe.yaml", "--scale", "1:1000", "--out", "d", "--replicates", "3", "--quiet"],
  ])
  func `Interrupted before the first day, a run ends with 130 and one line, and leaves nothing`(
    arguments: [String]
  ) throws {
    let (running, pipe) = try waiting(arguments)
    kill(running.process.processIdentifier, SIGINT)
    // The signal is taken before the scenario is there.
    Thread.sleep(forTimeInterval: 0.1)
    let text = "kosh: 1\nname: A\nquestion: B?\nextends: \(Program.baseline)\n"
    try pipe.write(contentsOf: Data(text.utf8))
    try pipe.close()
    let outcome = running.outcome
    #expect(outcome.status == 130)
    #expect(outcome.errors == "interrupted before the first day: nothing was written\n")
    #expect(outcome.output == "")
    #expect(try work.names(".") == ["pipe.yaml"])
  }

  @Test func `Interrupted while a state is read, at any moment, a run ends with 130`() throws {
    _ = try work.run("half", scale: "1:100", until: "2005-01-31", ["--save-state", "2005-01-31"])
    for moment in 0..<12 {
      let running = try Program.start(
        [
          "run", Program.baseline, "--scale", "1:100", "--from-state", "half/state.kosh", "--out",
          "rest", "--force", "--quiet",
        ], in: work.path)
      Thread.sleep(forTimeInterval: 0.008 * Double(moment))
      kill(running.process.processIdentifier, SIGINT)
      let outcome = running.outcome
      #expect(outcome.status == 130, "moment \(moment): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count <= 1)
    }
  }

  @Test func `A terminal that is closed is like being asked to end, unless nohup says otherwise`()
    throws
  {
    let settings = [
      "run", Program.baseline, "--scale", "1:100", "--audit", "daily", "--save-state",
      "2005-02-28", "--quiet",
    ]
    let running = try Program.start(settings + ["--out", "part"], in: work.path)
    running.wait { work.size("part/state.kosh.partial") > 0 }
    kill(running.process.processIdentifier, SIGHUP)
    #expect(running.outcome.status == 129)
    let manifest = try work.manifest("part")
    #expect(!manifest.complete && manifest.lastDay != nil)

    let stubborn = try Program.start(
      ["-c", "trap '' HUP; exec \"$@\"", "sh", Program.path] + settings
        + ["--until", "2005-03-31", "--out", "whole"], in: work.path, program: "/bin/sh")
    stubborn.wait { work.size("whole/state.kosh.partial") > 0 }
    kill(stubborn.process.processIdentifier, SIGHUP)
    #expect(stubborn.outcome.status == 0)
    #expect(try work.manifest("whole").complete)
  }

  @Test func `What a second Ctrl-C leaves is told, and taken away with force`() throws {
    let settings = ["run", Program.baseline, "--scale", "1:100", "--out", "d", "--quiet"]
    let running = try Program.start(
      settings + ["--audit", "daily", "--save-state", "2005-02-28"], in: work.path)
    running.wait { work.size("d/state.kosh.partial") > 0 }
    for _ in 0..<2 {
      kill(running.process.processIdentifier, SIGINT)
      Thread.sleep(forTimeInterval: 0.002)
    }
    let ended = running.outcome
    #expect(ended.status == 130)
    // Between the two it may have come to its end.
    guard !Manifest.isPresent(folder: work.path("d")) else { return }
    #expect(try work.names("d").filter { $0 != FolderLock.fileName } == ["state.kosh.partial"])
    let short = ["--until", "2005-01-31"]
    let refused = try work.kosh(settings + short)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("holds what a run left that was ended while it wrote"))
    #expect(try work.kosh(settings + short + ["--force"]).status == 0)
    #expect(try !work.names("d").contains { $0.hasSuffix(".partial") })
  }
}
