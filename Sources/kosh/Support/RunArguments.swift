import ArgumentParser
import Foundation
import Kernel
import Results
import Simulation

/// The options that every command which simulates has.
struct RunArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder for the results. By default a new one: Output/runs/SCENARIO-SEED.",
      valueName: "dir"))
  var out: String?

  @Flag(help: "Replace the run in an existing folder of results; any other folder is left alone.")
  var force = false

  @OptionGroup var world: WorldArguments

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Number of runs, each with its own random draws: 1, or with --worlds one a world.",
      valueName: "n"))
  var replicates: Int?

  @OptionGroup var worlds: WorldsOption

  @Option(
    help: ArgumentHelp(
      "Keep the state after this day in the folder as state.kosh.", valueName: "date"))
  var saveState: Day?

  @Option(
    help: ArgumentHelp(
      "Continue from a kept state, to the same results, with any number of threads.",
      valueName: "file"))
  var fromState: String?

  @Option(help: "How often all books are recomputed from the records and compared.")
  var audit = AuditLevel.standard

  @Option(help: "Whether to write cells.csv and the tables by region and sector.")
  var cells = CellsArgument.standard

  @Option(help: "Format of the output.")
  var format = FormatArgument.text

  @Flag(help: "Show neither forecast nor progress.")
  var quiet = false

  mutating func validate() throws {
    try ArgumentCheck.replicates(replicates)
    let isOfSeveral = replicates ?? 1 > 1 || worlds.wish != .usual && worlds.wish != .none
    if isOfSeveral, saveState != nil || fromState != nil {
      throw ValidationError(
        "A state is of one replicate. Write --save-state and --from-state without --replicates.")
    }
    try ArgumentCheck.folder(out)
  }

  /// Options of one replicate. Those after the first keep rows of cells only where evidence needs them.
  func runOptions(replicate: Int, evidence: EvidenceCounter) -> RunOptions {
    var options = RunOptions()
    options.workers = world.workers
    options.replicate = UInt32(replicate)
    options.until = world.until
    options.audit = audit
    options.saveState = saveState
    options.withTables = cells != .none && (replicate == 0 || evidence.needsTables)
    return options
  }
}

/// How much of the tables by region and sector is kept. So far `all` and `standard` are the same.
enum CellsArgument: String, ExpressibleByArgument, CaseIterable { case all, standard, none }

enum FormatArgument: String, ExpressibleByArgument, CaseIterable { case text, json }

extension AuditLevel: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(text: argument) }
}

/// `1:10` or `0.1`.
struct ScaleArgument: ExpressibleByArgument {
  /// As the scenario file takes it.
  let text: String
  let value: Double

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, parts.count <= 2,
      let scale = parts.count == 2 ? numbers[0] / numbers[1] : numbers.first,
      (0.0001...1).contains(scale)
    else { return nil }
    text = argument
    value = scale
  }
}
