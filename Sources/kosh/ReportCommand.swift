import ArgumentParser
import Reporting
import Results

/// `kosh report DIR`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Rebuilds the page of a run or comparison from its results, and prints its table.",
    discussion: """
      Nothing is simulated; only the page and the data of its charts are written in the folder.

      Example: kosh report Output/runs/kazakhstan-2006-2006
      """)

  @Argument(help: "The folder of a run or a comparison.")
  var folder: String

  @Option(help: "Format of the output.")
  var format = FormatArgument.text

  func run() throws {
    try orExit(hasOut: false) {
      if ComparisonManifest.isPresent(folder: folder) { return try rebuildComparison() }
      let results = try RunDatabase.read(folder: folder)
      let page = folder + "/report.html"
      try FileBytes.replace(RunPage(results).html, at: page)
      try ChartFile.replace(RunPage(results).chartFiles, in: folder)
      switch format {
      case .text:
        print(HeadlineText.text(results, page: page, withEvidence: true), terminator: "")
      case .json: print(HeadlineJSON.json(results, folder: folder).text, terminator: "")
      }
    }
  }

  private func rebuildComparison() throws {
    let results = try ComparisonDatabase.read(folder: folder)
    let page = folder + "/report.html"
    try FileBytes.replace(ComparisonPage(results).html, at: page)
    try ChartFile.replace(ComparisonPage(results).chartFiles, in: folder)
    switch format {
    case .text: print(ComparisonText.text(results, page: page), terminator: "")
    case .json: print(ComparisonJSON.json(results, folder: folder).text, terminator: "")
    }
  }
}
