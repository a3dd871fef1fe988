import Foundation
import Results
import TestSupport
import Testing

/// What `--force` takes away: what Kosh wrote and nothing reads, and not a file more.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct ForceTests {
  private let work = Workspace()
  private let files = FileManager.default
  private static let variant = Program.root + "/Scenarios/stock-low.yaml"

  private func compare(_ out: String, _ more: [String] = []) throws -> Program.Outcome {
    try work.kosh(
      [
        "compare", Program.baseline, Self.variant, "--scale", "1:1000", "--until", "2005-01-31",
        "--replicates", "2", "--quiet", "--out", out,
      ] + more)
  }

  private func write(_ name: String) throws {
    let folder = (work.path(name) as NSString).deletingLastPathComponent
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileBytes.write("mine", to: work.path(name))
  }

  /// Asserts that a command is refused for the sake of a file, and leaves it and the run.
  private func expectSpared(
    _ name: String, _ mine: String, _ command: () throws -> Program.Outcome
  ) throws {
    let outcome = try command()
    #expect(outcome.status == 64)
    #expect(
      outcome.errors
        == "\(name): error: --force would take away '\(mine)', which Kosh did not write. Move that "
        + "elsewhere, or name another folder with --out.\n")
    #expect(work.text("\(name)/\(mine)") == "mine" || mine.hasSuffix("/"))
    #expect(files.fileExists(atPath: work.path(name + "/manifest.json")))
  }

  @Test func `A comparison spares a user's folder that is named like one of its own`() throws {
    _ = try work.run("d", until: "2005-01-31")
    try write("d/scenarios/mine.yaml")
    let outcome = try compare("d", ["--force"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--force would take away 'scenarios'"))
    #expect(work.text("d/scenarios/mine.yaml") == "mine")
    #expect(try work.manifest("d").complete)
    // A run has no such folder, so it is in nobody's way.
    #expect(try work.run("d", until: "2005-01-31", ["--force"]).status == 0)
    #expect(work.text("d/scenarios/mine.yaml") == "mine")
  }

  @Test func `What users put into folders of Kosh's is named, and spared`() throws {
    _ = try work.run("d", until: "2005-01-31")
    try write("d/charts/mine.csv")
    try expectSpared("d", "charts/mine.csv") { try work.run("d", ["--force"]) }
    try expectSpared("d", "charts/mine.csv") { try compare("d", ["--force"]) }
    // Nor does a new page take it away.
    #expect(try work.kosh(["report", "d"]).status == 0)
    #expect(work.text("d/charts/mine.csv") == "mine")

    _ = try compare("c")
    for mine in ["scenarios/mine.yaml", "scenarios/mine/scenario.yaml", "charts/deep/mine.csv"] {
      try write("c/" + mine)
      let outcome = try work.run("c", ["--force"])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(mine))
      #expect(try compare("c", ["--force"]).status == 64)
      #expect(work.text("c/" + mine) == "mine")
      let top = mine.split(separator: "/").prefix(2).joined(separator: "/")
      try files.removeItem(atPath: work.path("c/" + top))
    }
    #expect(try compare("c", ["--force"]).status == 0)
  }

  @Test func `Force replaces a run by a comparison and a comparison by a run, and leaves no rest`()
    throws
  {
    _ = try work.run("d", until: "2005-01-31")
    try write("d/notes.txt")
    #expect(try compare("d", ["--force"]).status == 0)
    #expect(try !work.names("d").contains("daily.csv") && work.names("d").contains("notes.txt"))
    #expect(try work.run("d", until: "2005-01-31", ["--force"]).status == 0)
    let names = try work.names("d")
    #expect(!names.contains("plan.json") && !names.contains("scenarios"))
    #expect(names.contains("notes.txt"))
    #expect(try work.manifest("d").complete)
  }

  @Test func `A run killed while it wrote is taken away by force, and by nothing else`() throws {
    for name in ["scenario.yaml", "national.csv", "daily.csv", "results.sqlite", "report.html"] {
      try write("d/\(name).partial")
    }
    let refused = try work.run("d")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("holds what a run left that was ended while it wrote"))
    #expect(try work.run("d", until: "2005-01-31", ["--force"]).status == 0)
    #expect(try !work.names("d").contains { $0.hasSuffix(".partial") })
    // With a file of somebody else's beside them they are not Kosh's alone.
    try write("e/scenario.yaml.partial")
    try write("e/thesis.doc")
    #expect(try work.run("e", ["--force"]).status == 64)
    // A scenario alone is a user's.
    try write("f/scenario.yaml")
    #expect(try work.run("f", ["--force"]).status == 64)
    #expect(work.text("f/scenario.yaml") == "mine")
  }

  @Test func `A comparison of other scenarios that was begun and killed is taken away by force`()
    throws
  {
    try write("c/plan.json")
    try write("c/finished-runs/a-0.run.partial")
    #expect(try compare("c").status == 64)
    #expect(try compare("c", ["--force"]).status == 0)
  }

  @Test func `What a run reads is not replaced by it`() throws {
    _ = try work.run("s", ["--save-state", "2005-02-28"])
    let digest = try work.digest("s")
    func expectRefused(_ input: String, _ outcome: Program.Outcome) {
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--force would take away \(input), which is read here."))
    }
    let from = ["--from-state", "s/state.kosh", "--force"]
    try expectRefused("s/state.kosh", work.run("s", from))
    try expectRefused("s/state.kosh", work.run("./s/", from))
    try expectRefused("s/scenario.yaml", work.run("s", scenario: "s/scenario.yaml", ["--force"]))
    _ = try work.run("t")
    try expectRefused("t", work.kosh(["compare", "s", "t", "--out", "t", "--force"]))
    try expectRefused("s", work.kosh(["compare", "s", "t", "--out", "s", "--force"]))
    #expect(try work.digest("s") == digest)
    #expect(try work.names("s").contains("state.kosh"))
  }

  @Test func `A state of a day that is over is not kept again, and the run that was there stands`()
    throws
  {
    _ = try work.run("s", ["--save-state", "2005-02-28"])
    _ = try work.run("r")
    let digest = try work.digest("r")
    for date in ["2005-02-28", "2005-01-31"] {
      let outcome = try work.run(
        "r", ["--from-state", "s/state.kosh", "--save-state", date, "--force"])
      #expect(outcome.status == 64)
      #expect(
        outcome.errors
          == "error: --save-state \(date) is over: s/state.kosh is of 2005-02-28. Write a later "
          + "date, or use that state.\n")
    }
    #expect(try work.digest("r") == digest)
    let later = ["--from-state", "s/state.kosh", "--save-state", "2005-03-31", "--force"]
    #expect(try work.run("r", later).status == 0)
    #expect(try work.names("r").contains("state.kosh"))
  }
}
