import Experiments
import Foundation
import Inputs
import Kernel
import Measurement
import Reporting
import Results
import ScenarioFile

/// The lab: a baseline, what may be changed of it, the policies that are kept, and the runs that pages ask for.
package final class Lab: @unchecked Sendable {
  let settings: LabSettings
  let reader: PolicyReader
  let controls: PolicyControls
  let gallery: Gallery
  let kept: KeptPolicies
  let bench: Workbench
  let lastDay: Day
  /// Runs of each scenario, and in which worlds they live.
  let lives: WorldLives

  private let lock = NSLock()
  // Under the lock.
  private var asked: [Int: Asked] = [:]
  private var pages: [(id: String, html: String)] = []
  private var nextPage = 1

  /// Pages of their own that are kept for the browser.
  private static let mostPages = 8

  /// What a page asked for, and what it has been shown of it.
  struct Asked: Sendable {
    var page: String
    var comparison: Comparison
    var policies: [LabPolicy]
    var shown: Shown?
  }

  /// An answer as far as it has come, in a language.
  struct Shown: Sendable {
    var worlds: Int
    var language: Language
    var html: String
    var digest: String
  }

  /// - Throws: `ScenarioFaults` of the baseline, `ComparisonFault` of its worlds, ``LabFault``.
  package init(_ settings: LabSettings, left: FaultNotes.Left? = nil, notes: FaultNotes? = nil)
    throws
  {
    self.settings = settings
    reader = try PolicyReader(baseline: settings.baseline, overrides: settings.overrides)
    let inputs = reader.base.inputs
    lastDay = min(settings.until ?? inputs.run.until, inputs.run.until)
    guard lastDay >= inputs.run.from.adding(months: 1).firstOfMonth - 1 else {
      throw LabFault.shortRun
    }
    let available = reader.base.worlds?.count ?? 0
    let isOverWorlds = available > 0 && settings.worlds != .none
    lives = try WorldLives(
      settings.worlds, available: available,
      replicates: settings.replicates ?? (isOverWorlds ? nil : LabSettings.usualReplicates))
    controls = PolicyControls(reader.base)
    gallery = Gallery(reader, named: settings.gallery)
    kept = KeptPolicies(folder: settings.folder, reader: reader)
    var plan = WorkbenchPlan(
      base: reader.base, lives: lives, lastDay: lastDay,
      kept: min(controls.firstDay - 1, lastDay), workers: settings.workers,
      folder: settings.folder, withCells: true)
    plan.suspects = left?.suspects ?? []
    plan.suspicion = Words(settings.language)("lab.error.crash")
    plan.atWork = { notes?.note($0) }
    // Where it cannot be made, worlds are lived again instead of put aside.
    try? OutputFolder.makeFolder(settings.folder)
    bench = Workbench(plan)
  }

  /// The baseline's inputs.
  package var base: Inputs { reader.base.inputs }

  /// What cannot be done without: a world a worker, and the world that it goes on from.
  package var leastBytes: Int {
    2 * settings.workers * Forecast(base, until: lastDay, threads: 1, replicates: 1).bytes
  }

  func open() { bench.open() }
  func close() { bench.close() }

  /// Remembers what a page asked for; what it asked for before is forgotten.
  func remember(_ id: Int, _ new: Asked) {
    lock.withLock {
      asked = asked.filter { $0.value.page != new.page }
      asked[id] = new
      // As many as the bench has orders: the oldest has gone.
      if asked.count > 64, let oldest = asked.keys.min() { asked[oldest] = nil }
    }
  }

  func asked(_ id: Int) -> Asked? { lock.withLock { asked[id] } }

  func note(_ id: Int, _ shown: Shown) { lock.withLock { asked[id]?.shown = shown } }

  /// Keeps a page of its own for the browser.
  /// - Returns: what it is called in a link.
  func put(page html: String) -> String {
    lock.withLock {
      let id = "\(nextPage)"
      nextPage += 1
      pages.append((id, html))
      if pages.count > Self.mostPages { pages.removeFirst() }
      return id
    }
  }

  func page(_ id: String) -> String? { lock.withLock { pages.first { $0.id == id }?.html } }

  /// Whether `kosh compare` would take another number of runs by itself.
  private var retypesReplicates: Bool { settings.replicates != nil || lives.worlds == 0 }

  /// The command that makes the same comparison from files.
  func command(_ policies: [LabPolicy]) -> String {
    let paths = [settings.baseline] + policies.map { kept.path(of: $0.document) }
    return "kosh compare " + paths.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
      + settings.retyped + (retypesReplicates ? " --replicates \(lives.replicates)" : "")
  }
}
