import Foundation
import Kernel
import Measurement

/// The folder of one comparison. Each run is kept in it as soon as it has ended, so that a comparison that
/// was stopped at any moment goes on where it was; results get their names together at the end.
package struct ComparisonFolder: Sendable {
  package let path: String
  /// Whether an earlier process has written all results.
  package let isFinished: Bool
  /// While this stands no other process gets the folder.
  package let lock: FolderLock

  static let planName = "plan.json"
  static let keptName = "finished-runs"
  static let partialName = "partial"
  static let scenariosName = "scenarios"
  /// What the folder of each scenario holds.
  static let scenarioFileNames = [
    "scenario.yaml", "national.csv", "replicates.csv", secondLivesName,
  ]
  /// Runs of worlds that were lived once more, by which luck is told.
  static let secondLivesName = "second-lives.csv"
  private static let assumptionsName = "assumptions.csv"
  /// What a comparison has only where it lives in worlds.
  private static let worldsNames = [assumptionsName]
  private static let resultNames = [
    "differences.csv", "evidence.csv", "results.sqlite", "report.html", ChartFile.folder,
    scenariosName,
  ]
  /// What a comparison may leave in its folder, beside its manifest.
  static let ownNames =
    [planName, keptName, partialName, briefName] + resultNames + worldsNames
  /// Made on demand, from the results.
  private static let briefName = "brief.html"

  /// The folder that `--out` names: a new or empty one; one that holds the same plan, which goes on; or
  /// with `force` one that holds what Kosh wrote.
  ///
  /// - Parameter reading: Files and folders that are compared, which are not to be replaced.
  /// - Throws: ``FolderFault``.
  package static func named(
    _ path: String, plan: String, force: Bool, reading: [String] = []
  ) throws -> ComparisonFolder {
    try OutputFolder.checkIsFolder(path)
    let (lock, _) = try FolderLock.making(path)
    let folder = ComparisonFolder(path: path, isFinished: false, lock: lock)
    if FileBytes.text(of: folder.file(planName)) == plan, !force {
      let isFinished = (try? ComparisonManifest.read(folder: path))?.complete ?? false
      if isFinished { folder.tidy() }
      return ComparisonFolder(path: path, isFinished: isFinished, lock: lock)
    }
    let files = try OwnFiles(path)
    if !files.names.allSatisfy({ $0 == planName + ".partial" }) {
      guard force else {
        throw files.names.contains(planName)
          ? FolderFault.otherPlan(path: path) : files.refusal
      }
      try files.checkForce(wanted: ownNames + [OwnFiles.manifestName], reading: reading)
      files.remove()
    }
    try FileBytes.replace(plan, at: folder.file(planName))
    return folder
  }

  private func file(_ name: String) -> String { path + "/" + name }

  private func keptPath(_ scenario: String, _ replicate: Int) -> String {
    file("\(Self.keptName)/\(scenario)-\(replicate).run")
  }

  /// A run that an earlier process has finished; nil where there is none that is whole.
  package func kept(_ scenario: String, replicate: Int) -> ComparedRun? {
    FileManager.default.contents(atPath: keptPath(scenario, replicate))
      .flatMap { ComparedRun(bytes: Array($0)) }
  }

  /// Keeps a finished run.
  /// - Throws: ``FolderFault`` with the path.
  package func keep(_ run: ComparedRun, _ scenario: String, replicate: Int) throws {
    try OutputFolder.makeFolder(file(Self.keptName))
    let path = keptPath(scenario, replicate)
    try FileBytes.write(run.bytes, to: path + ".partial")
    try FileBytes.rename(path + ".partial", to: path)
  }

  /// Writes all results, the manifest last, and lets go of the runs kept.
  ///
  /// - Parameters:
  ///   - runs: by scenario and run, second lives of worlds last.
  ///   - charts: the files that belong to the page.
  ///   - texts: each scenario's effective text, every key resolved.
  ///   - costs: fills in what it has cost, called when all but the manifest is written.
  /// - Throws: ``FolderFault`` with the path.
  package func write(
    _ results: ComparisonResults, runs: [[ComparedRun]], texts: [String], page: String,
    charts: [ChartFile], costs: (inout ComparisonManifest, _ writingSeconds: Double) -> Void
  ) throws -> ComparisonManifest {
    let start = Machine.wallSeconds
    let partial = file(Self.partialName)
    try? FileManager.default.removeItem(atPath: partial)
    do {
      try OutputFolder.makeFolder(partial)
      try FileBytes.write(ComparisonTables.differences(results), to: partial + "/differences.csv")
      if !results.assumptions.isEmpty {
        try FileBytes.write(
          ComparisonTables.assumptions(results), to: "\(partial)/\(Self.assumptionsName)")
      }
      let names = results.scenarios.dropFirst().map(\.name)
      try FileBytes.write(
        EvidenceTables.csv(
          results.evidence, variants: Array(zip(names, results.variantEvidence))),
        to: partial + "/evidence.csv")
      try FileBytes.write(page, to: partial + "/report.html")
      try ChartFile.replace(charts, in: partial)
      for (number, scenario) in results.scenarios.enumerated() {
        let folder = "\(partial)/\(Self.scenariosName)/\(scenario.name)"
        try OutputFolder.makeFolder(folder)
        try FileBytes.write(texts[number], to: folder + "/scenario.yaml")
        let names = results.indicators.map(\.name)
        try FileBytes.write(
          ComparisonTables.national(runs[number][0], names), to: folder + "/national.csv")
        let count = results.manifest.replicates
        try FileBytes.write(
          ComparisonTables.replicates(Array(runs[number].prefix(count)), names),
          to: folder + "/replicates.csv")
        guard runs[number].count > count else { continue }
        try FileBytes.write(
          ComparisonTables.replicates(Array(runs[number].dropFirst(count)), names),
          to: "\(folder)/\(Self.secondLivesName)")
      }
      try ComparisonDatabase.write(results, runs: runs, to: partial + "/results.sqlite")
      var manifest = results.manifest
      costs(&manifest, Machine.wallSeconds - start)
      try FileBytes.write(manifest.json.text, to: partial + "/manifest.json")
      try commit(partial)
      return manifest
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
  }

  /// Gives what was written its names; whatever interrupts it leaves a folder that goes on.
  private func commit(_ partial: String) throws {
    unlink(file("manifest.json"))
    let inWorlds = Self.worldsNames.filter {
      FileManager.default.fileExists(atPath: "\(partial)/\($0)")
    }
    for name in Self.worldsNames { try? FileManager.default.removeItem(atPath: file(name)) }
    for name in inWorlds + Self.resultNames + ["manifest.json"] {
      try? FileManager.default.removeItem(atPath: file(name))
      try FileBytes.rename(partial + "/" + name, to: file(name))
    }
    tidy()
  }

  /// Takes away what a finished comparison needs no more.
  private func tidy() {
    for name in [Self.partialName, Self.keptName] {
      try? FileManager.default.removeItem(atPath: file(name))
    }
  }
}
