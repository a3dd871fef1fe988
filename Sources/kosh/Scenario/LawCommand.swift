import ArgumentParser
import Kernel
import ScenarioFile

/// `kosh scenario law FILE --on DATE`
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law",
    abstract: "Prints the law in force on a day, and where each value comes from.",
    discussion: """
      Of several measures of a kind, those that rule on that day are printed, with what amendments make of them. \
      Taxes and fines in index units are as the law has them; the amounts of the day stand in the tables (scenario show).

      Example: kosh scenario law Scenarios/enforcement-x3.yaml --on 2007-03-01
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "A scenario file.", completion: .yaml)
  var scenario: String

  @Option(name: .customLong("on"), help: "The day, as 2020-08-01.")
  var day: Day

  @OptionGroup var set: OverrideOptions

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    let law = LawOnDay(
      try LoadedScenario.forCommand(scenario, overrides: set.overrides).inputs, on: day)
    switch format {
    case .text:
      try StandardOutput.write(
        law.laws.isEmpty ? "no measure holds\n" : law.text, terminator: "")
    case .json: try StandardOutput.write(law.json.text, terminator: "")
    }
  }
}
