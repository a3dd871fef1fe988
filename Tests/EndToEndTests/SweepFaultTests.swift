import Foundation
import Results
import TestSupport
import Testing

/// Points in which the program itself stumbles: the sweep goes on without them.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct SweepFaultTests {
  private let work = Workspace()

  /// Points that take long enough to be met.
  private func write(points: Int) throws {
    try FileBytes.write(
      SweepTests.plan(points: points).replacing("until: 2005-03-31", with: "until: 2007-12-31")
        .replacing("1:1000", with: "1:300"), to: work.path("p.yaml"))
  }

  private func sweep(_ out: String, _ more: [String] = []) throws -> Program.Outcome {
    try work.kosh(["sweep", "p.yaml", "--out", out] + more)
  }

  /// Points begun and finished, as a part says.
  private func state(_ part: String) -> (begun: Int, done: Int) {
    let lines = work.lines(part).compactMap { PartLine($0) }
    return (
      lines.count { if case .begun = $0 { true } else { false } },
      lines.count { if case .record = $0 { true } else { false } }
    )
  }

  /// Sends a sweep the signal of a broken precondition once `count` points are at work.
  private func stumble(threads: Int, whenBegun count: Int) throws -> Program.Outcome {
    let running = try Program.start(
      ["sweep", "p.yaml", "--out", "a", "--threads", "\(threads)"], in: work.path)
    running.wait {
      let state = state("a/parts/local.part")
      return state.begun - state.done == threads && state.begun >= count
    }
    kill(running.process.processIdentifier, SIGILL)
    return running.outcome
  }

  @Test(.tags(.slow))
  func `a point in which the program meets a fault of its own has failed, and the rest goes on`()
    throws
  {
    try write(points: 4)
    #expect(try sweep("whole").status == 0)
    let outcome = try stumble(threads: 1, whenBegun: 2)
    #expect(outcome.status == 1)
    #expect(outcome.output == "3 of 4 points done, 1 failed (failures.csv)\na\n")
    #expect(work.text("a/failures.csv") == "point,error\n1,\"\(SweepRecords.faultSentence)\"\n")
    #expect(work.lines("a/results.csv").count == 1 + 3 * 2)
    // The same command leaves it so; asked to, it tries again.
    #expect(try sweep("a").status == 1)
    let again = try sweep("a", ["--retry-failed"])
    #expect(again.status == 0)
    #expect(again.output == "4 of 4 points done\na\n")
    #expect(work.text("a/results.csv") == work.text("whole/results.csv"))
    #expect(work.text("a/failures.csv") == "point,error\n")
  }

  @Test(.tags(.slow))
  func `of several points at work at a fault none is blamed before it was computed alone`()
    throws
  {
    try write(points: 4)
    #expect(try sweep("whole").status == 0)
    let outcome = try stumble(threads: 2, whenBegun: 2)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(work.text("a/results.csv") == work.text("whole/results.csv"))
    let lines = work.lines("a/parts/local-2.part").compactMap { PartLine($0) }
    let begun = lines.compactMap { if case .begun(let point) = $0 { point } else { nil } }
    #expect(Set(begun.prefix(2)) == [2, 3])
    #expect(begun.suffix(2) == [0, 1])
  }

  @Test func `a point that fails again stays failed, with its first error`() throws {
    try FileBytes.write(SweepTests.failingPlan, to: work.path("p.yaml"))
    #expect(try sweep("a").status == 1)
    let failures = work.text("a/failures.csv")
    #expect(failures.contains("Swap the dates."))
    #expect(try sweep("a", ["--retry-failed"]).status == 1)
    #expect(work.text("a/failures.csv") == failures)
    #expect(try work.names("a/parts").contains("again.part"))
  }
}
