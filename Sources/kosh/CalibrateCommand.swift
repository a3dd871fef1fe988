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

  @OptionGroup var arguments: SearchArguments

  func run() throws {
    Interruption.listen()
    let plan = try arguments.kept.arguments.plan(arguments.kept.plan, isCalibration: true)
    let session = try orExit { try CalibrationSession(plan, threads: arguments.kept.workers) }
    let most = session.calibration.mostEvaluations
    if arguments.dryRun { return try arguments.forecast(plan, session.sweep, most: most) }
    let (path, report) = try orExit(.out) {
      let (path, folder) = try arguments.kept.begin(plan, points: most)
      let found = try arguments.watch {
        try session.run(in: folder, keepsGoing: $0, progress: $1)
      }
      let report = CalibrationReport(plan, found)
      try FileBytes.replace(
        report.scenario(extending: RelativePath.from(path, to: plan.basePath)),
        at: path + "/calibrated.yaml")
      return (path, report)
    }
    switch arguments.format {
    case .text:
      try StandardOutput.write(report.tables.map(\.text).joined(separator: "\n\n") + "\n" + path)
    case .markdown:
      try StandardOutput.write(report.tables.map(\.markdown).joined(separator: "\n\n"))
    case .json: try StandardOutput.write(report.json.text, terminator: "")
    }
    if !report.holds { throw Exit.no }
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
