import ArgumentParser
import Experiments
import Foundation
import Kernel
import Reporting
import Results
import ScenarioFile

/// `kosh worlds PLAN`
struct WorldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worlds",
    abstract:
      "Finds plausible worlds: sets of assumptions under which the model gives the documented facts.",
    discussion: """
      Every value of the base with a range is free, but for those that the plan leaves out. Emulators rule \
      out what misses the plan's targets; from what is left each world is solved for, simulated, and kept if \
      it meets every target within the plan's cut. If it is interrupted, the same command with the same \
      --out resumes it. The folder then holds worlds.csv, which a scenario names under 'tables: worlds:', \
      and report.html.

      Exits with 0 when there are worlds, 1 if there is none, and otherwise as 'kosh sweep' does.

      Example: kosh worlds Scenarios/plans/worlds-2006.yaml --scale 1:1000 --out w
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Argument(help: "A plan file with targets.", completion: .yaml)
  var plan: String

  @OptionGroup var arguments: SweepArguments

  @Option(
    help: ArgumentHelp(
      "The search's folder; an unfinished one of the same plan is resumed. By default a new one: "
        + "Output/runs/PLAN.", valueName: "dir"))
  var out: String?

  @Flag(help: "Print free values, targets and the expected time; simulate nothing.")
  var dryRun = false

  @Option(help: "Format of the output: text, markdown or json.")
  var format = Format.text

  @Flag(help: "Do not show progress.")
  var quiet = false

  mutating func validate() throws {
    if let out, out.isEmpty { throw ValidationError("--out is empty. Name a folder.") }
  }

  func run() throws {
    Interruption.listen()
    let plan = try arguments.plan(self.plan, isMatch: true)
    let session = try orExit { try WorldSession(plan, threads: arguments.world.workers) }
    if dryRun {
      return try StandardOutput.write(forecast(session), terminator: format == .json ? "" : "\n")
    }
    let stem = ((self.plan as NSString).lastPathComponent as NSString).deletingPathExtension
    let (path, report) = try orExit(.out) {
      let path = try out ?? SweepFolder.fresh(stem)
      let folder = try SweepFolder.begin(
        plan, points: session.search.match.mostRuns, at: path, acceptBuild: arguments.acceptBuild)
      warn(ifWithoutLocks: folder.lock, path)
      let report = WorldReport(plan, try search(session, folder))
      try FileBytes.replace(report.csv, at: path + "/worlds.csv")
      try FileBytes.replace(report.json.text, at: path + "/worlds.json")
      try FileBytes.replace(SensitivityPage(session.sweep, report).html, at: path + "/report.html")
      return (path, report)
    }
    // The page has all of every table.
    let tables = [report.course, report.targets, report.pairs, report.emulators]
    switch format {
    case .text:
      try StandardOutput.write(
        tables.map(\.text).joined(separator: "\n\n")
          + "\n\n\(report.ranges.title): see the page\n\(path)/worlds.csv\n\(path)/report.html")
    case .markdown:
      try StandardOutput.write(report.tables.map(\.markdown).joined(separator: "\n\n"))
    case .json: try StandardOutput.write(report.json.text, terminator: "")
    }
    if report.worldCount == 0 { throw Exit.no }
  }

  private func forecast(_ session: WorldSession) -> String {
    let most = session.search.match.mostRuns
    let forecast = SweepForecast(session.sweep, points: most, threads: arguments.world.workers)
    let plan = session.sweep.plan
    let tables = CalibrationReport.plan(plan)
    let words = "at most \(most) points: " + SweepWords.forecast(forecast)
    return switch format {
    case .text: tables.map(\.text).joined(separator: "\n\n") + "\n" + words
    case .markdown: tables.map(\.markdown).joined(separator: "\n\n") + "\n\n" + words
    case .json:
      JSON.object(
        CalibrationReport.planMembers(plan)
          + [("most_points", .integer(most)), ("expected", SweepWords.json(forecast))]
      ).text
    }
  }

  private func search(
    _ session: WorldSession, _ folder: SweepFolder
  ) throws -> WorldSearch.Result {
    var bar = SweepBar(quiet: quiet)
    defer { bar.end() }
    FaultRestart.listen(noting: PartLine.fault.text + "\n")
    do {
      return try session.run(
        in: folder, keepsGoing: { Interruption.signalNumber == nil }, progress: { bar.show($0) })
    } catch is SearchSession.Interrupted {
      bar.end()
      StandardError.write("interrupted. The same command resumes from there.")
      throw Exit.interrupted(by: Interruption.signalNumber ?? 2)
    } catch let fault as WorldSearchFault {
      bar.end()
      StandardError.write(fault.description)
      throw Exit.no
    }
  }
}
