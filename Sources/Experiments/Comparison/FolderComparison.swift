import Foundation
import Inputs
import Kernel
import Measurement
import Results
import ScenarioFile

/// A comparison of two run folders that are there already.
package struct FolderComparison: Sendable {
  package var results: ComparisonResults
  /// By folder and replicate.
  package var runs: [[ComparedRun]]
  /// The effective scenarios.
  package var texts: [String]
  package var plan: String
  /// What a reader must know of the pair: other luck, fewer months or replicates than a folder holds.
  package var remarks: [String] = []

  /// Reads two run folders over their common months.
  /// - Throws: `FolderFault`, ``ComparisonFault``, or what is wrong with a folder's scenario.
  package init(base: String, variant: String) throws {
    let folders = try [FinishedFolder(path: base), FinishedFolder(path: variant)]
    let (a, b) = (folders[0].results, folders[1].results)
    guard a.manifest.scale == b.manifest.scale else {
      throw ComparisonFault.otherScale(base, variant)
    }
    let months = a.months.filter(b.months.contains)
    guard !months.isEmpty else { throw ComparisonFault.otherDays(base, variant) }
    let inputs = try [base, variant].map { path throws(ScenarioFaults) in
      try ScenarioLoader.load(path: path + "/scenario.yaml").inputs
    }
    try FolderComparison.check(inputs[0].run, inputs[1].run, variant)
    let indicators = a.indicators.filter { one in b.indicators.contains { $0.name == one.name } }
    let count = min(folders[0].runs.count, folders[1].runs.count)
    guard a.manifest.worlds == b.manifest.worlds else {
      throw ComparisonFault.otherWorlds(variant)
    }
    let worlds = min(a.manifest.worlds ?? 0, count)
    runs = folders.map { folder in
      folder.runs.prefix(count).map { $0.cut(to: months, indicators, of: folder.results) }
    }
    texts = folders.map(\.text)
    let hasOtherLuck = a.manifest.seed != b.manifest.seed
    if hasOtherLuck {
      remarks.append(
        "\(variant): warning: its seed is not the baseline's, so the differences include chance too."
      )
    }
    let longest = max(a.months.count, b.months.count)
    if months.count < longest {
      remarks.append(
        "\(variant): warning: of up to \(longest) months in the folders the \(months.count) are compared "
          + "that both have.")
    }
    if folders[0].runs.count != folders[1].runs.count {
      remarks.append(
        "\(variant): warning: the folders hold \(folders[0].runs.count) and \(folders[1].runs.count) "
          + "replicates, of which \(count) are compared.")
    }
    plan =
      JSON.object([
        ("version", .text(Build.version)), ("replicates", .integer(count)),
        ("folders", .array(folders.map { .text($0.results.manifest.digest) })),
        ("scenarios", .array(folders.map { .text($0.results.manifest.scenarioSHA256) })),
      ]).text
    var scenarios = folders.map(\.scenario)
    if scenarios[0].name == scenarios[1].name { scenarios[1].name += "-2" }
    scenarios[1].changes = PolicyChanges(from: inputs[0], to: inputs[1]).rows
    results = ComparisonResults(
      scenarios, runs, WorldLives(worlds: worlds, replicates: count, secondLives: 0), indicators,
      country: inputs[0].country, plan: plan)
    results.evidence = a.evidence
    results.variantEvidence = [
      a.evidence.map { row in
        EvidenceRow(
          fact: row.fact, values: b.evidence.first { $0.fact == row.fact }?.values ?? [])
      }
    ]
    results.manifest.isLuckCommon = !hasOtherLuck
    results.manifest.seed = a.manifest.seed
    results.manifest.scale = a.manifest.scale
    results.manifest.firstDay = "\(months[0])"
    results.manifest.lastDay = "\(months[months.count - 1].adding(months: 1) - 1)"
  }
}

extension FolderComparison {
  /// Runs that began on another day, or with another past, are no pair; a longer one is, and other luck is told.
  private static func check(
    _ base: RunSettings, _ own: RunSettings, _ path: String
  ) throws(ComparisonFault) {
    var like = own
    (like.until, like.seed) = (base.until, base.seed)
    if let found = like.firstUnpaired(with: base, until: nil) {
      throw .otherRun(path, key: found.key, own: found.own, base: found.other)
    }
  }
}

/// A finished run's folder as a comparison reads it.
private struct FinishedFolder {
  var results: RunResults
  var runs: [ComparedRun]
  var text: String

  init(path: String) throws {
    results = try RunDatabase.read(folder: path)
    text = FileBytes.text(of: path + "/scenario.yaml") ?? ""
    let first = ComparedRun(
      digest: results.manifest.digest, months: results.months, national: results.national,
      margins: try RunDatabase.readMargins(folder: path, months: results.months),
      persons: results.about.persons, employers: results.about.employers,
      events: results.manifest.events)
    let table = FileBytes.text(of: path + "/replicates.csv")
    runs = [first] + (table.map { Self.further($0, like: first) } ?? [])
  }

  /// Replicates after the first, as `replicates.csv` has them; without margins.
  private static func further(_ table: String, like first: ComparedRun) -> [ComparedRun] {
    let width = first.national.first?.count ?? 0
    var runs: [ComparedRun] = []
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == width + 2, let number = Int(fields[1]), number > 0,
        let month = Day(text: fields[0] + "-01")
      else { continue }
      if number > runs.count {
        runs.append(
          ComparedRun(
            digest: "\(first.digest) \(number)", months: [], national: [], margins: Margins()))
      }
      runs[number - 1].months.append(month)
      runs[number - 1].national.append(fields.dropFirst(2).map { Double($0) })
    }
    // The last replicate of an interrupted run may lack months.
    return runs.filter { $0.months == first.months }
  }

  var scenario: ComparedScenario {
    let about = results.about
    return ComparedScenario(
      name: results.manifest.scenario, title: about.name, question: about.question,
      scenarioSHA256: results.manifest.scenarioSHA256, digest: results.manifest.digest,
      persons: about.persons, employers: about.employers, measures: about.measures)
  }
}

extension ComparedRun {
  /// The same over fewer months and indicators.
  fileprivate func cut(
    to months: [Day], _ indicators: [Indicator], of results: RunResults
  ) -> ComparedRun {
    let rows = self.months.indices.filter { months.contains(self.months[$0]) }
    let columns = indicators.compactMap { wanted in
      results.indicators.firstIndex { $0.name == wanted.name }
    }
    var cut = self
    cut.months = months
    cut.national = rows.map { row in columns.map { national[row][$0] } }
    cut.margins.series = margins.series.map { series in rows.map { series[$0] } }
    return cut
  }
}
