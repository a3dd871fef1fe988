import ArgumentParser
import Foundation
import Kernel

/// Where commands answer. Whatever cannot be written there is told, with the exit code of files and disk.
enum StandardOutput {
  /// Writes a text; what commands a terminal is shown in it, not obeyed.
  /// - Throws: the exit code.
  static func write(_ text: String, terminator: String = "\n") throws {
    let bytes = Array((PlainText.shown(text) + terminator).utf8)
    let number = Machine.write(bytes, to: 1)
    if number == 0 { return }
    if number == EPIPE { Machine.endByBrokenPipe() }
    if let signal = Interruption.signalNumber { throw Exit.interrupted(by: signal) }
    StandardError.write(
      "error: standard output cannot be written: \(Machine.words(forError: number)). Send it "
        + "where there is room, or to a program that reads it.")
    throw Exit.files
  }
}

/// Where commands say what is wrong and how far they are. What nobody can read there is dropped: it changes
/// neither what a command does nor its exit code.
enum StandardError {
  /// Writes a line; what commands a terminal is shown in it, not obeyed.
  static func write(_ line: String) { draw(PlainText.shown(line) + "\n") }

  /// Writes a text as it is: for what moves about on a terminal.
  static func draw(_ text: String) { Machine.write(Array(text.utf8), to: 2) }
}

/// A line on the terminal that is drawn again and again; nothing where standard error is no terminal.
///
/// It never reaches beyond the terminal's right edge, where each drawing would leave a line behind.
final class StatusLine: Sendable {
  private let isShown: Bool
  /// Columns taken by what was drawn last.
  ///
  /// One thread at a time draws.
  nonisolated(unsafe) private var length = 0

  init(quiet: Bool) { isShown = !quiet && Machine.errorIsTerminal }

  /// Whether drawing does anything.
  var isVisible: Bool { isShown }

  /// Draws the first of some texts that fits, the longest first; none where none does.
  func show(_ texts: [String]) {
    guard isShown else { return }
    let columns = Machine.errorColumns ?? 80
    // The last column is left free: a terminal may break the line when it is filled.
    let text = texts.map(PlainText.shown).first { $0.count < columns } ?? ""
    StandardError.draw(clearing(columns) + text + "\u{1B}[K")
    length = text.count
  }

  func show(_ text: String) { show([text]) }

  /// Takes the line away.
  func end() {
    guard isShown else { return }
    StandardError.draw(clearing(Machine.errorColumns ?? 80) + "\u{1B}[K")
    length = 0
  }

  /// Goes to the line's beginning, over the lines that it takes where the terminal has become narrower.
  private func clearing(_ columns: Int) -> String {
    let linesAbove = length > 0 ? (length - 1) / columns : 0
    return linesAbove > 0 ? "\u{1B}[\(linesAbove)A\r\u{1B}[J" : "\r"
  }
}
