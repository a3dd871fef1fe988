import ArgumentParser
import Foundation
import ScenarioFile

/// `kosh scenario new [FILE]`, `kosh scenario new --country NAME --currency CODE [DIR]`
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a commented scenario file to start from, or a small country of your own.",
    discussion: """
      Without a file a scenario is printed. A file that exists is never overwritten. With --country a \
      folder is written: a scenario that runs as it stands and its tables, all numbers made up, to be \
      replaced by your country's.

      Example: kosh scenario new my-policy.yaml --extends \(ShippedCase.baseline)

      Example: kosh scenario new --country Atlantis --currency EUR atlantis
      """)

  @Argument(help: "The file to write; with --country the folder.")
  var file: String?

  @Option(help: "The scenario to extend, as seen from the new file.", completion: .yaml)
  var extends: String?

  @Option(help: "The new scenario's name.")
  var name: String?

  @Option(help: ArgumentHelp("Write a small country of this name.", valueName: "name"))
  var country: String?

  @Option(help: ArgumentHelp("Its currency's ISO code.", valueName: "code"))
  var currency: String?

  mutating func validate() throws {
    guard let country else {
      if currency != nil { throw ValidationError("--currency goes with --country. Write both.") }
      return
    }
    if extends != nil || name != nil {
      throw ValidationError(
        "--country '\(country)' begins a scenario that extends none. Leave out --extends and --name."
      )
    }
    if currency == nil {
      throw ValidationError("--currency is missing. Write the country's currency, such as EUR.")
    }
  }

  @OptionGroup var quiet: QuietArgument

  func run() throws {
    if let country, let currency {
      try writeCountry(country, currency)
    } else {
      if let extends { try check(extends) }
      try writeScenario(extending: extends ?? ShippedCase.fileName)
    }
  }

  /// Refuses to extend what is no scenario, or is not there as seen from the new file.
  private func check(_ base: String) throws {
    let path = ScenarioFiles.resolve(base, from: file ?? "")
    do throws(ScenarioFaults) {
      _ = try ScenarioLoader.load(path: path)
    } catch {
      guard error.isUnreadable else {
        StandardError.write(error.description)
        StandardError.write("error: '\(base)' cannot be extended as it is. Mend it first.")
        throw Exit.badData
      }
      StandardError.write(
        "error: --extends '\(base)' is no file that can be read as '\(path)'. Write it as seen from the new file"
          + (file.map { " '\($0)'." } ?? "."))
      throw Exit.files
    }
  }

  private func writeScenario(extending base: String) throws {
    let text = ScenarioTemplate.text(extending: base, name: name ?? "A new policy")
    guard let file else {
      try StandardOutput.write(text, terminator: "")
      return
    }
    try Self.write(text, to: file)
    try StandardOutput.write(file)
  }

  private func writeCountry(_ name: String, _ currency: String) throws {
    let country: OwnCountry
    do throws(OwnCountryFault) {
      country = try OwnCountry(name: name, currency: currency)
    } catch {
      throw ValidationError("\(error)")
    }
    let folder = file ?? String(country.scenario.dropLast(".yaml".count))
    let manager = FileManager.default
    if manager.fileExists(atPath: folder),
      try !(manager.contentsOfDirectory(atPath: folder)).isEmpty
    {
      StandardError.write("\(folder): error: the folder is not empty. Name another one.")
      throw Exit.files
    }
    do {
      try manager.createDirectory(atPath: folder + "/tables", withIntermediateDirectories: true)
    } catch {
      StandardError.write("\(folder): error: the folder cannot be made. Check its place.")
      throw Exit.files
    }
    for file in country.files { try Self.write(file.text, to: "\(folder)/\(file.path)") }
    try StandardOutput.write("\(folder)/\(country.scenario)")
  }

  private static func write(_ text: String, to file: String) throws {
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
  }
}
