import ArgumentParser
import Experiments
import Results
import ScenarioFile

/// The options of `kosh compare`.
struct CompareArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder for the results; an unfinished one of the same comparison is resumed. By default a new one under "
        + "Output/runs.", valueName: "dir"))
  var out: String?

  @Flag(help: "Begin again in an existing folder of results; any other folder is left alone.")
  var force = false

  @OptionGroup var world: WorldArguments

  @Option(
    help: ArgumentHelp(
      "Pairs of runs, each with its own random draws: 10, with worlds one a world, or with --precision at most 200.",
      valueName: "n"))
  var replicates: Int?

  @OptionGroup var worlds: WorldsOption

  @Option(
    help: ArgumentHelp(
      "Add replicates until the 95 % interval of the outcome's difference reaches no further than "
        + "this share of the baseline's value.", valueName: "1%"))
  var precision: ShareArgument?

  @Option(
    help: ArgumentHelp("The national indicator that --precision applies to.", valueName: "name"))
  var outcome: String?

  @Option(
    help:
      "Whether to compute differences by region, sector and origin; all means the same as standard."
  )
  var cells = CellsArgument.standard

  @Option(help: "Format of the output.")
  var format = FormatArgument.text

  @Flag(help: "Show neither forecast nor progress.")
  var quiet = false

  mutating func validate() throws {
    try ArgumentCheck.replicates(replicates)
    try ArgumentCheck.folder(out)
    if (precision == nil) != (outcome == nil) {
      throw ValidationError("--precision and --outcome need each other. Write both.")
    }
    if precision != nil, case .some = worlds.wish {
      throw ValidationError(
        "--precision is about luck, with the scenario's own values. Write it without --worlds.")
    }
  }

  /// Most pairs that --precision asks for.
  private static let mostReplicates = 200

  /// How many pairs there are, or may be, and in which worlds they live.
  /// - Throws: `ComparisonFault`.
  func lives(_ scenarios: [LoadedScenario]) throws -> WorldLives {
    if precision != nil { return WorldLives(replicates: replicates ?? Self.mostReplicates) }
    return try worlds.lives(scenarios, replicates: replicates)
  }

  var wantedPrecision: Comparison.Precision? {
    guard let precision, let outcome else { return nil }
    return Comparison.Precision(outcome: outcome, share: precision.value)
  }

  /// The options that make the same comparison, as one would type them.
  var retyped: String {
    world.retyped + worlds.retyped
      + (replicates.map { " --replicates \($0)" } ?? "")
      + (precision.map { " --precision '\($0.text)' --outcome \(outcome ?? "")" } ?? "")
      + (cells == .none ? " --cells none" : "")
  }
}

/// `1%`, `1 %` or `0.01`, above 0 and up to 1.
struct ShareArgument: ExpressibleByArgument {
  let text: String
  let value: Double

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    let digits = argument.filter { $0 != "%" && $0 != " " }
    guard let number = Double(digits) else { return nil }
    let share = isPercent ? number / 100 : number
    guard share > 0, share <= 1 else { return nil }
    text = argument
    value = share
  }
}
