import ArgumentParser
import Reporting
import Results

/// `kosh report DIR`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Rebuilds the page of a run or comparison from its results, and prints its table.",
    discussion: """
      Nothing is simulated; only the page and the data of its charts are written in the folder, or the \
      brief beside it.

      Example: kosh report \(ShippedCase.run)
      """)

  @Argument(help: "The folder of a run or a comparison.", completion: .directory)
  var folder: String

  @Option(help: "Format of the output.")
  var format = FormatArgument.text

  @Flag(
    help:
      "Make the brief of a comparison, two pages of paper, as brief.html; the page stays as it is.")
  var brief = false

  @Option(help: ArgumentHelp("Language of the page: en, ru or kk.", valueName: "code"))
  var language = Language.en

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    try orExit {
      if ComparisonManifest.isPresent(folder: folder) { return try rebuildComparison() }
      let results = try RunDatabase.read(folder: folder)
      if brief {
        StandardError.write(
          "\(folder): error: a brief is of a comparison. Leave --brief out, or name a folder of kosh compare."
        )
        throw Exit.usage
      }
      let page = folder + "/report.html"
      let made = RunPage(results, words: Words(language))
      try replace(made.html, made.chartFiles, at: page)
      switch format {
      case .text:
        try StandardOutput.write(
          HeadlineText.text(results, page: page, withEvidence: true), terminator: "")
      case .json:
        try StandardOutput.write(HeadlineJSON.json(results, folder: folder).text, terminator: "")
      }
    }
  }

  /// The charts' numbers first: which are there is known by the page that is there.
  private func replace(_ html: String, _ charts: [ChartFile], at page: String) throws {
    try FolderLock.holding(folder) { lock in
      warn(ifWithoutLocks: lock, folder)
      try ChartFile.replace(charts, in: folder)
      try FileBytes.replace(html, at: page)
    }
  }

  private func rebuildComparison() throws {
    let results = try ComparisonDatabase.read(folder: folder)
    let made = ComparisonPage(results, words: Words(language), isBrief: brief)
    let page = folder + (brief ? "/brief.html" : "/report.html")
    if brief {
      try FolderLock.holding(folder) { lock in
        warn(ifWithoutLocks: lock, folder)
        try FileBytes.replace(made.html, at: page)
      }
    } else {
      try replace(made.html, made.chartFiles, at: page)
    }
    switch format {
    case .text: try StandardOutput.write(ComparisonText.text(results, page: page), terminator: "")
    case .json:
      try StandardOutput.write(ComparisonJSON.json(results, folder: folder).text, terminator: "")
    }
  }
}
