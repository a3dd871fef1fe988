import ArgumentParser
import Experiments
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

  @OptionGroup var arguments: SearchArguments

  func run() throws {
    Interruption.listen()
    let plan = try arguments.kept.arguments.plan(arguments.kept.plan, isMatch: true)
    let session = try orExit { try WorldSession(plan, threads: arguments.kept.workers) }
    let most = session.search.match.mostRuns
    if arguments.dryRun {
      return try arguments.forecast(session.sweep.plan, session.sweep, most: most)
    }
    let (path, report) = try orExit(.out) {
      let (path, folder) = try arguments.kept.begin(plan, points: most)
      let found = try arguments.watch {
        try session.run(in: folder, keepsGoing: $0, progress: $1)
      }
      let report = WorldReport(plan, found)
      try FileBytes.replace(report.csv, at: path + "/worlds.csv")
      try FileBytes.replace(report.json.text, at: path + "/worlds.json")
      try FileBytes.replace(SensitivityPage(session.sweep, report).html, at: path + "/report.html")
      return (path, report)
    }
    // The page has all of every table.
    let tables = [report.course, report.targets, report.pairs, report.emulators]
    switch arguments.format {
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
}
