import ArgumentParser
import ScenarioFile

/// `kosh scenario keys`
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Lists every key, measure and table column with unit, range and meaning.",
    discussion: """
      With words, only the keys that they find: by name, by the words that people use for them, by meaning; \
      a key of a measure stands under its kind, as in permits.fee, and is set under the measure's name, as in \
      measures.permits.fee. Exits with 1 where nothing is found.

      Example: kosh scenario keys price of permits
      """)

  @Argument(help: ArgumentHelp("What to look for.", valueName: "word"))
  var words: [String] = []

  @Option(help: "Format of the output: text, markdown or json.")
  var format = TableFormatArgument.text

  @OptionGroup var quiet: QuietArgument

  mutating func validate() throws {
    if !words.isEmpty, format == .markdown {
      throw ValidationError("--format markdown is for all keys. Write text or json with words.")
    }
  }

  func run() throws {
    if !words.isEmpty { return try find(words.joined(separator: " ")) }
    let reference = KeyReference()
    switch format {
    case .text: try StandardOutput.write(reference.text, terminator: "")
    case .markdown: try StandardOutput.write(reference.markdown, terminator: "")
    case .json: try StandardOutput.write(reference.json.text, terminator: "")
    }
  }

  private func find(_ words: String) throws {
    let found = KeySearch(words)
    if format == .json {
      try StandardOutput.write(found.json.text, terminator: "")
    } else if !found.isEmpty {
      try StandardOutput.write(found.text, terminator: "")
    }
    guard found.isEmpty else { return }
    StandardError.write(
      "error: no key is found by '\(words)'. Try one word, or list all: kosh scenario keys.")
    throw Exit.no
  }
}
