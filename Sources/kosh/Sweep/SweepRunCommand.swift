import ArgumentParser
import Experiments
import Kernel
import Results
import ScenarioFile

/// `kosh sweep PLAN`
struct SweepRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulates all points of a plan that are still missing.",
    discussion: """
      Each point is written down when it is done: after an interruption, a crash or a power cut \
      the same command with the same --out computes only what is missing, and the results are the \
      same to the byte. A point that fails is recorded with its error and does not end the sweep, \
      even one in which the program meets a fault of its own. --retry-failed tries them again.

      Exits with 0 when all points are done, 1 if some failed, 64 for wrong usage or a folder of \
      another plan, 65 for a bad plan or scenario, 74 for files, disk and Slurm, 130 or 143 when \
      interrupted.

      With --engine slurm it submits and returns; 'kosh sweep status DIR' tells how far the jobs \
      are, and the same command resubmits what was lost.

      Example: kosh sweep Scenarios/plans/informality-morris.yaml --scale 1:1000 --out m
      """)

  @OptionGroup var kept: PlanArguments

  @OptionGroup var worlds: WorldsOption

  @OptionGroup var slurm: SlurmArguments

  @Flag(help: "Print the points and the time and disk they need; simulate nothing.")
  var dryRun = false

  @Flag(help: "Compute failed points once more.")
  var retryFailed = false

  @Flag(help: "Only make the folder, for 'kosh sweep shard'.")
  var prepare = false

  @Option(help: "Format of the output at the end.")
  var format = FormatArgument.text

  @Flag(help: "Show neither forecast nor progress.")
  var quiet = false

  func run() throws {
    Interruption.listen()
    let sweep = try kept.arguments.sweep(kept.plan, worlds: worlds.worlds?.text)
    let workers = kept.workers
    if dryRun { return try forecast(sweep) }
    let (path, folder) = try orExit(.out) {
      try kept.begin(sweep.plan, points: sweep.points.count)
    }
    if retryFailed { try orExit { try SweepRecords(folder).retryFailed() } }
    if prepare {
      let count = folder.manifest.points
      switch format {
      case .text: try StandardOutput.write("\(count) points\n\(path)")
      case .json:
        try StandardOutput.write(
          JSON.object([("folder", .text(path)), ("points", .integer(count))]).compactText)
      }
      return
    }
    if slurm.engine == .slurm {
      try StandardOutput.write(orExit { try slurm.submit(sweep, folder, format) })
      return
    }
    let (totals, shortage) = try orExit(.out) {
      let records = try SweepRecords(folder)
      let missing = records.missing
      if !quiet, !missing.isEmpty {
        StandardError.write(
          SweepWords.forecast(SweepForecast(sweep, points: missing.count, threads: workers)))
      }
      let session = SweepSession(
        sweep, folder, points: missing, doubtful: records.doubtful, name: "local",
        threads: workers)
      var shortage: MemoryShortage?
      do { try compute(session, quiet: quiet) } catch let short as MemoryShortage {
        // What else there was to do is done, and collected.
        shortage = short
      }
      return (
        try SweepCollection(folder, SweepRecords(folder), sweep.layout).write(), shortage
      )
    }
    try StandardOutput.write(SweepWords.totals(totals, path: path, format: format))
    if let shortage { try orExit { throw shortage } }
    if totals.failed > 0 { throw Exit.no }
  }

  /// Says what would be simulated, and which points could not be.
  private func forecast(_ sweep: Sweep) throws {
    let forecast = SweepForecast(sweep, points: sweep.points.count, threads: kept.workers)
    let ahead = PointsAhead(sweep)
    if let warning = SweepWords.warning(ahead, of: sweep.points.count, plan: kept.plan) {
      StandardError.write(warning)
    }
    switch format {
    case .text:
      try StandardOutput.write(SweepWords.points(sweep))
      try StandardOutput.write(SweepWords.forecast(forecast))
    case .json:
      try StandardOutput.write(
        JSON.object(
          SweepWords.members(sweep) + [
            ("points_tried", .integer(ahead.tried)), ("points_failing", .integer(ahead.failing)),
            ("expected", SweepWords.json(forecast)),
          ]
        ).text, terminator: "")
    }
  }
}

/// Computes a session's points for a command, with progress on a terminal.
/// - Throws: the exit code, when interrupted; else what the session throws.
func compute(_ session: SweepSession, quiet: Bool) throws {
  var bar = SweepBar(quiet: quiet)
  defer { bar.end() }
  FaultRestart.listen(noting: PartLine.fault.text + "\n")
  let done = try session.run(
    keepsGoing: { Interruption.signalNumber == nil }, progress: { bar.show($0) })
  if let signal = Interruption.signalNumber, done.done < done.all {
    bar.end()
    StandardError.write(
      "interrupted: \(done.done) of \(done.all) points were done now. "
        + "The same command resumes from there.")
    throw Exit.interrupted(by: signal)
  }
}

/// What one may choose of a plan's runs.
struct SweepArguments: ParsableArguments {
  @OptionGroup var world: WorldArguments

  @Option(
    help: ArgumentHelp(
      "Runs of each point, each with its own random draws, instead of the plan's number.",
      valueName: "n"))
  var replicates: Int?

  @Flag(help: "Resume although another build of Kosh began the sweep.")
  var acceptBuild = false

  mutating func validate() throws {
    try ArgumentCheck.replicates(replicates)
  }

  /// The plan with its points; faults and warnings go to standard error.
  func sweep(_ path: String, worlds: String? = nil) throws -> Sweep {
    let plan = try plan(path, worlds: worlds)
    return try orExit { try Sweep(plan) }
  }

  /// The plan; faults and warnings go to standard error.
  func plan(
    _ path: String, isCalibration: Bool = false, isMatch: Bool = false, worlds: String? = nil
  ) throws -> Plan {
    do {
      let plan = try PlanLoader.load(
        path: path, overrides: world.overrides, indicators: Sweep.indicators,
        isCalibration: isCalibration, until: world.until, replicates: replicates,
        isMatch: isMatch, worlds: worlds)
      for warning in plan.warnings { StandardError.write(warning.description) }
      return plan
    } catch {
      StandardError.write(error.description)
      throw error.exitCode
    }
  }
}
