import ArgumentParser
import ScenarioFile

/// `kosh scenario keys`
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Lists every key, measure and table column with unit, range and meaning.",
    discussion: "Example: kosh scenario keys --format markdown")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Option(help: "Format of the output: text, markdown or json.")
  var format = Format.text

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    let reference = KeyReference()
    switch format {
    case .text: try StandardOutput.write(reference.text, terminator: "")
    case .markdown: try StandardOutput.write(reference.markdown, terminator: "")
    case .json: try StandardOutput.write(reference.json.text)
    }
  }
}
