import ArgumentParser
import Experiments
import Results
import ScenarioFile

/// `--worlds`, as commands have it whose replicates may live in plausible worlds.
struct WorldsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Plausible worlds to live in, of those that the scenario names, one a replicate; none: the scenario's own values alone. By default worlds, where there are any.",
      valueName: "n|none"))
  var worlds: WorldsArgument?

  var wish: WorldLives.Wish { worlds?.wish ?? .usual }

  /// In which worlds replicates live.
  ///
  /// Scenarios that do not share their worlds have their own values, and that is told; unless worlds were asked for.
  /// - Throws: `ComparisonFault`.
  func lives(
    _ scenarios: [LoadedScenario], replicates: Int?, tellsLuck: Bool = true
  ) throws -> WorldLives {
    var available = scenarios[0].worlds?.count ?? 0
    if worlds == nil, replicates != 1, available > 0,
      let other = Comparison.firstInOtherWorlds(scenarios)
    {
      StandardError.write(
        "\(scenarios[other].files[0]): warning: its worlds are not the baseline's, so all replicates have the "
          + "scenarios' own values.")
      available = 0
    }
    return try WorldLives(
      wish, available: available, replicates: replicates, tellsLuck: tellsLuck)
  }

  /// As one would type it.
  var retyped: String { worlds.map { " --worlds \($0.text)" } ?? "" }
}

/// A number of worlds, or `none`.
struct WorldsArgument: ExpressibleByArgument {
  let text: String
  let wish: WorldLives.Wish

  init?(argument: String) {
    text = argument
    if argument == "none" {
      wish = .none
    } else if let count = Int(argument), (1...10_000).contains(count) {
      wish = .some(count)
    } else {
      return nil
    }
  }
}
