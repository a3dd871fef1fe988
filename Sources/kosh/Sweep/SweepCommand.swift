import ArgumentParser

/// `kosh sweep …`: many points of a plan, and what is done with them.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Simulates the points of a plan; resumes where it was interrupted.",
    discussion: """
      'kosh sweep PLAN' is 'kosh sweep run PLAN'.

      Example: kosh sweep Scenarios/plans/informality-morris.yaml --dry-run
      """,
    subcommands: [
      SweepRunCommand.self, SweepStatusCommand.self, SweepCollectCommand.self,
      SweepShardCommand.self,
    ],
    defaultSubcommand: SweepRunCommand.self)
}
