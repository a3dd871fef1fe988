import Foundation
import Results
import TestSupport
import Testing

/// Memory that is not there, and memory that must not grow.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct MemoryTests {
  private let work = Workspace()

  /// Whether all that was said is how much memory is needed and how much is there.
  private func tellsShortage(_ errors: String) -> Bool {
    let sentence =
      /error: this takes about .+iB of memory, and .+iB are there\. A smaller --scale takes less\.\n/
    return errors.wholeMatch(of: sentence) != nil
  }

  @Test func `A run for which there is no memory says in a line what it takes, and leaves nothing`()
    throws
  {
    for options in ["", " --save-state 2005-01-31", " --replicates 2"] {
      let outcome = try work.shell(
        "ulimit -v 600000; $KOSH run $BASE --until 2005-01-31 --out r --quiet" + options)
      #expect(outcome.status == 74)
      #expect(tellsShortage(outcome.errors), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: work.path("r")))
    }
  }

  @Test func `A life for which there is no memory says so too`() throws {
    let outcome = try work.shell(
      "ulimit -v 600000; $KOSH trace $BASE --person 1 --until 2005-01-31 --quiet")
    #expect(outcome.status == 74)
    #expect(tellsShortage(outcome.errors), "\(outcome.errors)")
  }

  private func plan(_ scales: String) -> String {
    """
    kosh-plan: 1
    name: Too large
    question: q?
    base: \(Program.baseline)
    until: 2005-01-31
    design: grid
    factors: {run.scale: [\(scales)]}
    outcomes: {v: {indicator: vacancies, at: 2005-01}}

    """
  }

  @Test func `Points for which there is no memory are left for last, and never called failed`()
    throws
  {
    try FileBytes.write(plan("1:1, 1:1000, 1:500"), to: work.path("p.yaml"))
    let command = "sweep p.yaml --out s --threads 2 --quiet"
    for _ in 0..<4 {
      let outcome = try work.shell("ulimit -v 900000; $KOSH " + command)
      #expect(outcome.status == 74)
      #expect(tellsShortage(outcome.errors), "\(outcome.errors)")
      let status = try work.kosh(["sweep", "status", "s"])
      #expect(status.status == 1)
      #expect(status.output == "2 of 3 points done, 1 missing\ns\n")
    }
  }

  @Test func `A comparison for which there is no memory says so before it simulates`() throws {
    let outcome = try work.shell(
      "ulimit -v 600000; $KOSH compare $BASE $BASE --until 2005-01-31 --out c --quiet")
    #expect(outcome.status == 74)
    #expect(tellsShortage(outcome.errors), "\(outcome.errors)")
  }

  @Test(.tags(.slow)) func `Twelve replicates take no more memory than two`() throws {
    func peak(_ replicates: Int) throws -> Int {
      let outcome = try work.run(
        "d\(replicates)", until: "2010-12-31", ["--replicates", "\(replicates)", "--quiet"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try work.manifest("d\(replicates)").peakMemoryBytes
    }
    let (few, many) = (try peak(2), try peak(12))
    print("peak memory of 2 replicates \(few >> 20) MiB, of 12 \(many >> 20) MiB")
    #expect(Double(many) < 1.25 * Double(few))
    #expect(work.lines("d12/replicates.csv").count == 1 + 12 * 72)
  }
}
