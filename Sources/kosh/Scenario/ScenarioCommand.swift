import ArgumentParser

/// `kosh scenario …`: everything about scenario files that needs no simulation.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract: "Checks, prints, compares and creates scenario files.",
    subcommands: [
      ValidateCommand.self, ShowCommand.self, KeysCommand.self, SchemaCommand.self,
      LawCommand.self, DiffCommand.self, NewCommand.self,
    ])
}
