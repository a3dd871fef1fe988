import ArgumentParser
import ScenarioFile

/// `kosh scenario show FILE`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "Prints a scenario in full: all that it extends, its tables and any overrides, in one file.",
    discussion: """
      What is printed is a scenario too: it runs from anywhere, with the same digest.

      Example: kosh scenario show Scenarios/flat-tax-never.yaml --set run.seed=7
      """)

  @Argument(help: "A scenario file.", completion: .yaml)
  var scenario: String

  @OptionGroup var set: OverrideOptions

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    let loaded = try LoadedScenario.forCommand(scenario, overrides: set.overrides)
    try StandardOutput.write(loaded.resolvedText, terminator: "")
  }
}
