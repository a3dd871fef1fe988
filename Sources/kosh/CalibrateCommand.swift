import ArgumentParser
import Experiments
import Foundation
import Kernel
import Results
import ScenarioFile

/// `kosh calibrate PLAN`
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fits uncertain values to targets, and says how well the targets determine them.",
    discussion: """
      The plan's factors are free within their ranges; its targets have a value and a tolerance. A \
      global search discards implausible values, then a simplex search starts from the best; all \
      runs use the same random draws. If it is interrupted, the same command with the same --out \
      resumes it. The folder then holds calibrated.yaml, a scenario that extends the base.

      Exits with 0 when every target is met, 1 if not, and otherwise as 'kosh sweep' does.

      Example: kosh calibrate Scenarios/plans/calibrate-level.yaml --out c
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Argument(help: "A plan file with targets.", completion: .yaml)
  var plan: String

  @OptionGroup var arguments: SweepArguments

  @Option(
    help: ArgumentHelp(
      "The calibration's folder; an unfinished one of the same plan is resumed. By default a new one: "
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
    let plan = try arguments.plan(self.plan, isCalibration: true)
    if dryRun {
      let text = try orExit { try forecast(plan) }
      try StandardOutput.write(text, terminator: format == .json ? "" : "\n")
      return
    }
    let stem = ((self.plan as NSString).lastPathComponent as NSString).deletingPathExtension
    let (path, report) = try orExit(.out) {
      let session = try CalibrationSession(plan, threads: arguments.world.workers)
      let path = try out ?? SweepFolder.fresh(stem)
      let folder = try SweepFolder.begin(
        plan, points: session.calibration.mostEvaluations, at: path,
        acceptBuild: arguments.acceptBuild)
      warn(ifWithoutLocks: folder.lock, path)
      let report = CalibrationReport(plan, try fit(session, folder))
      try FileBytes.replace(
        report.scenario(extending: RelativePath.from(path, to: plan.basePath)),
        at: path + "/calibrated.yaml")
      return (path, report)
    }
    switch format {
    case .text:
      try StandardOutput.write(report.tables.map(\.text).joined(separator: "\n\n") + "\n" + path)
    case .markdown:
      try StandardOutput.write(report.tables.map(\.markdown).joined(separator: "\n\n"))
    case .json: try StandardOutput.write(report.json.text, terminator: "")
    }
    if !report.holds { throw Exit.no }
  }

  private func forecast(_ plan: Plan) throws -> String {
    let session = try CalibrationSession(plan, threads: arguments.world.workers)
    let most = session.calibration.mostEvaluations
    let forecast = SweepForecast(session.sweep, points: most, threads: arguments.world.workers)
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

  private func fit(
    _ session: CalibrationSession, _ folder: SweepFolder
  ) throws -> Calibration.Result {
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
    }
  }
}

/// One path as seen from a folder.
enum RelativePath {
  static func from(_ folder: String, to file: String) -> String {
    func parts(_ path: String) -> [String] {
      let absolute =
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
      return (absolute as NSString).standardizingPath.split(separator: "/").map(String.init)
    }
    let (start, end) = (parts(folder), parts(file))
    let shared = zip(start, end).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - shared)
    return (up + end[shared...]).joined(separator: "/")
  }
}
