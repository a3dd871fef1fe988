import ArgumentParser
import Inputs
import Kernel
import Results
import ScenarioFile
import Simulation
import WorldState

/// `kosh trace SCENARIO`
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Tells the life of one person or the story of one firm, event by event.",
    discussion: """
      The scenario is simulated again: draws belong to lives, so what is told is what happened in \
      every run with the same seed, scale and settings. Nothing is written to disk.

      --find lists the first people to whom something happened, with the command that tells each \
      life. Kinds: \(LifeEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")).

      Example: kosh trace \(ShippedCase.baseline) --find hired-informally --scale 1:100
      """)

  @Argument(help: "A scenario file.", completion: .yaml)
  var scenario: String

  @Option(help: ArgumentHelp("The person to follow.", valueName: "id"))
  var person: UInt32?

  @Option(help: ArgumentHelp("The firm, farm or household to follow.", valueName: "id"))
  var employer: UInt32?

  @Option(help: ArgumentHelp("List the first people to whom this happened.", valueName: "kind"))
  var find: String?

  @Option(help: ArgumentHelp("How many people --find lists.", valueName: "n"))
  var first = 5

  @Flag(help: "Include the burn-in, before the scenario's first day.")
  var fromStart = false

  @OptionGroup var world: WorldArguments

  @Option(help: "Format of the output.")
  var format = FormatArgument.text

  @Flag(help: "Do not show progress.")
  var quiet = false

  mutating func validate() throws {
    let asked = [person != nil, employer != nil, find != nil].filter { $0 }.count
    guard asked == 1 else {
      throw ValidationError("Write one of --person ID, --employer ID and --find KIND.")
    }
    if let find, LifeEvent.Kind(rawValue: find) == nil {
      let kinds = LifeEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--find is '\(find)', which never happens. Write one of \(kinds).")
    }
    if !(1...1000).contains(first) {
      throw ValidationError("--first is \(first). Write a number from 1 to 1000.")
    }
  }

  func run() throws {
    Interruption.listen()
    let loaded = try LoadedScenario.forCommand(scenario, overrides: world.overrides)
    try world.checkUntil(loaded.inputs)
    let forecast = Forecast(
      loaded.inputs, until: world.until, threads: world.workers, replicates: 1)
    try orExit { try MemoryShortage.check(forecast.bytes) }
    let found = try traced(loaded.inputs)
    let telling = TraceTelling(
      found, loaded.inputs, command: "kosh trace \(scenario)\(world.retyped)", first: first)
    switch format {
    case .text: try StandardOutput.write(telling.text)
    case .json: try StandardOutput.write(telling.json.text, terminator: "")
    }
    if let signal = Interruption.signalNumber { throw Exit.interrupted(by: signal) }
  }

  private var subject: Following.Subject? {
    if let person { return .person(PersonID(person)) }
    if let employer { return .employer(EmployerID(employer)) }
    return find.flatMap(LifeEvent.Kind.init(rawValue:)).map { .firstOf($0, first) }
  }

  private func traced(_ inputs: Inputs) throws -> Trace {
    guard let subject else { throw Exit.usage }
    var options = RunOptions()
    options.workers = world.workers
    options.until = world.until
    var bar = ProgressBar(quiet: quiet, replicates: 1)
    defer { bar.end() }
    bar.begin(replicate: 0)
    do {
      return try trace(inputs, Following(subject, fromStart: fromStart), options: options) {
        bar.show($0)
        return Interruption.signalNumber == nil
      }
    } catch .noSuchPerson(let id, let count) {
      StandardError.write(
        "error: there is no person \(id). At this scale persons have the numbers 0 to \(count - 1)."
      )
      throw Exit.usage
    } catch .noSuchEmployer(let id, let identities) {
      StandardError.write(
        "error: there is no employer \(id). At this scale employers have the numbers "
          + "\(TraceTelling.nearest(to: id, identities)).")
      throw Exit.usage
    } catch .contradiction(let failure) {
      return try orExit { throw failure }
    }
  }
}
