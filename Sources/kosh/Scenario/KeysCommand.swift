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

  func run() throws {
    let reference = KeyReference()
    switch format {
    case .text: print(reference.text, terminator: "")
    case .markdown: print(reference.markdown, terminator: "")
    case .json: print(reference.json.text)
    }
  }
}
