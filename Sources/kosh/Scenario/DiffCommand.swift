import ArgumentParser
import Kernel
import ScenarioFile

/// `kosh scenario diff A B`
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Prints what differs between two scenarios, one value a line.",
    discussion: """
      Values are compared after all that the files extend; comments and provenance do not count. \
      Exits with 0 whether or not something differs.

      Example: kosh scenario diff \(ShippedCase.baseline) Scenarios/flat-tax-never.yaml
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The scenario to start from.", completion: .yaml)
  var base: String

  @Argument(help: "The scenario to compare with it.", completion: .yaml)
  var variant: String

  @Option(help: "Format of the output: text or json.")
  var format = Format.text

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    let first = try LoadedScenario.forCommand(base)
    let lines = ScenarioDifference(first, try LoadedScenario.forCommand(variant)).lines
    switch format {
    case .text:
      try StandardOutput.write(
        lines.isEmpty ? "no difference" : lines.map(\.text).joined(separator: "\n"))
    case .json: try StandardOutput.write(Self.json(lines).text, terminator: "")
    }
  }

  private static func json(_ lines: [ScenarioDifference.Line]) -> JSON {
    .array(
      lines.map { line in
        let sides = [("before", line.before), ("after", line.after)]
        return .object(
          [("path", .text(line.path))]
            + sides.compactMap { name, text in text.map { (name, .text($0)) } })
      })
  }
}
