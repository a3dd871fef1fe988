import Foundation
import Kernel
import Reporting
import Simulation

/// A line on the terminal that says how far a run has come; nothing where standard error is no terminal.
struct ProgressBar {
  private static let width = 24
  private static let secondsBetweenDraws = 0.1

  private let isShown: Bool
  private let replicates: Int
  private var replicate = 0
  private var lastDraw = 0.0
  /// When the replicate's first day had been lived: building the population says nothing of its speed.
  private var firstDayEnd: Double?

  init(quiet: Bool, replicates: Int) {
    isShown = !quiet && Machine.errorIsTerminal
    self.replicates = replicates
  }

  mutating func begin(replicate: Int) {
    self.replicate = replicate
    firstDayEnd = nil
  }

  mutating func show(_ progress: Simulation.Progress) {
    guard isShown else { return }
    let now = Machine.wallSeconds
    guard let begun = firstDayEnd else {
      firstDayEnd = now
      return
    }
    guard now - max(lastDraw, begun) >= ProgressBar.secondsBetweenDraws else { return }
    lastDraw = now
    let part = Double(progress.daysDone) / Double(max(progress.daysInAll, 1))
    let filled = Int(part * Double(ProgressBar.width))
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: ProgressBar.width - filled)
    let seconds = now - begun
    let speed = Int(Double(progress.daysDone) / seconds)
    let left = seconds / part * (Double(replicates - replicate) - part)
    let which = replicates > 1 ? "  run \(replicate + 1) of \(replicates)" : ""
    let stage = progress.isBurnIn ? " (burn-in)" : ""
    write(
      "\r\(bar) \(progress.day)\(stage)\(which)  \(speed) days/s  \(RunWords.seconds(left)) left\u{1B}[K"
    )
  }

  /// Takes the line away.
  func end() {
    if isShown && lastDraw > 0 { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// A word on how far something has come, on a terminal only.
struct StatusLine: Sendable {
  private let isShown: Bool

  init(quiet: Bool) { isShown = !quiet && Machine.errorIsTerminal }

  func show(_ text: String) {
    if isShown { FileHandle.standardError.write(Data("\r\(text)\u{1B}[K".utf8)) }
  }

  /// Takes the line away.
  func end() { show("") }
}
