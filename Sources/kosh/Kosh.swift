import ArgumentParser

/// The command line: one file per subcommand, each parses, calls and prints.
@main
struct Kosh: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kosh",
    abstract: "Simulates a country's labour market, person by person, under migration policy.",
    subcommands: [
      RunCommand.self, CompareCommand.self, SweepCommand.self, SensitivityCommand.self,
      CalibrateCommand.self, CheckCommand.self, ScenarioCommand.self,
      ReportCommand.self,
      TraceCommand.self,
      StudyCommand.self, VersionCommand.self,
    ])
}
