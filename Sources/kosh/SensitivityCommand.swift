import ArgumentParser
import Experiments
import Kernel
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
      together. A saltelli design gives Sobol indices: the share of the variance that each \
      factor explains. Both come with bootstrap intervals, and a sentence where the sample is too small.

      With --outcome and --prefer it compares the policies instead, on any design: in how many \
      futures each is best, its regret, and which factors decide.

      It writes sensitivity.html and sensitivity.csv, or policies.html and policies.csv, into the \
      folder: a page with charts that opens offline, and all numbers in full. Exits with 1 if a sample \
      is too small to rank the factors, or lacks a part.

      Example: kosh sensitivity Output/runs/informality-morris --outcome informal_2007
      """)

  @Argument(help: "A sweep's folder.", completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("Analyse only this outcome.", valueName: "name"))
  var outcome: String?

  @Option(help: ArgumentHelp("Analyse only this policy.", valueName: "name"))
  var policy: String?

  @Option(help: "Compare the policies: high if more of the outcome is better, low if less is.")
  var prefer: PolicyComparison.Preference?

  @Option(help: "Format of the output: text, markdown or json.")
  var format = TableFormatArgument.text

  @Option(help: ArgumentHelp("Language of the page: en, ru or kk.", valueName: "code"))
  var language = Language.en

  @OptionGroup var quiet: QuietArgument

  mutating func validate() throws {
    if prefer != nil, outcome == nil {
      throw ValidationError("--prefer needs an outcome. Write --outcome NAME.")
    }
    if prefer != nil, policy != nil {
      throw ValidationError("--prefer compares all policies. Leave --policy out.")
    }
  }

  func run() throws {
    let sweep = try FolderSweep.load(folder)
    if let prefer, let outcome {
      let found = try asked(sweep) { try $0.policies(outcome: outcome, prefer: prefer) }
      let page = SensitivityPage(sweep, found, outcome: outcome, prefer: prefer, Words(language))
      try show(
        found.tables(outcome, prefer: prefer), found.json(outcome, prefer: prefer), found.csv, page,
        as: "policies")
      return
    }
    let answers = try asked(sweep) { try $0.answers(outcome: outcome, policy: policy) }
    try show(
      answers.map(\.table), .array(answers.map(\.json)), SensitivityStudy.Answer.csv(answers),
      SensitivityPage(sweep, answers, Words(language)), as: "sensitivity")
    if answers.contains(where: { $0.warning != nil }) { throw Exit.no }
  }

  private func show(
    _ tables: [StudyTable], _ json: JSON, _ csv: [UInt8], _ page: SensitivityPage, as name: String
  ) throws {
    let path = "\(folder)/\(name)"
    try orExit {
      try FolderLock.holding(folder) { lock in
        warn(ifWithoutLocks: lock, folder)
        try FileBytes.replace(csv, at: path + ".csv")
        try FileBytes.replace(page.html, at: path + ".html")
      }
    }
    switch format {
    case .text:
      try StandardOutput.write(
        tables.map(\.text).joined(separator: "\n\n") + "\n\n" + path + ".html")
    case .markdown:
      try StandardOutput.write(tables.map(\.markdown).joined(separator: "\n\n"))
    case .json: try StandardOutput.write(json.text, terminator: "")
    }
  }

  /// What the folder's sweep answers; a question that it cannot answer is wrong usage.
  private func asked<Answer>(
    _ sweep: Sweep, _ question: (SensitivityStudy) throws -> Answer
  ) throws -> Answer {
    try orExit {
      let study = SensitivityStudy(sweep, try SweepRecords(SweepFolder.open(folder)))
      do {
        return try question(study)
      } catch let fault as SensitivityStudy.Fault {
        StandardError.write("\(folder): error: \(fault)")
        throw Exit.usage
      }
    }
  }
}

extension PolicyComparison.Preference: ExpressibleByArgument {}
