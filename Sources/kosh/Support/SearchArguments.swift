import ArgumentParser
import Experiments
import Foundation
import Kernel
import Results
import ScenarioFile

/// How tables are printed.
enum TableFormatArgument: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

/// A plan, what may be chosen of its runs, and the folder that keeps them.
struct PlanArguments: ParsableArguments {
  @Argument(help: "A plan file.", completion: .yaml)
  var plan: String

  @OptionGroup var arguments: SweepArguments

  @Option(
    help: ArgumentHelp(
      "The folder of results; an unfinished one of the same plan is resumed. By default a new one: "
        + "Output/runs/PLAN.", valueName: "dir"))
  var out: String?

  mutating func validate() throws { try ArgumentCheck.folder(out) }

  var workers: Int { arguments.world.workers }

  /// The folder, begun or resumed, and its path.
  /// - Throws: `FolderFault`.
  func begin(_ plan: Plan, points: Int) throws -> (path: String, folder: SweepFolder) {
    let stem = ((self.plan as NSString).lastPathComponent as NSString).deletingPathExtension
    let path = try out ?? SweepFolder.fresh(stem)
    let folder = try SweepFolder.begin(
      plan, points: points, at: path, acceptBuild: arguments.acceptBuild)
    warn(ifWithoutLocks: folder.lock, path)
    return (path, folder)
  }
}

/// What `calibrate` and `worlds` ask: both look for values under which a plan's targets are met.
struct SearchArguments: ParsableArguments {
  @OptionGroup var kept: PlanArguments

  @Flag(help: "Print free values, targets and the expected time; simulate nothing.")
  var dryRun = false

  @Option(help: "Format of the output: text, markdown or json.")
  var format = TableFormatArgument.text

  @Flag(help: "Do not show progress.")
  var quiet = false

  /// Says what a search would take.
  func forecast(_ plan: Plan, _ sweep: Sweep, most: Int) throws {
    let forecast = SweepForecast(sweep, points: most, threads: kept.workers)
    let tables = CalibrationReport.plan(plan)
    let words = "at most \(most) points: " + SweepWords.forecast(forecast)
    switch format {
    case .text:
      try StandardOutput.write(tables.map(\.text).joined(separator: "\n\n") + "\n" + words)
    case .markdown:
      try StandardOutput.write(tables.map(\.markdown).joined(separator: "\n\n") + "\n\n" + words)
    case .json:
      let expected: [JSON.Member] = [
        ("most_points", .integer(most)), ("expected", SweepWords.json(forecast)),
      ]
      try StandardOutput.write(
        JSON.object(CalibrationReport.planMembers(plan) + expected).text, terminator: "")
    }
  }

  /// Searches with progress on a terminal.
  ///
  /// - Parameter search: takes whether to go on, asked between days, and whom to tell of each run.
  /// - Throws: the exit code, when interrupted; else what the search throws.
  func watch<Found>(
    _ search: (
      _ keepsGoing: @escaping @Sendable () -> Bool,
      _ progress: @escaping (SweepSession.Progress) -> Void
    ) throws -> Found
  ) throws -> Found {
    var bar = SweepBar(quiet: quiet)
    defer { bar.end() }
    FaultRestart.listen(noting: PartLine.fault.text + "\n")
    do {
      return try search({ Interruption.signalNumber == nil }, { bar.show($0) })
    } catch is SearchSession.Interrupted {
      bar.end()
      StandardError.write("interrupted. The same command resumes from there.")
      throw Exit.interrupted(by: Interruption.signalNumber ?? 2)
    }
  }
}

/// What several commands check of their options.
enum ArgumentCheck {
  static func folder(_ out: String?) throws {
    if let out, out.isEmpty { throw ValidationError("--out is empty. Name a folder.") }
  }

  static func replicates(_ replicates: Int?) throws {
    guard let replicates, !(1...10_000).contains(replicates) else { return }
    throw ValidationError("--replicates is \(replicates). Write a number from 1 to 10000.")
  }
}
