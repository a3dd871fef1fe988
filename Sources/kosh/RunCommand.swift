import ArgumentParser
import Experiments
import Foundation
import Inputs
import Kernel
import Measurement
import Reporting
import Results
import ScenarioFile
import Simulation

/// `kosh run SCENARIO`
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulates a scenario, writes a folder of results and prints the headline table.",
    discussion: """
      Results go to standard output, forecast, progress and warnings to standard error. \
      An interrupted run keeps its whole months, marked as partial.

      Exits with 0 when done, 64 for wrong usage or a folder that is not empty, 65 for a bad \
      scenario, 70 for a fault of Kosh, 74 for files, disk and memory, 129, 130 or 143 when \
      interrupted.

      Example: kosh run \(ShippedCase.baseline) --scale 1:100 --until \(ShippedCase.day)
      """)

  @Argument(help: "A scenario file.", completion: .yaml)
  var scenario: String

  @OptionGroup var arguments: RunArguments

  func run() throws {
    let start = Machine.wallSeconds
    Interruption.listen()
    let loaded = try LoadedScenario.forCommand(scenario, overrides: arguments.world.overrides)
    try arguments.world.checkUntil(loaded.inputs)
    try checkSaveState(loaded.inputs)
    let lives = try lives(loaded)
    let first = try loadedInWorld(loaded, lives.world(of: 0))
    forecast(loaded.inputs, lives)
    try orExit([.out, .force]) {
      var folder = try makeFolder(loaded)
      let runs: FinishedReplicates
      do {
        let saved = try savedRun(loaded.inputs)
        try MemoryShortage.check(bytesNeeded(loaded.inputs))
        runs = try simulateAll(loaded, lives, from: saved, &folder)
      } catch {
        folder.discard()
        throw error
      }
      let results = try write(runs, first, lives, to: &folder, start: start)
      try report(results, folder: folder.path)
    }
    if let signal = Interruption.signalNumber { throw Exit.interrupted(by: signal) }
  }

  /// In which worlds replicates live; one alone has the scenario's own values.
  /// - Throws: the exit code.
  private func lives(_ loaded: LoadedScenario) throws -> WorldLives {
    do {
      let usual = arguments.worlds.worlds == nil ? 1 : nil
      return try arguments.worlds.lives(
        [loaded], replicates: arguments.replicates ?? usual, tellsLuck: false)
    } catch let fault as ComparisonFault {
      StandardError.write(fault.description)
      throw Exit.badData
    }
  }

  /// - Throws: the exit code, where a world's values do not stand together.
  private func loadedInWorld(_ loaded: LoadedScenario, _ world: Int?) throws -> LoadedScenario {
    guard let world else { return loaded }
    do {
      return try loaded.living(in: world)
    } catch {
      StandardError.write(error.description)
      throw error.exitCode
    }
  }

  /// Bytes that the run takes; a state that is kept or gone on from is as large as its world.
  private func bytesNeeded(_ inputs: Inputs) -> Int {
    let hasState = arguments.saveState != nil || arguments.fromState != nil
    return forecasted(inputs, runs: 1).bytes * (hasState ? 2 : 1)
  }

  private func forecasted(_ inputs: Inputs, runs: Int) -> Forecast {
    Forecast(
      inputs, until: arguments.world.until, threads: arguments.world.workers, replicates: runs)
  }

  /// The scenario file's name without folder and ending.
  private var stem: String {
    ScenarioPath.stem(of: scenario)
  }

  private func forecast(_ inputs: Inputs, _ lives: WorldLives) {
    let forecast = forecasted(inputs, runs: lives.runs)
    guard !arguments.quiet, forecast.isWorthSaying else { return }
    StandardError.write(
      "expecting about \(RunWords.short(forecast.persons)) persons, "
        + "\(RunWords.bytes(forecast.bytes)) of memory and \(RunWords.seconds(forecast.seconds)) "
        + "on \(arguments.world.workers == 1 ? "1 thread" : "\(arguments.world.workers) threads")")
  }

  private func makeFolder(_ loaded: LoadedScenario) throws -> OutputFolder {
    let folder =
      try arguments.out.map {
        let inputs = loaded.files + [arguments.fromState].compactMap { $0 }
        return try OutputFolder.named($0, force: arguments.force, reading: inputs)
      } ?? OutputFolder.fresh(scenario: stem, seed: loaded.inputs.run.seed)
    warn(ifWithoutLocks: folder.lock, folder.path)
    return folder
  }

  private func checkSaveState(_ inputs: Inputs) throws {
    let last = min(arguments.world.until ?? inputs.run.until, inputs.run.until)
    guard let date = arguments.saveState, date < inputs.run.from || date > last else { return }
    StandardError.write(
      "error: --save-state \(date) lies outside the run, \(inputs.run.from) to \(last). Write a date "
        + "within it.")
    throw Exit.usage
  }

  /// What `--from-state` names, if the run may go on from it.
  private func savedRun(_ inputs: Inputs) throws -> SavedRun? {
    guard let path = arguments.fromState else { return nil }
    let saved = try StateFile.read(path)
    try saved.check(
      inputs, until: arguments.world.until ?? inputs.run.until,
      withTables: arguments.cells != .none, path: path)
    if let date = arguments.saveState, date <= saved.date {
      StandardError.write(
        "error: --save-state \(date) is over: \(path) is of \(saved.date). Write a later date, or "
          + "use that state.")
      throw Exit.usage
    }
    return saved
  }

  /// What is kept of all replicates: all of the first, of the others what they say of the evidence. Their
  /// months are in `replicates.csv` by then, so that memory does not grow with their number.
  private struct FinishedReplicates {
    var first: RecordedRun
    var evidence: [[Double?]]
  }

  /// Replicate 0 and those after it, up to an interruption: the last may be partial only if it is the first.
  /// - Throws: the exit code, where not even one day was lived.
  private func simulateAll(
    _ loaded: LoadedScenario, _ lives: WorldLives, from saved: SavedRun?,
    _ folder: inout OutputFolder
  ) throws -> FinishedReplicates {
    let keep = arguments.saveState.map { date in
      keeper(loaded, date, saved?.replicate ?? 0, path: folder.stage("state.kosh"))
    }
    var bar = ProgressBar(quiet: arguments.quiet, replicates: lives.runs)
    defer { bar.end() }
    var runs: FinishedReplicates?
    for replicate in 0..<lives.runs where Interruption.signalNumber == nil {
      bar.begin(replicate: replicate)
      let lived = try loadedInWorld(loaded, lives.world(of: replicate))
      let run = try simulated(lived, replicate, from: saved, keep: keep) { bar.show($0) }
      if let date = arguments.saveState, run.summary.lastDay < date {
        folder.withdraw("state.kosh")
      }
      guard run.summary.isComplete || replicate == 0 else { break }
      if lives.runs > 1 {
        try folder.write(replicate: replicate, run.records.months)
      }
      if runs == nil { runs = FinishedReplicates(first: run, evidence: []) }
      runs?.evidence.append(run.evidence)
    }
    guard let runs else {
      StandardError.write("interrupted before the first day: nothing was written")
      throw Exit.interrupted(by: Interruption.signalNumber ?? 2)
    }
    return runs
  }

  private func simulated(
    _ loaded: LoadedScenario, _ replicate: Int, from saved: SavedRun?,
    keep: ((RunRecords, RunState) throws -> Void)?,
    progress: @escaping (Simulation.Progress) -> Void
  ) throws -> RecordedRun {
    var options = arguments.runOptions(
      replicate: replicate, evidence: EvidenceCounter(loaded.evidence, scale: 1))
    if let saved { options.replicate = UInt32(saved.replicate) }
    return try RecordedRun(
      loaded.inputs, options: options, from: saved, facts: loaded.evidence,
      keepsTables: replicate == 0, keep: keep ?? { _, _ in }
    ) {
      progress($0)
      return Interruption.signalNumber == nil
    }
  }

  /// Writes the state as soon as it is there, since it is as large as the world.
  private func keeper(
    _ loaded: LoadedScenario, _ date: Day, _ replicate: Int, path: String
  ) -> (RunRecords, RunState) throws -> Void {
    { records, state in
      try StateFile.write(
        SavedRun(
          version: Build.version, scenarioText: loaded.resolvedText, replicate: replicate,
          date: date, withTables: arguments.cells != .none, records: records, state: state),
        to: path)
    }
  }

  private func write(
    _ runs: FinishedReplicates, _ loaded: LoadedScenario, _ lives: WorldLives,
    to folder: inout OutputFolder, start: Double
  ) throws -> RunResults {
    let inputs = loaded.inputs
    var manifest = Manifest(
      runs.first, inputs: inputs, scenario: stem, scenarioText: loaded.resolvedText)
    manifest.threads = arguments.world.workers
    manifest.worlds = lives.worlds > 0 ? lives.worlds : nil
    manifest.complete = manifest.complete && runs.evidence.count == lives.runs
    addCosts(&manifest, start: start)
    var results = RunResults(
      runs.first, inputs: inputs, manifest: manifest,
      evidence: EvidenceRow.rows(loaded.evidence, runs.evidence))
    let page = RunPage(results)
    let finished = FinishedRun(
      results: results, records: runs.first.records, scenarioText: loaded.resolvedText,
      page: page.html, charts: page.chartFiles, withCells: arguments.cells != .none)
    results.manifest = try folder.write(finished) { manifest, seconds in
      manifest.writingSeconds = seconds
      addCosts(&manifest, start: start)
    }
    return results
  }

  private func addCosts(_ manifest: inout Manifest, start: Double) {
    manifest.wallSeconds = Machine.wallSeconds - start
    manifest.cpuSeconds = Machine.processorSeconds
    manifest.peakMemoryBytes = Machine.peakMemoryBytes
  }

  private func report(_ results: RunResults, folder: String) throws {
    switch arguments.format {
    case .text:
      try StandardOutput.write(
        HeadlineText.text(results, page: folder + "/report.html"), terminator: "")
    case .json:
      try StandardOutput.write(HeadlineJSON.json(results, folder: folder).text, terminator: "")
    }
  }
}
