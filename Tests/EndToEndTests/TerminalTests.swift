import Foundation
import Results
import TestSupport
import Testing

/// Progress on a terminal of any width.
@Suite(
  .enabled(if: Program.isBuilt, "needs swift build -c release"),
  .enabled(
    if: Tools.path(of: "script") != nil || Tools.areNeeded, "script (bsdutils) is not here"))
struct TerminalTests {
  private let work = Workspace()

  /// What a command draws on a terminal of so many columns: the texts between two carriage returns.
  private func drawn(_ command: String, columns: Int) throws -> [String] {
    let inner = "stty cols \(columns); \(command) >/dev/null"
    let outcome = try Program.run(
      ["-qec", inner, "/dev/null"], in: work.path,
      environment: ["KOSH": Program.path, "BASE": Program.baseline, "SHELL": "/bin/sh"],
      program: Tools.path(of: "script") ?? "script")
    #expect(outcome.status == 0, "\(outcome.output)")
    return outcome.output.replacing(/\x1B\[[0-9]*[A-Z]/, with: "")
      .components(separatedBy: CharacterSet(charactersIn: "\r\n")).filter { !$0.isEmpty }
  }

  private static let run =
    "$KOSH run $BASE --scale 1:200 --until 2005-06-30 --audit daily --out r --force"

  @Test(.tags(.slow), arguments: [200, 40, 24, 5])
  func `A run's progress fits the terminal, however narrow, or is left out`(columns: Int) throws {
    let texts = try drawn(Self.run, columns: columns).filter { !$0.hasPrefix("expecting") }
    #expect(!texts.contains { $0.count >= columns }, "\(texts)")
    if columns >= 40 { #expect(texts.contains { $0.contains("left") }) }
  }

  @Test(.tags(.slow)) func `So does that of comparisons and sweeps`() throws {
    try FileBytes.write(SweepTests.plan(points: 40), to: work.path("p.yaml"))
    let variant = "'\(Program.root)/Scenarios/stock-low.yaml'"
    for (command, columns) in [
      ("compare $BASE \(variant) --scale 1:1000 --until 2005-03-31 --replicates 3 --out c", 10),
      ("sweep p.yaml --out s", 30),
    ] {
      let texts = try drawn("$KOSH \(command)", columns: columns)
      #expect(!texts.contains { !$0.hasPrefix("expecting") && $0.count >= columns }, "\(texts)")
    }
  }

  @Test func `Quiet draws nothing`() throws {
    let texts = try drawn(
      Self.run + " --quiet", columns: 80)
    #expect(texts.isEmpty)
  }
}
