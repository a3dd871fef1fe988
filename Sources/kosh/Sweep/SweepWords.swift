import Cluster
import Experiments
import Foundation
import Kernel
import Reporting
import Results

/// What the sweep commands say.
enum SweepWords {
  /// The first points as an aligned table.
  static func points(_ sweep: Sweep, most: Int = 20) -> String {
    let shown = min(most, sweep.points.count)
    let rows = (0..<shown).map { point in
      ["\(point)"] + zip(sweep.plan.factors, sweep.points[point]).map { $0.text(at: $1) }
    }
    let table = StudyTable(
      "\(sweep.plan.name): \(sweep.plan.design.kind), \(sweep.points.count) points",
      columns: ["point"] + sweep.plan.factors.map(\.path), rows: rows,
      notes: shown < sweep.points.count ? ["and \(sweep.points.count - shown) more"] : [])
    return table.text
  }

  /// The first points with the values that they give, in base units.
  static func members(_ sweep: Sweep, most: Int = 20) -> [(key: String, value: JSON)] {
    let layout = sweep.layout
    let shown = (0..<min(most, sweep.points.count)).map { point in
      var members: [(key: String, value: JSON)] = [("point", .integer(point))]
      for (name, cell) in zip(layout.factors, layout.cells(point)) {
        switch cell {
        case .number(let number): members.append((name, .number(number)))
        case .word(let word): members.append((name, .text(word)))
        }
      }
      return JSON.object(members)
    }
    return [
      ("name", .text(sweep.plan.name)), ("design", .text(sweep.plan.design.kind)),
      ("points", .integer(sweep.points.count)),
      ("policies", .array(layout.policies.map(JSON.text))),
      ("outcomes", .array(layout.outcomes.map(JSON.text))), ("first_points", .array(shown)),
    ]
  }

  static func json(_ forecast: SweepForecast) -> JSON {
    .object([
      ("runs", .integer(forecast.runs)), ("seconds", .number(forecast.seconds)),
      ("bytes_of_memory", .integer(forecast.bytesOfMemory)),
      ("bytes_of_disk", .integer(forecast.bytesOfDisk)),
    ])
  }

  /// What is known beforehand of points that cannot be simulated; nil where all can.
  static func warning(_ ahead: PointsAhead, of count: Int, plan: String) -> String? {
    guard let first = ahead.firstFailing else { return nil }
    let tried = ahead.tried < count ? "\(ahead.tried) points tried" : "\(count) points"
    return
      "\(plan): warning: \(ahead.failing) of \(tried) cannot be simulated and will be recorded as "
      + "failed. Point \(first): \(ahead.reason)"
  }

  static func forecast(_ forecast: SweepForecast) -> String {
    "expecting \(NumberText.grouped(forecast.runs)) runs, about \(duration(forecast.seconds)), "
      + "\(RunWords.bytes(forecast.bytesOfMemory)) of memory and "
      + "\(RunWords.bytes(forecast.bytesOfDisk)) of disk"
  }

  static func totals(
    _ totals: SweepTotals, path: String, jobs: SlurmSweep.Status? = nil, format: FormatArgument
  ) -> String {
    guard format == .text else { return json(totals, path: path, jobs: jobs).compactText }
    let text = self.totals(totals, path: path)
    return jobs.map { self.jobs($0, totals) + "\n" + text } ?? text
  }

  private static func json(
    _ totals: SweepTotals, path: String, jobs: SlurmSweep.Status?
  ) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("folder", .text(path)), ("points", .integer(totals.points)), ("done", .integer(totals.done)),
      ("failed", .integer(totals.failed)), ("missing", .integer(totals.missing)),
    ]
    if let jobs {
      members += [
        ("tasks_queued", .integer(jobs.queued)), ("tasks_running", .integer(jobs.running)),
        ("points_lost", .integer(jobs.lostPoints)),
        ("seconds_left", jobs.secondsLeft.map { .number($0) } ?? .null),
      ]
    }
    return .object(members)
  }

  static func totals(_ totals: SweepTotals, path: String) -> String {
    var parts = ["\(totals.done) of \(totals.points) points done"]
    if totals.failed > 0 { parts.append("\(totals.failed) failed (failures.csv)") }
    if totals.missing > 0 { parts.append("\(totals.missing) missing") }
    return parts.joined(separator: ", ") + "\n\(path)"
  }

  static func jobs(_ status: SlurmSweep.Status, _ totals: SweepTotals) -> String {
    var parts = ["\(status.queued) tasks queued", "\(status.running) running"]
    if status.lostPoints > 0 { parts.append("\(status.lostPoints) points lost") }
    for (state, count) in status.endings.sorted(by: { $0.key < $1.key }) {
      parts.append("\(count) \(state.lowercased())")
    }
    if let left = status.secondsLeft, totals.missing > 0 {
      parts.append("about \(duration(left)) left")
    }
    return "Slurm: " + parts.joined(separator: ", ")
  }

  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<120: RunWords.seconds(seconds)
    case ..<7200: NumberText.fixed(seconds / 60, decimals: 0) + " minutes"
    default: NumberText.fixed(seconds / 3600, decimals: 1) + " hours"
    }
  }
}

/// A line on the terminal that says how far a sweep has come.
struct SweepBar {
  private let line: StatusLine
  private var lastDraw = 0.0

  init(quiet: Bool) { line = StatusLine(quiet: quiet) }

  mutating func show(_ progress: SweepSession.Progress) {
    let now = Machine.wallSeconds
    guard line.isVisible, now - lastDraw >= 0.1 else { return }
    lastDraw = now
    let part = Double(progress.done) / Double(max(1, progress.all))
    let failed = progress.failed > 0 ? ", \(progress.failed) failed" : ""
    let left = SweepWords.duration(progress.secondsLeft) + " left"
    let count = "\(progress.done) of \(progress.all)"
    line.show([
      "\(ProgressBar.bar(part)) \(count) points\(failed)  \(left)",
      "\(ProgressBar.shortBar(part)) \(count)\(failed)  \(left)",
      "\(count)\(failed)  \(left)", count,
    ])
  }

  /// Takes the line away.
  mutating func end() { line.end() }
}
