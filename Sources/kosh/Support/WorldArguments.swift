import ArgumentParser
import Inputs
import Kernel
import Results

/// What every command that simulates lets one choose of the world: whose luck, how much of it, how long.
struct WorldArguments: ParsableArguments {
  // A value that begins with a dash is a value all the same, so that it is told what is wrong with it.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Selects the random draws; runs with the same seed use the same draws.", valueName: "n"))
  var seed: UInt32?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Share of the country to simulate, as 1:10 or 0.1.", valueName: "1:n"))
  var scale: ScaleArgument?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Number of threads; it changes the time, not the results. By default the cores this process may use.",
      valueName: "n"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Last day to simulate; the days before it stay the same.", valueName: "date"))
  var until: Day?

  @OptionGroup var settings: OverrideOptions

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads). Write a number from 1 to 1024.")
    }
  }

  /// All that overrides the file: `--set`, then the options that stand for a key.
  var overrides: [String] {
    settings.overrides + (seed.map { ["run.seed=\($0)"] } ?? [])
      + (scale.map { ["run.scale=\($0.text)"] } ?? [])
  }

  var workers: Int { threads ?? AvailableCores.count }

  /// Says it where a run ends before `--until`.
  /// - Throws: wrong usage, if the run would end before it begins.
  func checkUntil(_ inputs: Inputs) throws {
    guard let until else { return }
    if until > inputs.run.until {
      StandardError.write(
        "--until: warning: \(until) lies after the scenario's last day, \(inputs.run.until), with "
          + "which the run ends. For more days set run.until.")
    }
    guard until < inputs.run.from else { return }
    StandardError.write(
      "error: --until \(until) lies before the run's first day, \(inputs.run.from). "
        + "Write a later date.")
    throw Exit.usage
  }

  /// The options that make the same world, as one would type them.
  var retyped: String {
    let parts =
      (seed.map { ["--seed \($0)"] } ?? []) + (scale.map { ["--scale \($0.text)"] } ?? [])
      + (until.map { ["--until \($0)"] } ?? [])
      + settings.overrides.map { "--set '\($0)'" }
    return parts.map { " " + $0 }.joined()
  }
}
