import ArgumentParser
import Kernel
import ScenarioFile

/// `kosh scenario schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a JSON Schema of scenario files, for editors.",
    discussion: """
      Point your editor to it by a first line such as
      # yaml-language-server: $schema=kosh.schema.json

      Example: kosh scenario schema > kosh.schema.json
      """)

  @OptionGroup var quiet: QuietArgument

  func run() throws { try StandardOutput.write(ScenarioSchema.json.text, terminator: "") }
}
