import ArgumentParser
import Foundation
import Kernel
import Results

/// The command line: one file per subcommand, each parses, calls and prints.
@main
struct Kosh: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kosh",
    abstract: "Simulates a country's labour market, person by person, under migration policy.",
    version: VersionCommand.text,
    subcommands: [
      RunCommand.self, CompareCommand.self, ServeCommand.self, SweepCommand.self,
      SensitivityCommand.self,
      CalibrateCommand.self, WorldsCommand.self, CheckCommand.self, ScenarioCommand.self,
      ReportCommand.self,
      TraceCommand.self,
      StudyCommand.self, VersionCommand.self,
    ])

  static func main() async {
    Machine.prepareStreams()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Foundation.exit(said(error).rawValue)
    }
  }

  /// Says what the parser has to say of an error (a help text, wrong usage); what commands found they have
  /// said themselves.
  private static func said(_ error: any Error) -> ExitCode {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if error is ExitCode { return code }
    if code == .failure {
      StandardError.write(
        "error: \(error). This is a fault of Kosh; please report it with the command and "
          + "'kosh version'.")
      return Exit.ours
    }
    guard code == .success else {
      StandardError.write(text)
      return code
    }
    do {
      try StandardOutput.write(text)
      return code
    } catch {
      return error as? ExitCode ?? Exit.files
    }
  }
}
