import ArgumentParser
import Experiments
import Foundation
import Kernel
import Lab
import Reporting
import Results
import ScenarioFile

/// `kosh serve [SCENARIO …]`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Opens the lab: move levers in a browser, and see what they do within seconds.",
    discussion: """
      Prints a link and serves until Ctrl-C, to this machine alone. Policies that are kept, and pages that \
      are made, lie in Output/lab.

      The first scenario is the baseline; further ones are offered to begin from, or all beside it that \
      extend it.

      Exits with 130 after Ctrl-C and 143 after SIGTERM, like every command; 64 for wrong usage, 65 for a \
      bad scenario, 74 where the port or memory is not to be had.

      Example: kosh serve \(ShippedCase.baseline) --open
      """)

  @Argument(help: "The baseline, then scenarios that extend it.", completion: .yaml)
  var scenarios: [String] = []

  @Option(help: ArgumentHelp("Port to listen on; 0 for any free one.", valueName: "n"))
  var port: UInt16 = 8642

  @Option(
    help: ArgumentHelp(
      "Address to listen on. Any but this machine's own lets others on the network use the lab, if they have the link.",
      valueName: "address"))
  var host = "127.0.0.1"

  @Flag(help: "Open the link in the browser.")
  var open = false

  @OptionGroup var world: WorldArguments

  @Option(
    help: ArgumentHelp(
      "Pairs of runs in a finished comparison, each with its own random draws: 20, or one a plausible world and some for luck.",
      valueName: "n"))
  var replicates: Int?

  @OptionGroup var worlds: WorldsOption

  @Option(help: ArgumentHelp("Language of the page: en, ru or kk.", valueName: "code"))
  var language = Language.en

  @Flag(help: "Print nothing but the link, warnings and errors.")
  var quiet = false

  private static let usualScale = "1:100"

  mutating func validate() throws {
    if let replicates, !(1...1000).contains(replicates) {
      throw ValidationError("--replicates is \(replicates). Write a number from 1 to 1000.")
    }
  }

  mutating func run() async throws {
    Interruption.listen()
    let notes = FaultNotes(folder: Self.folder)
    let left = notes.left()
    if left != nil {
      StandardError.write(
        "warning: a fault of Kosh ended a run, and the lab has begun anew at the same link. Please report it with the "
          + "policy and 'kosh version'.")
    }
    let lab = try makeLab(notes, left)
    if !["127.0.0.1", "localhost"].contains(host) {
      StandardError.write(
        "--host: warning: the lab listens on \(host), where others on the network can reach it. Whoever has the link can "
          + "use it, and what is sent is not encrypted.")
    }
    if !quiet, left == nil {
      StandardError.write("The lab opens in a browser at the link below. Ctrl-C ends it.")
    }
    let opens = open
    do {
      try await LabServer(lab.lab, lab.settings, notes: notes, left: left).serve {
        Interruption.signalNumber != nil
      } opened: { link in
        guard left == nil else { return }
        try StandardOutput.write(link)
        if opens { Self.show(link) }
      }
    } catch let fault as LabFault {
      StandardError.write(fault.description)
      throw Exit.files
    }
    // Nothing else ends it.
    throw Exit.interrupted(by: Interruption.signalNumber ?? 2)
  }

  private static let folder = "Output/lab"

  private func makeLab(
    _ notes: FaultNotes, _ left: FaultNotes.Left?
  ) throws -> (lab: Lab, settings: LabSettings) {
    let scale = world.scale.map(\.text) ?? Self.usualScale
    var settings = LabSettings(baseline: scenarios.first ?? ShippedCase.baseline)
    settings.gallery = Array(scenarios.dropFirst())
    settings.overrides = world.overrides + (world.scale == nil ? ["run.scale=\(scale)"] : [])
    settings.replicates = replicates
    settings.worlds = worlds.wish
    settings.until = world.until
    settings.workers = world.workers
    settings.port = left?.port ?? port
    settings.folder = Self.folder
    settings.host = host == "localhost" ? "127.0.0.1" : host
    settings.language = language
    settings.retyped =
      (world.scale == nil ? " --scale \(scale)" : "") + world.retyped + worlds.retyped
    do {
      let lab = try Lab(settings, left: left, notes: notes)
      try world.checkUntil(lab.base)
      try orExit { try MemoryShortage.check(lab.leastBytes) }
      return (lab, settings)
    } catch let faults as ScenarioFaults {
      StandardError.write(faults.description)
      throw faults.exitCode
    } catch let fault as ComparisonFault {
      StandardError.write(fault.description)
      throw Exit.badData
    } catch let fault as LabFault {
      StandardError.write(fault.description)
      throw Exit.badData
    }
  }

  /// The browser is asked for; whether it comes is its own matter, since the link is printed.
  private static func show(_ link: String) {
    let programs = ["/usr/bin/xdg-open", "/usr/bin/open"]
    guard let path = programs.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      StandardError.write(
        "--open: warning: no program that opens links is here. Open the link by hand.")
      return
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = [link]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}

extension Language: ExpressibleByArgument {}
