import ArgumentParser
import Experiments
import Foundation
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
      expectation, 74 for files and disk.

      Example: kosh check \(ShippedCase.baseline)
      """)

  @Argument(help: "Scenario files; by default all in Scenarios.")
  var scenarios: [String] = []

  @Option(help: ArgumentHelp("The folder of expectations.", valueName: "dir"))
  var expected = "Output/expected"

  @Flag(help: "Record what the scenarios give now as expected.")
  var update = false

  @Flag(
    help: "Pass only the recorded digest, not differences that other random draws would explain.")
  var exact = false

  @Option(help: ArgumentHelp("Write the findings as JSON.", valueName: "path"))
  var json: String?

  @Option(help: ArgumentHelp("Write the findings as JUnit XML.", valueName: "path"))
  var junit: String?

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

  /// What is recorded unless the user says otherwise: a hundredth of the country for three years.
  private static let standardScale = "1:100"
  private static let standardMonths = 36
  private static let standardReplicates = 16

  func run() throws {
    let start = Machine.wallSeconds
    Interruption.listen()
    let paths = try scenarios.isEmpty ? shipped() : scenarios
    var verdicts: [GateVerdict]
    do {
      defer { line.end() }
      verdicts = try orExit { try update ? record(paths) : check(paths) }
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
    }
    try StandardOutput.write(report.text(failuresOnly: quiet), terminator: "")
    if !report.passes { throw Exit.no }
  }

  /// Every scenario of the folder that is called so.
  private func shipped() throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "Scenarios")) ?? []
    let paths = names.filter { $0.hasSuffix(".yaml") }.sorted().map { "Scenarios/" + $0 }
    if !paths.isEmpty {
      if !update { try checkExpectations(of: paths) }
      return paths
    }
    StandardError.write("error: there are no scenarios in Scenarios. Name the files to check.")
    throw Exit.usage
  }

  /// What was recorded of a scenario that is gone vouches for nothing, in silence.
  private func checkExpectations(of paths: [String]) throws {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: expected)) ?? []
    let gone = files.filter { $0.hasSuffix(".json") && !paths.map(name).contains(name($0)) }
    for file in gone.sorted() {
      let fault = GateFault.scenarioGone(
        expectation: "\(expected)/\(file)", scenario: "Scenarios/\(name(file)).yaml")
      StandardError.write(fault.description)
    }
    if !gone.isEmpty { throw Exit.badData }
  }

  private func name(_ path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  private func file(_ path: String) -> String { "\(expected)/\(name(path)).json" }

  /// A scenario at a scale.
  private func candidate(
    _ path: String, scale: Double
  ) throws -> RegressionGate.Candidate {
    let seed = world.seed.map { ["run.seed=\($0)"] } ?? []
    let loaded = try LoadedScenario.forCommand(path, overrides: world.settings.overrides + seed)
    var inputs = loaded.inputs
    inputs.run.scale = scale
    return RegressionGate.Candidate(name: name(path), inputs: inputs, text: loaded.resolvedText)
  }

  private var gate: RegressionGate {
    var gate = RegressionGate(workers: world.workers) { Interruption.signalNumber == nil }
    gate.progress = { [line] in line.show("run \($0) of \($1)") }
    return gate
  }

  private var line: StatusLine { StatusLine(quiet: quiet) }

  private func record(_ paths: [String]) throws -> [GateVerdict] {
    let scale = world.scale ?? ScaleArgument(argument: Self.standardScale)
    let candidates = try paths.map { try candidate($0, scale: scale?.value ?? 1) }
    for candidate in candidates { try world.checkUntil(candidate.inputs) }
    let until = candidates.map { candidate in
      let run = candidate.inputs.run
      return min(run.until, world.until ?? (run.from.adding(months: Self.standardMonths) - 1))
    }
    try OutputFolder.makeFolder(expected)
    return try FolderLock.holding(expected) { lock in
      warn(ifWithoutLocks: lock, expected)
      return try record(candidates, paths, until: until)
    }
  }

  private func record(
    _ candidates: [RegressionGate.Candidate], _ paths: [String], until: [Day]
  ) throws -> [GateVerdict] {
    let expectations = try gate.record(
      candidates, until: until, replicates: replicates ?? Self.standardReplicates)
    return try zip(paths, expectations).map { path, expectation in
      try FileBytes.replace(expectation.text, at: file(path))
      var verdict = GateVerdict(scenario: name(path), outcome: .recorded)
      verdict.digest = expectation.digest
      return verdict
    }
  }

  private func check(_ paths: [String]) throws -> [GateVerdict] {
    var pairs: [(candidate: RegressionGate.Candidate, expectation: Expectation)] = []
    // A scenario that is not there, or none, is a fault before nothing being recorded of it is one.
    let loaded = try paths.map { (path: $0, candidate: try candidate($0, scale: 1)) }
    for (path, candidate) in loaded {
      guard let expectation = try expectation(path) else { continue }
      var scaled = candidate
      scaled.inputs.run.scale = expectation.scale
      pairs.append((scaled, expectation))
    }
    let verdicts = try gate.check(pairs, isExact: exact)
    return paths.map { path in
      verdicts.first { $0.scenario == name(path) }
        ?? GateVerdict(scenario: name(path), outcome: .unrecorded)
    }
  }

  private func expectation(_ path: String) throws -> Expectation? {
    do throws(ExpectationFault) {
      return try Expectation.read(file(path))
    } catch {
      StandardError.write(error.description)
      throw Exit.badData
    }
  }
}
