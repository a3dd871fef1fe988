import Kernel
import Measurement

/// All that a finished or interrupted run leaves, ready to be written.
package struct FinishedRun: Sendable {
  package var results: RunResults
  /// Of replicate 0.
  package var records: RunRecords
  /// The effective scenario, every key resolved.
  package var scenarioText: String
  /// `report.html`.
  package var page: String
  /// The files that belong to it.
  package var charts: [ChartFile]
  /// Whether `cells.csv` is written.
  package var withCells: Bool

  package init(
    results: RunResults, records: RunRecords, scenarioText: String, page: String,
    charts: [ChartFile] = [], withCells: Bool
  ) {
    self.results = results
    self.records = records
    self.scenarioText = scenarioText
    self.page = page
    self.charts = charts
    self.withCells = withCells
  }
}

extension OutputFolder {
  /// Writes a whole run folder, the manifest last; a failure leaves the folder as it was.
  ///
  /// - Parameter costs: fills in what the run has cost, called when all but the manifest is written, with
  ///   the seconds that took.
  /// - Throws: ``FolderFault`` with the path.
  package mutating func write(
    _ run: FinishedRun, costs: (inout Manifest, _ writingSeconds: Double) -> Void
  ) throws -> Manifest {
    let start = Machine.wallSeconds
    do {
      try write("scenario.yaml", Array(run.scenarioText.utf8))
      try write("report.html", Array(run.page.utf8))
      if !run.charts.isEmpty { try write(charts: run.charts) }
      let months = run.records.months
      try write("national.csv", RunTables.national(months))
      let scale = run.results.manifest.scale
      try write("daily.csv", RunTables.daily(run.records.days, scale: scale))
      if !run.results.evidence.isEmpty {
        try write("evidence.csv", EvidenceTables.csv(run.results.evidence))
      }
      if run.withCells { try write("cells.csv", RunTables.cells(months)) }
      try RunDatabase.write(run.results, months: months, to: stage("results.sqlite"))
      var manifest = run.results.manifest
      costs(&manifest, Machine.wallSeconds - start)
      try commit(manifest: manifest)
      return manifest
    } catch {
      discard()
      throw error
    }
  }
}
