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

  @Test func `Points for which there is no memory are left for last, and never called failed`()
    throws
  {
    try FileBytes.write(SweepTests.plan(points: 3), to: work.path("p.yaml"))
    let sweep = ["sweep", "p.yaml", "--out", "s", "--quiet"]
    // More often than what ends a process may, before it is doubted.
    for _ in 0..<4 {
      let outcome = try work.kosh(sweep, environment: ["SLURM_MEM_PER_NODE": "20"])
      #expect(outcome.status == 74)
      #expect(tellsShortage(outcome.errors), "\(outcome.errors)")
      #expect(outcome.output == "0 of 3 points done, 3 missing\ns\n")
      #expect(work.text("s/failures.csv") == "point,error\n")
    }
    #expect(try work.kosh(sweep).output == "3 of 3 points done\ns\n")
    let calibrate = try work.kosh(
      [
        "calibrate", Program.root + "/Scenarios/plans/calibrate-level.yaml", "--scale", "1:1000",
        "--out", "c", "--quiet",
      ], environment: ["SLURM_MEM_PER_NODE": "20"])
    #expect(calibrate.status == 74)
    #expect(tellsShortage(calibrate.errors), "\(calibrate.errors)")
  }

  @Test func `A comparison for which there is no memory says so before it simulates`() throws {
    let outcome = try work.shell(
      "ulimit -v 600000; $KOSH compare $BASE '\(Program.root)/Scenarios/stock-low.yaml' --until 2005-01-31 --out c --quiet"
    )
    #expect(outcome.status == 74)
    #expect(tellsShortage(outcome.errors), "\(outcome.errors)")
  }

  @Test(.tags(.slow)) func `Sixteen replicates take no more memory than four`() throws {
    func peak(_ replicates: Int) throws -> Int {
      let outcome = try work.run(
        "d\(replicates)", until: "2007-12-31", ["--replicates", "\(replicates)", "--quiet"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try work.manifest("d\(replicates)").peakMemoryBytes
    }
    let (few, many) = (try peak(4), try peak(16))
    print("peak memory of 4 replicates \(few >> 20) MiB, of 16 \(many >> 20) MiB")
    #expect(Double(many) < 1.25 * Double(few))
    #expect(work.lines("d16/replicates.csv").count == 1 + 16 * 36)
  }
}
