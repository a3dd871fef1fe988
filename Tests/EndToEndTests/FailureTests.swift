import Foundation
import Kernel
import Results
import Testing

/// What goes wrong, and with which exit code.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct FailureTests {
  private let work = Workspace()

  @Test(arguments: [
    ["run"], ["run", "x.yaml", "--threads", "0"], ["run", "x.yaml", "--scale", "2"],
    ["run", "x.yaml", "--scale", "1:0"], ["run", "x.yaml", "--until", "2006-02-30"],
    ["run", "x.yaml", "--replicates", "0"], ["run", "x.yaml", "--audit", "often"],
    ["run", "x.yaml", "--seed", "-1"], ["run", "x.yaml", "--nonsense"], ["dance"],
  ])
  func `Wrong usage ends with 64`(arguments: [String]) throws {
    #expect(try work.kosh(arguments).status == 64)
  }

  @Test(arguments: [
    ("--seed", "-1"), ("--threads", "-2"), ("--replicates", "-3"), ("--scale", "-1:10"),
  ])
  func `A number below nought is told as it is written, and not called missing`(
    option: String, value: String
  ) throws {
    let outcome = try work.kosh(["run", "x.yaml", option, value])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(value) && outcome.errors.contains(option))
    #expect(!outcome.errors.contains("Missing value"))
  }

  @Test func `An end before the beginning is wrong usage`() throws {
    let outcome = try work.run("a", until: "2004-12-31")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("lies before the run's first day, 2005-01-01"))
  }

  @Test func `A bad scenario ends with 65, its place named and nothing written`() throws {
    try FileBytes.write("kosh: 1\nnam: x\n", to: work.path("bad.yaml"))
    let outcome = try work.kosh(["run", "bad.yaml"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("bad.yaml:2:1: error: "))
    #expect(try work.names(".") == ["bad.yaml"])
  }

  @Test func `A scenario that is not there ends with 74`() throws {
    let outcome = try work.kosh(["run", "nowhere.yaml"])
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("nowhere.yaml"))
  }

  @Test func `A folder with something in it is refused with 64, and force is for runs alone`()
    throws
  {
    try FileManager.default.createDirectory(
      atPath: work.path("mine"), withIntermediateDirectories: true)
    try FileBytes.write("mine", to: work.path("mine/notes.txt"))
    let refused = try work.run("mine")
    #expect(refused.status == 64)
    #expect(refused.errors.hasPrefix("mine: error: the folder is not empty."))
    #expect(try work.run("mine", ["--force"]).status == 64)
    #expect(try work.names("mine") == ["notes.txt"])
  }

  @Test func `Force replaces a run`() throws {
    _ = try work.run("a")
    #expect(try work.run("a").status == 64)
    #expect(try work.run("a", until: "2005-01-31", ["--force", "--cells", "none"]).status == 0)
    #expect(work.lines("a/national.csv").count == 2)
    #expect(try !work.names("a").contains("cells.csv"))
  }

  @Test func `A full disk ends with 74 and the path, and the older run stands`() throws {
    _ = try work.run("a")
    let digest = try work.digest("a")
    // Whatever is written to this device meets a full disk.
    try FileManager.default.createSymbolicLink(
      atPath: work.path("a/national.csv.partial"), withDestinationPath: "/dev/full")
    let outcome = try work.run("a", until: "2005-01-31", ["--force"])
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("a/national.csv.partial: error: the disk is full."))
    #expect(try work.digest("a") == digest)
  }

  @Test func `A folder that cannot be made ends with 74`() throws {
    let outcome = try work.run("/proc/kosh")
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("/proc/kosh: error: cannot write"))
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func `An interrupted run is a whole run up to the last month that ended, marked as partial`(
    signal: Int32, status: Int32
  ) throws {
    // Audited daily, years of work are left when the state of the third month is written.
    let settings = ["run", Program.baseline, "--scale", "1:100"]
    let running = try Program.start(
      settings + ["--audit", "daily", "--save-state", "2005-03-31", "--out", "part"],
      in: work.path)
    running.wait { work.size("part/state.kosh.partial") > 0 }
    kill(running.process.processIdentifier, signal)
    let outcome = running.outcome
    #expect(outcome.status == status)
    #expect(outcome.output.contains("interrupted: the files hold whole months only"))
    let results = try RunDatabase.read(folder: work.path("part"))
    #expect(!results.manifest.complete)
    #expect(results.months.count == work.lines("part/national.csv").count - 1)
    #expect(try !work.names("part").contains { $0.hasSuffix(".partial") })
    let last = try #require(results.manifest.lastDay)
    #expect(last.isLastOfMonth && last < Day(year: 2010, month: 12, day: 31))
    _ = try work.kosh(settings + ["--until", "\(last)", "--out", "asked"])
    #expect(try work.digest("asked") == results.manifest.digest)
  }
}
