import ArgumentParser
import Experiments
import Reporting
import Results
import ScenarioFile

/// `kosh sensitivity DIR`
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Ranks the factors of a sweep by how much they drive its outcomes.",
    discussion: """
      A morris design gives elementary effects: few runs, a ranking, and which factors act \
      together. A saltelli design gives Sobol indices: the part of the variance that each factor \
      is behind. Both come with bootstrap intervals, and a sentence where the sample is too small.

      Writes sensitivity.html into the folder, a page with charts that opens offline. Exits with 1 \
      if a sample is too small to rank the factors.

      Example: kosh sensitivity Output/runs/informality-morris --outcome informal_2007
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Argument(help: "A sweep's folder.")
  var folder: String

  @Option(help: ArgumentHelp("This outcome alone.", valueName: "name"))
  var outcome: String?

  @Option(help: ArgumentHelp("Under this policy alone.", valueName: "name"))
  var policy: String?

  @Option(help: "text, markdown or json.")
  var format = Format.text

  func run() throws {
    let sweep = try FolderSweep.load(folder)
    let answers = try orExit {
      let study = SensitivityStudy(sweep, try SweepRecords(SweepFolder.open(folder)))
      do {
        return try study.answers(outcome: outcome, policy: policy)
      } catch let fault as SensitivityStudy.Fault {
        StandardError.write("\(folder): error: \(fault)")
        throw Exit.usage
      }
    }
    let page = folder + "/sensitivity.html"
    try orExit { try FileBytes.replace(SensitivityPage(sweep, answers).html, at: page) }
    let tables = answers.map(\.table)
    switch format {
    case .text: print(tables.map(\.text).joined(separator: "\n\n") + "\n\n" + page)
    case .markdown: print(tables.map(\.markdown).joined(separator: "\n\n"))
    case .json: print(JSONText.array(tables.map(\.json)).text)
    }
    if answers.contains(where: { $0.warning != nil }) { throw Exit.no }
  }
}
