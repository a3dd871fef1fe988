import ArgumentParser
import Cluster
import Experiments
import Kernel
import ScenarioFile

/// `kosh study NAME`
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Reproduces a table of the documentation; without a name, lists the studies.",
    discussion: """
      Exits with 1 if a study's results lie outside its tolerances. Tables go to standard output, \
      progress to standard error.

      Example: kosh study \(ShippedCase.study) --scale 1:100
      """)

  @Argument(help: "The name of the study.", completion: .list(StudyCommand.studies.map(\.name)))
  var name: String?

  @Option(help: ArgumentHelp("The scenario to study.", valueName: "file"))
  var scenario = ShippedCase.baseline

  @OptionGroup var world: WorldArguments

  @Option(
    help: ArgumentHelp(
      "Scales to compare, separated by commas; --scale is for one.", valueName: "1:n,…"))
  var scales: String?

  @Option(
    help: ArgumentHelp(
      "Runs for each scale; of timings the best of so many counts.", valueName: "n"))
  var replicates: Int?

  @Option(help: "Format of the output: text, markdown or json.")
  var format = TableFormatArgument.text

  @Flag(help: "Do not show progress.")
  var quiet = false

  /// Every study, that of the shipped baseline first and that of the cluster last.
  private static var studies: [Study] {
    [.baseline(named: ShippedCase.study)] + Study.all + [.sweepNodes]
  }

  mutating func validate() throws {
    if let name, !Self.studies.contains(where: { $0.name == name }) {
      throw ValidationError(
        "'\(name)' is not a study. Write one of \(Self.studies.map(\.name).joined(separator: ", "))."
      )
    }
    if let replicates, !(1...1000).contains(replicates) {
      throw ValidationError("--replicates is \(replicates). Write a number from 1 to 1000.")
    }
    guard let scales else { return }
    if world.scale != nil { throw ValidationError("Write either --scale or --scales.") }
    if parsed(scales) == nil {
      throw ValidationError("--scales is '\(scales)'. Write scales such as 1:10,1:100.")
    }
  }

  func run() throws {
    guard let study = Self.studies.first(where: { $0.name == name }) else {
      let width = Self.studies.map(\.name.count).max() ?? 0
      for study in Self.studies {
        try StandardOutput.write(study.name.padded(to: width) + "  " + study.question)
      }
      return
    }
    Interruption.listen()
    let loaded = try LoadedScenario.forCommand(scenario, overrides: world.overrides)
    try world.checkUntil(loaded.inputs)
    let tables = try answer(study, loaded)
    switch format {
    case .text: try StandardOutput.write(tables.map(\.text).joined(separator: "\n\n"))
    case .markdown: try StandardOutput.write(tables.map(\.markdown).joined(separator: "\n\n"))
    case .json: try StandardOutput.write(JSON.array(tables.map(\.json)).text, terminator: "")
    }
    if tables.contains(where: { $0.holds == false }) { throw Exit.no }
  }

  private func answer(_ study: Study, _ loaded: LoadedScenario) throws -> [StudyTable] {
    let chosen = scales.flatMap(parsed) ?? world.scale.map { [$0.value] }
    var settings = StudySettings(
      loaded, scales: chosen ?? study.scales,
      replicates: replicates ?? study.replicates, workers: world.workers, until: world.until)
    if !quiet { settings.progress = { StandardError.write($0) } }
    settings.keepsGoing = { Interruption.signalNumber == nil }
    do {
      return try orExit { try study.tables(settings) }
    } catch is StudyInterrupted {
      throw Exit.interrupted(by: Interruption.signalNumber ?? 2)
    }
  }

  private func parsed(_ scales: String) -> [Double]? {
    let all = scales.split(separator: ",", omittingEmptySubsequences: false)
      .map { ScaleArgument(argument: String($0))?.value }
    let values = all.compactMap { $0 }
    return values.count == all.count && !values.isEmpty ? values : nil
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
