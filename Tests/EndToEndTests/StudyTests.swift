import Foundation
import Testing

/// `kosh study` and each of its options.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct StudyCommandTests {
  private let work = Workspace()

  private func study(_ arguments: [String]) throws -> Program.Outcome {
    try work.kosh(["study"] + arguments + ["--scenario", Program.baseline])
  }

  @Test func `Without a name the studies are listed`() throws {
    let outcome = try work.kosh(["study"])
    #expect(outcome.status == 0)
    let names = outcome.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(
      names == [
        "baseline-2006", "evidence", "levers", "scale-agreement", "drift",
        "held-drivers", "wage-curve", "speed",
        "regression-gate", "gate-power", "pairing", "calibration-recovery", "coverage",
        "sweep-speed", "sweep-nodes",
      ])
  }

  @Test func `The baseline is judged row by row, and the exit code is the answer`() throws {
    let outcome = try study([
      "baseline-2006", "--scale", "1:1000", "--replicates", "2", "--seed", "3", "--threads", "1",
    ])
    #expect(outcome.status == (outcome.output.contains("misses") ? 1 : 0))
    #expect(outcome.output.contains("South Kazakhstan, of the labour force"))
    #expect(outcome.errors.contains("replicate 1, until 2006-12-31, 1 thread\n"))
    // A country without work for a third of its people is not the documented one.
    let other = try study([
      "baseline-2006", "--scale", "1:1000", "--quiet", "--set",
      "behaviour.demand.posts_level=0.7",
    ])
    #expect(other.status == 1)
    #expect(other.errors == "")
  }

  @Test func `Scales are compared with the largest, as Markdown too`() throws {
    let outcome = try study([
      "scale-agreement", "--scales", "1:2000,1:1000", "--replicates", "2", "--format", "markdown",
      "--quiet",
    ])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("### Scale 0.0005 against scale 0.001, mean of 2006"))
    #expect(outcome.output.contains("| native_unemployment_rate |"))
  }

  @Test func `Speed is told in every length and with one and two threads, as JSON too`() throws {
    let outcome = try study([
      "speed", "--scale", "1:2000", "--until", "2006-01-31", "--replicates", "1", "--format",
      "json", "--quiet",
    ])
    #expect(outcome.status == 0)
    let read = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let tables = try #require(read as? [[String: Any]])
    #expect(tables.count == 2)
    #expect((tables[0]["rows"] as? [Any])?.count == 4)
  }

  @Test(arguments: [
    ["dance"], ["drift", "--replicates", "0"], ["drift", "--scales", "1:10,2"],
    ["drift", "--scales", ""], ["drift", "--scales", "1:10", "--scale", "1:10"],
    ["speed", "--until", "2004-01-01"],
  ])
  func `Wrong usage ends with 64`(arguments: [String]) throws {
    #expect(try study(arguments).status == 64)
  }

  @Test func `An interrupted study prints no table`() throws {
    let running = try Program.start(
      ["study", "drift", "--scale", "1", "--scenario", Program.baseline], in: work.path)
    Thread.sleep(forTimeInterval: 1)
    running.process.interrupt()
    let outcome = running.outcome
    #expect(outcome.status == 130)
    #expect(outcome.output == "")
  }
}
