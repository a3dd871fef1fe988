import Kernel
import Reporting
import Simulation

/// A line on the terminal that says how far a run has come.
struct ProgressBar {
  private static let secondsBetweenDraws = 0.1

  private let line: StatusLine
  private let replicates: Int
  private var replicate = 0
  private var lastDraw = 0.0
  /// When the replicate's first day had been lived: building the population says nothing of its speed.
  private var firstDayEnd: Double?

  init(quiet: Bool, replicates: Int) {
    line = StatusLine(quiet: quiet)
    self.replicates = replicates
  }

  mutating func begin(replicate: Int) {
    self.replicate = replicate
    firstDayEnd = nil
  }

  mutating func show(_ progress: Simulation.Progress) {
    guard line.isVisible else { return }
    let now = Machine.wallSeconds
    guard let begun = firstDayEnd else {
      firstDayEnd = now
      return
    }
    guard now - max(lastDraw, begun) >= ProgressBar.secondsBetweenDraws else { return }
    lastDraw = now
    let part = Double(progress.daysDone) / Double(max(progress.daysInAll, 1))
    let seconds = now - begun
    let speed = Int(Double(progress.daysDone) / seconds)
    let left =
      RunWords.seconds(seconds / part * (Double(replicates - replicate) - part)) + " left"
    let which = replicates > 1 ? "  run \(replicate + 1) of \(replicates)" : ""
    let day = "\(progress.day)"
    let stage = progress.isBurnIn ? " (burn-in)" : ""
    line.show([
      "\(Self.bar(part)) \(day)\(stage)\(which)  \(speed) days/s  \(left)",
      "\(Self.shortBar(part)) \(day)  \(left)", "\(day)  \(left)", day,
    ])
  }

  /// Takes the line away.
  mutating func end() { line.end() }

  /// How much of something is done, as a bar.
  static func bar(_ part: Double) -> String { bar(part, width: 24, "█", "░") }

  /// The same for narrow terminals, of plain characters.
  static func shortBar(_ part: Double) -> String { "[" + bar(part, width: 10, "#", ".") + "]" }

  private static func bar(
    _ part: Double, width: Int, _ done: Character, _ open: Character
  ) -> String {
    let filled = Int(min(max(part, 0), 1) * Double(width))
    return String(repeating: done, count: filled) + String(repeating: open, count: width - filled)
  }
}
