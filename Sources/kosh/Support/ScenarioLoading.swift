import ArgumentParser
import Results
import ScenarioFile

/// The exit codes of every command.
enum Exit {
  /// The answer is no.
  static let no = ExitCode(1)
  /// A bad scenario or data file.
  static let badData = ExitCode(65)
  /// Files or disk.
  static let files = ExitCode(74)
}

extension CompletionKind {
  /// Scenarios and plans, for shells that complete.
  static var yaml: CompletionKind { .file(extensions: ["yaml", "yml"]) }
}

/// `--set`, as every command that reads a scenario has it.
struct OverrideOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Set a value, as in behaviour.demand.response=1; repeatable, checked like the file.",
      valueName: "key=value"))
  var overrides: [String] = []
}

extension LoadedScenario {
  /// Loads a scenario for a command: faults and warnings go to standard error, a line each.
  ///
  /// - Parameter isCompared: whether what is set over a variant's own keys is refused later, so that a warning
  ///   would say it twice.
  /// - Throws: The exit code, 65 for faults in what was read, 74 if the file itself cannot be.
  static func forCommand(
    _ path: String, overrides: [String] = [], isCompared: Bool = false
  ) throws -> LoadedScenario {
    do {
      let loaded = try ScenarioLoader.load(path: path, overrides: overrides)
      for warning in loaded.warnings { StandardError.write(warning.description) }
      for path in overrides.map(Overrides.path) where !isCompared && !path.hasPrefix("run.") {
        guard let place = loaded.ownPlace(of: path) else { continue }
        StandardError.write(
          "\(place): warning: '\(path)' is what this variant sets, and --set replaces it.")
      }
      let unknown = UnknownEvidence.among(loaded.evidence + loaded.fit, loaded.inputs.country)
      for fault in unknown { StandardError.write("\(path): \(fault)") }
      if !unknown.isEmpty { throw Exit.badData }
      return loaded
    } catch let error as ScenarioFaults {
      StandardError.write(error.description)
      throw error.exitCode
    }
  }
}

extension ScenarioFaults {
  var exitCode: ExitCode { isUnreadable ? Exit.files : Exit.badData }
}
