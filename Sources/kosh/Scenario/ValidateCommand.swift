import ArgumentParser
import Kernel
import ScenarioFile

/// `kosh scenario validate FILE…`
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks scenario files and reports every fault at once.",
    discussion: """
      Faults and warnings go to standard error, FILE:LINE:COLUMN each. Exits with 65 if a file has \
      faults, 74 if it cannot be read, 0 otherwise.

      Example: kosh scenario validate \(ShippedCase.baseline)
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Scenario files.", completion: .yaml)
  var scenarios: [String]

  @OptionGroup var set: OverrideOptions

  @Option(help: "text, or json: an array of findings on standard output.")
  var format = Format.text

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    var worst: ExitCode?
    var findings: [Diagnostic] = []
    for path in scenarios {
      let loaded: LoadedScenario
      do throws(ScenarioFaults) {
        loaded = try ScenarioLoader.load(path: path, overrides: set.overrides)
      } catch {
        findings += error.diagnostics
        if format == .text { StandardError.write(error.description) }
        worst = worst == Exit.files ? worst : error.exitCode
        continue
      }
      findings += loaded.warnings
      if format == .text {
        for warning in loaded.warnings { StandardError.write(warning.description) }
        let count = loaded.inputs.measures.count + loaded.inputs.amendments.count
        try StandardOutput.write("\(path): valid, \(count) measures")
      }
    }
    if format == .json { try StandardOutput.write(Self.json(findings).text, terminator: "") }
    if let worst { throw worst }
  }

  private static func json(_ findings: [Diagnostic]) -> JSON {
    .array(
      findings.map {
        .object([
          ("file", .text($0.place.file)), ("line", .integer($0.place.line)),
          ("column", .integer($0.place.column)), ("severity", .text($0.severity.rawValue)),
          ("message", .text($0.sentence)),
        ])
      })
  }
}
