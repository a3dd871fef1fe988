import ArgumentParser
import Experiments
import Inputs
import Kernel
import Reporting
import Results
import ScenarioFile

/// `kosh check [SCENARIO…]`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Reruns scenarios, briefly and at a small scale, and tells whether their outputs changed.",
    discussion: """
      Each scenario has a file in the folder of expectations, recorded with --update. An equal digest \
      passes at once; otherwise the check tells which indicators changed, from when, by how much, \
      and whether other random draws would change them as much.

      Exits with 0 if everything is as expected, 1 if not, 64 for wrong usage, 65 for a bad scenario or \
      expectation and for an expectation whose scenario is gone, 74 for files and disk.

      Example: kosh check \(ShippedCase.baseline)
      """)

  @Argument(help: "Scenario files; by default all in Scenarios.", completion: .yaml)
  var scenarios: [String] = []

  @Option(
    help: ArgumentHelp("The folder of expectations.", valueName: "dir"), completion: .directory)
  var expected = "Output/expected"

  @Flag(
    help: ArgumentHelp(
      "Record what the scenarios give now as expected: at 1:100, for three years, or until three months past the last "
        + "measure that a scenario changes."))
  var update = false

  @Flag(
    help: "Pass only the recorded digest, not differences that other random draws would explain.")
  var exact = false

  @Option(help: ArgumentHelp("Write the findings as JSON.", valueName: "path"))
  var json: String?

  @Option(help: ArgumentHelp("Write the findings as JUnit XML.", valueName: "path"))
  var junit: String?

  @Option(
    help: ArgumentHelp(
      "Write what moved most as Markdown, for whoever reviews the change.", valueName: "path"))
  var summary: String?

  @Option(
    help: ArgumentHelp("With --update: runs of each scenario; 16 by default.", valueName: "n"))
  var replicates: Int?

  @Flag(help: "No progress, and of what passes only the count.")
  var quiet = false

  @OptionGroup var world: WorldArguments

  mutating func validate() throws {
    let least = RegressionGate.leastReplicates
    if let replicates, !(least...1000).contains(replicates) {
      throw ValidationError("--replicates is \(replicates). Write a number from \(least) to 1000.")
    }
    if !update, replicates != nil || world.scale != nil || world.until != nil {
      throw ValidationError(
        "--replicates, --scale and --until are recorded with the expectation. Write them with "
          + "--update.")
    }
  }

  /// What is recorded unless the user says otherwise: a hundredth of the country.
  private static let standardScale = "1:100"
  private static let standardReplicates = 16

  func run() throws {
    let start = Machine.wallSeconds
    Interruption.listen()
    let files = try CheckFiles(named: scenarios, expected: expected)
    if !update { try files.checkNoneIsGone() }
    var verdicts: [GateVerdict]
    do {
      defer { line.end() }
      verdicts = try orExit { try update ? record(files) : check(files) }
    } catch is RunStopped {
      throw Exit.interrupted(by: Interruption.signalNumber ?? 2)
    } catch let fault as GateFault {
      StandardError.write(fault.description)
      throw Exit.badData
    }
    for place in verdicts.indices {
      verdicts[place].seconds = (Machine.wallSeconds - start) / Double(verdicts.count)
    }
    let report = GateReport(verdicts, isExact: exact)
    try orExit {
      if let json { try FileBytes.write(report.json.text, to: json) }
      if let junit { try FileBytes.write(report.junit, to: junit) }
      if let summary { try FileBytes.write(report.summary, to: summary) }
    }
    try StandardOutput.write(report.text(failuresOnly: quiet), terminator: "")
    if !report.passes { throw Exit.no }
  }

  private var gate: RegressionGate {
    var gate = RegressionGate(workers: world.workers) { Interruption.signalNumber == nil }
    gate.progress = { [line] in line.show("run \($0) of \($1)") }
    return gate
  }

  private var line: StatusLine { StatusLine(quiet: quiet) }

  private func load(_ files: CheckFiles) throws -> [CheckedScenario] {
    let seed = world.seed.map { ["run.seed=\($0)"] } ?? []
    let reader = CheckedScenario.Reader(overrides: world.settings.overrides + seed)
    return try files.paths.map { try reader.read($0, as: files.nameForExpectation($0)) }
  }

  private func record(_ files: CheckFiles) throws -> [GateVerdict] {
    let scale = world.scale ?? ScaleArgument(argument: Self.standardScale)
    var scenarios = try load(files)
    for place in scenarios.indices {
      scenarios[place].candidate.inputs.run.scale = scale?.value ?? 1
      try world.checkUntil(scenarios[place].candidate.inputs)
    }
    let until = scenarios.map { scenario in
      world.until.map { min($0, scenario.candidate.inputs.run.until) } ?? scenario.window.until
    }
    for (scenario, until) in zip(scenarios, until) { scenario.warn(ifShortAt: until) }
    try OutputFolder.makeFolder(expected)
    return try FolderLock.holding(expected) { lock in
      warn(ifWithoutLocks: lock, expected)
      let expectations = try gate.record(
        scenarios.map(\.candidate), until: until,
        replicates: replicates ?? Self.standardReplicates)
      return try zip(scenarios, expectations).map { scenario, expectation in
        try FileBytes.replace(expectation.text, at: files.expectation(scenario.path))
        var verdict = GateVerdict(scenario: scenario.candidate.name, outcome: .recorded)
        verdict.digest = expectation.digest
        return verdict
      }
    }
  }

  private func check(_ files: CheckFiles) throws -> [GateVerdict] {
    var pairs: [(candidate: RegressionGate.Candidate, expectation: Expectation)] = []
    // A scenario that is not there, or none, is a fault before nothing being recorded of it is one.
    for scenario in try load(files) {
      guard let expectation = try expectation(files.expectation(scenario.path)) else { continue }
      var candidate = scenario.candidate
      candidate.inputs.run.scale = expectation.scale
      // Whoever recorded it was told; here it is news where the scenario has changed since.
      if Digest.ofText(candidate.text) != expectation.scenarioSHA256,
        let until = Day(text: expectation.until)
      {
        scenario.warn(ifShortAt: until)
      }
      pairs.append((candidate, expectation))
    }
    let verdicts = try gate.check(pairs, isExact: exact)
    return files.paths.map(CheckFiles.name).map { name in
      verdicts.first { $0.scenario == name } ?? GateVerdict(scenario: name, outcome: .unrecorded)
    }
  }

  private func expectation(_ file: String) throws -> Expectation? {
    do throws(ExpectationFault) {
      return try Expectation.read(file)
    } catch {
      StandardError.write(error.description)
      throw Exit.badData
    }
  }
}
