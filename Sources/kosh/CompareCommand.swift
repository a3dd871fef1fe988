import ArgumentParser
import Experiments
import Foundation
import Inputs
import Kernel
import Reporting
import Results
import ScenarioFile

/// `kosh compare BASE VARIANT…`
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Compares a baseline with its variants, using the same random draws; writes a folder with a page.",
    discussion: """
      Replicate by replicate, every scenario uses the same random draws and, where the scenario names \
      plausible worlds, lives in the same one; differences are taken pair by pair, with the range of \
      nine worlds in ten, or with 95 % intervals of luck alone. Reforms joined by +, as in a.yaml+b.yaml, \
      hold together; where two set one key differently they are refused. Two finished run folders are \
      compared as they are. Finished runs are \
      kept: the same command with --out resumes where it was stopped.

      Exits with 0 when done, 1 when --precision was not reached, 64 for wrong usage or a folder that \
      is not empty, 65 for a bad scenario, 70 for a fault of Kosh, 74 for files and disk, 130 or 143 \
      when interrupted.

      Example: kosh compare \(ShippedCase.baseline) Scenarios/minimum-wage-2007.yaml \
      --scale 1:100 --until 2007-12-31
      """)

  @Argument(
    help: "The baseline: a scenario file, or a finished run's folder.", completion: .yaml)
  var base: String

  @Argument(
    help: "The variants: scenario files, several joined by + to hold together, or one more folder.",
    completion: .yaml)
  var variants: [String]

  @OptionGroup var arguments: CompareArguments

  func run() throws {
    let start = Machine.wallSeconds
    Interruption.listen()
    if isFolder(base) { return try compareFolders(start) }
    let scenarios = try ([base] + variants).map { path in
      (
        path: path,
        loaded: try LoadedScenario.forCommand(
          path, overrides: arguments.world.overrides, isCompared: true)
      )
    }
    try arguments.world.checkUntil(scenarios[0].loaded.inputs)
    let comparison = try orFault {
      try Comparison(
        scenarios, lives: arguments.lives(scenarios.map(\.loaded)), until: arguments.world.until,
        precision: arguments.wantedPrecision, withCells: arguments.cells != .none,
        set: arguments.world.settings.overrides.map(Overrides.path))
    }
    for variant in scenarios.dropFirst() {
      let clause = variant.loaded.inputs.idleClause(
        beside: comparison.base, until: comparison.lastDay)
      if let clause { StandardError.write("\(variant.path): warning: \(clause)") }
    }
    let files = scenarios.flatMap(\.loaded.files)
    try orExit([.out, .force]) { try run(comparison, reading: files, start) }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The command that gives the same, wherever its results go.
  private var command: String {
    let names = ([base] + variants).map { $0.contains(" ") ? "'\($0)'" : $0 }
    return "kosh compare " + names.joined(separator: " ") + arguments.retyped
  }

  private func folder(
    plan: String, name: String, seed: Int, reading: [String]
  ) throws -> ComparisonFolder {
    let path =
      try arguments.out
      ?? OutputFolder.fresh(scenario: "compare-\(name)", seed: seed).path
    let folder = try ComparisonFolder.named(
      path, plan: plan, force: arguments.force, reading: reading)
    warn(ifWithoutLocks: folder.lock, path)
    return folder
  }

  private func run(
    _ comparison: Comparison, reading files: [String], _ start: Double
  ) throws {
    let folder = try folder(
      plan: comparison.plan, name: comparison.arms[0].name, seed: comparison.base.run.seed,
      reading: files)
    if folder.isFinished {
      return try report(ComparisonDatabase.read(folder: folder.path), folder: folder.path)
    }
    forecast(comparison)
    try MemoryShortage.check(comparison.leastBytes)
    var settings = ComparisonSettings()
    settings.workers = arguments.world.workers
    settings.kept = { folder.kept($0, replicate: $1) }
    settings.keep = { try folder.keep($0, $1, replicate: $2) }
    settings.keepsGoing = { Interruption.signalNumber == nil }
    let line = StatusLine(quiet: arguments.quiet)
    settings.progress = { line.show("run \($0) of \($1)") }
    let runs: ComparisonRuns
    do {
      defer { line.end() }
      runs = try comparison.run(settings)
    } catch is RunStopped {
      StandardError.write(
        "interrupted: finished runs are kept in \(folder.path); the same command with "
          + "--out \(folder.path) resumes")
      throw Exit.interrupted(by: Interruption.signalNumber ?? 2)
    } catch let faults as ScenarioFaults {
      // A world whose values do not stand together.
      StandardError.write(faults.description)
      throw faults.exitCode
    }
    try finish(
      comparison.results(runs.runs), runs.runs, try texts(comparison), folder,
      simulated: runs.simulated, start)
  }

  /// Each scenario's effective text as its folder keeps it: that of replicate 0, whose series stands beside it.
  private func texts(_ comparison: Comparison) throws -> [String] {
    try comparison.arms.map { arm in
      try comparison.lives.world(of: 0).flatMap { try arm.scenario?.living(in: $0).resolvedText }
        ?? arm.text
    }
  }

  private func compareFolders(_ start: Double) throws {
    guard variants.count == 1, isFolder(variants[0]) else {
      StandardError.write(
        "error: '\(base)' is a folder, so compare it with one other run folder. Scenario files are "
          + "compared with scenario files.")
      throw Exit.usage
    }
    try orFault {
      try orExit([.out, .force]) {
        let pair = try FolderComparison(base: base, variant: variants[0])
        for remark in pair.remarks { StandardError.write(remark) }
        let folder = try folder(
          plan: pair.plan, name: pair.results.manifest.base, seed: pair.results.manifest.seed,
          reading: [base] + variants)
        if folder.isFinished {
          return try report(ComparisonDatabase.read(folder: folder.path), folder: folder.path)
        }
        try finish(pair.results, pair.runs, pair.texts, folder, simulated: 0, start)
      }
    }
  }

  private func finish(
    _ results: ComparisonResults, _ runs: [[ComparedRun]], _ texts: [String],
    _ folder: ComparisonFolder, simulated: Int, _ start: Double
  ) throws {
    var results = results
    results.manifest.command = command
    results.manifest.threads = arguments.world.workers
    results.manifest.runsSimulated = simulated
    let page = ComparisonPage(results)
    results.manifest = try folder.write(
      results, runs: runs, texts: texts, page: page.html, charts: page.chartFiles
    ) { manifest, seconds in
      manifest.writingSeconds = seconds
      manifest.wallSeconds = Machine.wallSeconds - start
      manifest.cpuSeconds = Machine.processorSeconds
      manifest.peakMemoryBytes = Machine.peakMemoryBytes
    }
    try report(results, folder: folder.path)
  }

  private func forecast(_ comparison: Comparison) {
    let forecast = comparison.forecast(workers: arguments.world.workers)
    guard !arguments.quiet, forecast.isWorthSaying else { return }
    StandardError.write(
      "expecting \(comparison.arms.count) scenarios × "
        + "\(arguments.precision == nil ? "" : "at most ")\(comparison.lives.runs) runs of "
        + "\(RunWords.short(forecast.persons)) persons, \(RunWords.bytes(forecast.bytes)) of memory "
        + "and \(RunWords.seconds(forecast.seconds)); a smaller --scale takes less")
  }

  private func report(_ results: ComparisonResults, folder: String) throws {
    switch arguments.format {
    case .text:
      try StandardOutput.write(
        ComparisonText.text(results, page: folder + "/report.html"), terminator: "")
    case .json:
      try StandardOutput.write(ComparisonJSON.json(results, folder: folder).text, terminator: "")
    }
    if !results.shortOfPrecision.isEmpty { throw Exit.no }
  }
}

/// Turns scenarios that cannot be compared into a line on standard error and 65.
private func orFault<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let fault as ComparisonFault {
    StandardError.write(fault.description)
    throw Exit.badData
  } catch let faults as ScenarioFaults {
    StandardError.write(faults.description)
    throw faults.exitCode
  }
}
