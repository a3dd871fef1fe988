import ArgumentParser
import Cluster
import Experiments
import Foundation
import Kernel
import Results
import ScenarioFile

/// `kosh sweep status DIR`
struct SweepStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Says how many points of a sweep are done, failed and missing.",
    discussion: """
      For a sweep on Slurm, it also says how many tasks wait and run, and how many points were lost \
      with tasks that ended early; the command that began the sweep submits those again.

      Exits with 0 when no point is missing, 1 otherwise.

      Example: kosh sweep status Output/runs/informality-morris
      """)

  @Argument(help: "A sweep's folder.", completion: .directory)
  var folder: String

  @Option(help: "Format of the output.")
  var format = FormatArgument.text

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    let (totals, jobs) = try orExit {
      let opened = try SweepFolder.open(folder)
      let records = try SweepRecords(opened)
      var totals = SweepTotals(points: records.pointCount, tornLines: records.tornLines)
      for point in 0..<records.pointCount {
        switch try records.record(point)?.content {
        case .runs: totals.done += 1
        case .failed: totals.failed += 1
        case nil: break
        }
      }
      let slurm = SlurmSweep(opened)
      let jobs =
        slurm.exists
        ? try slurm.status(records, now: Date().timeIntervalSince1970) : nil
      return (totals, jobs)
    }
    try StandardOutput.write(SweepWords.totals(totals, path: folder, jobs: jobs, format: format))
    if totals.missing > 0 { throw Exit.no }
  }
}

/// `kosh sweep collect DIR`
struct SweepCollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Merges what a sweep's processes computed into results.csv and results.sqlite.",
    discussion: """
      The files hold a row for each point, replicate and policy, in their order; points that \
      failed are in failures.csv. Exits with 1 while points are missing or where some failed, 74 \
      where two processes contradict each other.

      Example: kosh sweep collect Output/runs/informality-morris
      """)

  @Argument(help: "A sweep's folder.", completion: .directory)
  var folder: String

  @Option(help: "Format of the output.")
  var format = FormatArgument.text

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    let sweep = try FolderSweep.load(folder)
    let totals = try orExit {
      let opened = try SweepFolder.open(folder, taken: true)
      return try SweepCollection(opened, SweepRecords(opened), sweep.layout).write()
    }
    try StandardOutput.write(SweepWords.totals(totals, path: folder, format: format))
    if totals.missing + totals.failed > 0 { throw Exit.no }
  }
}

/// `kosh sweep shard DIR`
struct SweepShardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shard",
    abstract: "Computes one part of a sweep, for any scheduler that gives an index.",
    discussion: """
      Shard I of N has the points I, I + N, I + 2N and so on; points that any shard has done are \
      skipped. Make the folder with 'kosh sweep PLAN --out DIR --prepare', and call 'kosh sweep \
      collect DIR' when all shards are done.

      Exits as 'kosh sweep' does.

      Example: kosh sweep shard m --index 0 --of 4
      """)

  @Argument(help: "A sweep's folder.", completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("Number of the shard, from 0.", valueName: "i"))
  var index: Int

  @Option(help: ArgumentHelp("Number of shards in all.", valueName: "n"))
  var of: Int

  @Option(
    help: ArgumentHelp(
      "Number of threads; by default the cores this process may use.", valueName: "n"))
  var threads: Int?

  @Flag(help: "Compute although another build of Kosh began the sweep.")
  var acceptBuild = false

  @Flag(help: "Do not show progress.")
  var quiet = false

  mutating func validate() throws {
    if of < 1 { throw ValidationError("--of is \(of). Write a number of at least 1.") }
    if !(0..<of).contains(index) {
      throw ValidationError("--index is \(index). Write a number from 0 to \(of - 1).")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads). Write a number from 1 to 1024.")
    }
  }

  func run() throws {
    Interruption.listen()
    let sweep = try FolderSweep.load(folder)
    try orExit {
      let opened = try SweepFolder.open(folder)
      try opened.checkBuild(accept: acceptBuild)
      let records = try SweepRecords(opened)
      let missing = records.missing.filter { $0 % of == index }
      let process = ProcessInfo.processInfo
      let session = SweepSession(
        sweep, opened, points: missing, doubtful: records.doubtful,
        name: "shard-\(index)-of-\(of).\(process.hostName)-\(process.processIdentifier)",
        threads: threads ?? AvailableCores.count)
      try compute(session, quiet: quiet)
      try StandardOutput.write("shard \(index) of \(of): \(missing.count) points computed")
    }
  }
}

/// The sweep of a folder, from the plan that it keeps.
enum FolderSweep {
  static func load(_ folder: String) throws -> Sweep {
    try orExit {
      let opened = try SweepFolder.open(folder)
      do {
        let sweep = try Sweep(
          PlanLoader.load(path: opened.planPath, indicators: Sweep.indicators, isKept: true))
        guard sweep.points.count == opened.manifest.points else {
          throw SweepFault.otherPoints(
            path: folder, theirs: opened.manifest.points, plan: sweep.points.count)
        }
        return sweep
      } catch let faults as ScenarioFaults {
        StandardError.write(faults.description)
        throw faults.exitCode
      }
    }
  }
}
