import ArgumentParser
import Foundation
import ScenarioFile

/// `kosh scenario new [FILE]`
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a commented scenario file to start from.",
    discussion: """
      Without a file it is printed. A file that exists is never overwritten.

      Example: kosh scenario new my-policy.yaml --extends Scenarios/kazakhstan-2006.yaml
      """)

  @Argument(help: "The file to write.")
  var file: String?

  @Option(help: "The scenario to extend, as seen from the new file.")
  var extends = "kazakhstan-2006.yaml"

  @Option(help: "The new scenario's name.")
  var name = "A new policy"

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    let text = ScenarioTemplate.text(extending: extends, name: name)
    guard let file else {
      try StandardOutput.write(text, terminator: "")
      return
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
    } catch let error as CocoaError where error.code == .fileWriteFileExists {
      StandardError.write("\(file): error: the file exists already. Name another one.")
      throw Exit.files
    } catch {
      StandardError.write(
        "\(file): error: the file cannot be written. Check its folder, permissions and disk space.")
      throw Exit.files
    }
    try StandardOutput.write(file)
  }
}
