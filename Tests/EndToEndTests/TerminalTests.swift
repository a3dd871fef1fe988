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

  @Test(.tags(.slow), arguments: [200, 80, 40, 24, 12, 5])
  func `Progress fits the terminal, however narrow, or is left out`(columns: Int) throws {
    try FileBytes.write(SweepTests.plan(points: 40), to: work.path("p.yaml"))
    let variant = "'\(Program.root)/Scenarios/no-amnesty.yaml'"
    let commands = [
      "$KOSH run $BASE --scale 1:100 --until 2005-12-31 --audit daily --out r --force",
      "$KOSH compare $BASE \(variant) --scale 1:1000 --until 2005-06-30 --replicates 3 --out c --force",
      "$KOSH sweep p.yaml --out s --quiet; $KOSH sweep p.yaml --out t",
    ]
    for command in commands {
      let texts = try drawn(command, columns: columns)
      let wide = texts.filter { !$0.hasPrefix("expecting") && $0.count >= columns }
      #expect(wide.isEmpty)
      if columns >= 40 { #expect(!texts.isEmpty, "\(command)") }
      if columns == 200 { #expect(texts.contains { $0.contains("left") || $0.contains("run ") }) }
    }
  }

  @Test func `Quiet draws nothing`() throws {
    let texts = try drawn(
      "$KOSH run $BASE --scale 1:200 --until 2005-06-30 --out r --quiet", columns: 80)
    #expect(texts.isEmpty)
  }
}
