import Foundation
import Kernel
import Results
import TestSupport
import Testing

/// `--save-state` and `--from-state`.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct SavedStateTests {
  private let work = Workspace()

  @Test func `A run from a state has the unbroken run's digest and files, on other threads too`()
    throws
  {
    _ = try work.run("whole")
    let saved = try work.run("half", until: "2005-02-28", ["--save-state", "2005-02-17"])
    #expect(saved.status == 0, "\(saved.errors)")
    #expect(try work.names("half").contains("state.kosh"))
    for threads in ["1", "3"] {
      let outcome = try work.run(
        "rest\(threads)", ["--from-state", "half/state.kosh", "--threads", threads])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try work.digest("rest\(threads)") == work.digest("whole"))
      for file in ["national.csv", "daily.csv", "cells.csv", "scenario.yaml"] {
        #expect(work.text("rest\(threads)/\(file)") == work.text("whole/\(file)"))
      }
      let (rest, whole) = (try work.manifest("rest\(threads)"), try work.manifest("whole"))
      #expect(rest.events == whole.events && rest.personDays == whole.personDays)
    }
  }

  @Test func `Another law is taken from the day after, and refused before it`() throws {
    let variant = Program.root + "/Scenarios/minimum-wage-2007.yaml"
    for (out, date) in [("early", "2006-12-31"), ("late", "2007-01-01")] {
      #expect(try work.run(out, until: "2007-02-28", ["--save-state", date]).status == 0)
    }
    _ = try work.run("whole", scenario: variant, until: "2007-02-28")
    let branch = ["--from-state", "early/state.kosh"]
    #expect(try work.run("branch", scenario: variant, until: "2007-02-28", branch).status == 0)
    #expect(try work.digest("branch") == work.digest("whole"))
    let refused = try work.run(
      "no", scenario: variant, until: "2007-02-28", ["--from-state", "late/state.kosh"])
    #expect(refused.status == 65)
    #expect(
      refused.errors
        == "late/state.kosh: error: the state holds the past up to 2007-01-01, but this scenario's "
        + "may differ from 2007-01-01 on. Use the scenario that saved it, or one that differs "
        + "later.\n")
    #expect(!FileManager.default.fileExists(atPath: work.path("no")))
  }

  @Test func `A cut, altered or foreign file is told in a sentence, with 65`() throws {
    _ = try work.run("half", ["--save-state", "2005-02-17"])
    let bytes = try #require(FileManager.default.contents(atPath: work.path("half/state.kosh")))
    func outcome(_ bytes: Data) throws -> Program.Outcome {
      try FileBytes.write(Array(bytes), to: work.path("bad.kosh"))
      return try work.run("rest", ["--from-state", "bad.kosh"])
    }
    for count in [12, 20, 200, bytes.count / 2, bytes.count - 1] {
      let cut = try outcome(bytes.prefix(count))
      #expect(cut.status == 65)
      #expect(cut.errors.contains("the state ends too soon"))
    }
    for place in [30, 5000, bytes.count / 3, bytes.count - 100, bytes.count - 1] {
      var altered = bytes
      altered[place] ^= 1
      let outcome = try outcome(altered)
      #expect(outcome.status == 65, "\(place)")
    }
    var altered = bytes
    altered[bytes.count - 100] ^= 1
    #expect(try outcome(altered).errors.contains("the state was altered: its checksum is wrong"))
    #expect(try outcome(bytes + [0]).errors.contains("altered"))
    #expect(try outcome(Data("kosh: 1\n".utf8)).errors.contains("this is not a state of Kosh"))
    #expect(try work.run("rest", ["--from-state", "nowhere"]).status == 65)
    #expect(!FileManager.default.fileExists(atPath: work.path("rest")))
  }

  @Test func `Another seed or scale is another past`() throws {
    _ = try work.run("half", ["--save-state", "2005-02-17"])
    let from = ["--from-state", "half/state.kosh"]
    #expect(try work.run("a", from + ["--seed", "3"]).status == 65)
    #expect(try work.run("a", scale: "1:500", from).status == 65)
    #expect(try work.run("a", until: "2005-02-16", from).status == 65)
    #expect(try work.run("a", until: "2005-02-17", from).status == 0)
  }

  @Test(arguments: [
    ["--save-state", "2004-12-31"], ["--save-state", "2005-05-01"], ["--save-state", "soon"],
    ["--save-state", "2005-02-01", "--replicates", "2"],
  ])
  func `A date outside the run is wrong usage`(arguments: [String]) throws {
    #expect(try work.run("a", arguments).status == 64)
  }

  @Test func `Cells that were not kept cannot be had later`() throws {
    _ = try work.run("half", ["--save-state", "2005-02-17", "--cells", "none"])
    let from = ["--from-state", "half/state.kosh"]
    let refused = try work.run("a", from)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("was saved with --cells none. Add --cells none"))
    #expect(try work.run("a", from + ["--cells", "none"]).status == 0)
  }
}
