import Inputs
import Kernel
import Measurement
import Results
import Simulation

extension Study {
  /// What a run costs.
  static let speed = Study(
    name: "speed",
    question: "How long does the day loop take, by scale, length and threads?",
    scales: [0.01, 0.1, 1], replicates: 3
  ) { settings in
    // Small scales first: the process' peak of memory is then the present scale's.
    let scales = settings.scales.sorted()
    let from = settings.inputs.run.from
    let end = settings.until ?? from.adding(months: 60) - 1
    let ends = [from.adding(months: 12) - 1, end].filter { $0 <= end }
    var costs: [SpeedCost] = []
    for scale in scales {
      for last in ends.last == ends.first ? [end] : ends {
        for workers in [1, 2] {
          costs.append(
            try SpeedCost(settings, scale: scale, until: last, workers: workers))
        }
      }
    }
    guard let largest = costs.last else { return [] }
    return [
      StudyTable(
        "Time and memory, best of \(settings.replicates)",
        columns: [
          "scale", "days", "threads", "day loop", "events", "ns an event", "population",
          "burn-in", "records", "peak of the process",
        ],
        rows: costs.map(\.cells),
        notes: ["The day loop includes the standard audit, not the burn-in."]),
      StudyTable(
        "Events a simulated year at scale \(NumberText.shortest(largest.scale))",
        columns: ["event", "a year"], rows: largest.kinds),
    ]
  }
}

/// The best of some equal runs.
private struct SpeedCost {
  let scale: Double
  let workers: Int
  let days: Int
  var summary: RunSummary
  var bytes = 0
  var peakBytes = 0
  var records: RunRecords

  init(_ settings: StudySettings, scale: Double, until: Day, workers: Int) throws {
    self.scale = scale
    self.workers = workers
    days = until - settings.inputs.run.from + 1
    var bytes = 0
    var best: RecordedRun?
    for _ in 0..<settings.replicates {
      let run = try settings.run(
        settings.inputs, scale: scale, until: until, workers: workers, withTables: true
      ) { bytes = $0.bytes }
      if run.summary.dayLoopSeconds < best?.summary.dayLoopSeconds ?? .infinity { best = run }
    }
    guard let best else { throw StudyInterrupted() }
    summary = best.summary
    records = best.records
    self.bytes = bytes
    peakBytes = Machine.peakMemoryBytes
  }

  var cells: [String] {
    func seconds(_ seconds: Double) -> String { NumberText.fixed(seconds, decimals: 2) + " s" }
    func mebibytes(_ bytes: Int) -> String {
      NumberText.fixed(Double(bytes) / 1_048_576, decimals: 0) + " MiB"
    }
    return [
      NumberText.shortest(scale), NumberText.grouped(days), "\(workers)",
      seconds(summary.dayLoopSeconds), NumberText.grouped(summary.events),
      NumberText.fixed(1e9 * summary.dayLoopSeconds / Double(max(1, summary.events)), decimals: 0),
      seconds(summary.populationSeconds), seconds(summary.burnInSeconds), mebibytes(bytes),
      mebibytes(peakBytes),
    ]
  }

  /// Events of the simulated world a year by kind, not scaled back.
  var kinds: [[String]] {
    let years = Double(days) / 365.25
    var sums = [Double](repeating: 0, count: Flows.indicators.count)
    for row in records.months.flatMap(\.flows) {
      for column in sums.indices { sums[column] += row.values[column] * scale }
    }
    func row(_ name: String, _ count: Double) -> [String] {
      [name, NumberText.fixed(count / years, decimals: 0)]
    }
    let wakes =
      Double(summary.events) - sums[Flows.place(of: .meetings)]
      - sums[Flows.place(of: .sectorArrivals)]
    return [row("events in all", Double(summary.events)), row("wakes and reviews", wakes)]
      + zip(Flows.indicators, sums).map { row($0.name, $1) }
  }
}
