import Foundation
import Results
import TestSupport
import Testing

/// What every command has: a help text with an example that works, and `--quiet`.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct HelpTests {
  private let work = Workspace()

  /// Every command that does something itself, in an order in which examples find what they need; behind each
  /// what makes its example quick, where it simulates much.
  private static let commands: [(words: [String], quicker: [String])] = [
    (["run"], []), (["report"], []), (["compare"], ["--scale", "1:1000", "--replicates", "2"]),
    (["sweep"], []), (["sweep", "run"], []), (["sweep", "shard"], []), (["sweep", "status"], []),
    (["sweep", "collect"], []), (["sensitivity"], []), (["calibrate"], ["--dry-run"]),
    (["worlds"], ["--dry-run"]),
    (["check"], []), (["trace"], []), (["study"], ["--scale", "1:1000", "--replicates", "1"]),
    (["scenario", "validate"], []), (["scenario", "show"], []), (["scenario", "keys"], []),
    (["scenario", "schema"], []), (["scenario", "diff"], []), (["scenario", "new"], []),
    (["scenario", "law"], []),
    (["version"], []),
  ]

  /// The examples of a help text, each on one line.
  private func examples(_ words: [String]) throws -> [String] {
    let help = try work.kosh(words + ["--help"])
    #expect(help.status == 0 && help.errors == "")
    let parts = help.output.components(separatedBy: "Example: ")
    return parts.dropFirst().map { part in
      part.components(separatedBy: "\n\n")[0].split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
  }

  /// All examples, in a folder like the project's; the sweep that some of them ask about is there.
  @Test(.tags(.slow)) func `The example of each command works`() throws {
    let files = FileManager.default
    try files.createDirectory(atPath: work.path("Output"), withIntermediateDirectories: true)
    for name in ["Scenarios", "Output/expected"] {
      try files.createSymbolicLink(
        atPath: work.path(name), withDestinationPath: "\(Program.root)/\(name)")
    }
    let plan = "Scenarios/plans/informality-morris.yaml"
    #expect(try work.kosh(["sweep", plan, "--scale", "1:1000", "--quiet"]).status == 0)
    _ = try work.kosh(
      ["run", "Scenarios/kazakhstan-2006.yaml", "--scale", "1:1000", "--until", "2005-02-28"])
    for (words, quicker) in Self.commands {
      let examples = try examples(words)
      #expect(!examples.isEmpty, "\(words) has no example")
      for example in examples {
        #expect(example.hasPrefix("kosh \(words[0])"), "\(example)")
        let line = "$KOSH " + example.dropFirst("kosh ".count)
        let outcome = try work.shell(line + quicker.map { " " + $0 }.joined())
        // Some give an answer, which may be no at so small a scale.
        let answers = ["study", "sensitivity", "check"].contains(words[0]) ? [0, 1] : [0]
        #expect(answers.contains(Int(outcome.status)), "\(example): \(outcome.errors)")
        #expect(!outcome.output.isEmpty || example.contains(">"), "\(example)")
      }
    }
  }

  @Test func `Every command takes quiet`() throws {
    // A bare 'kosh sweep' is the name of its first command.
    for words in Self.commands.map(\.words) + [["serve"]] where words != ["sweep"] {
      let help = try work.kosh(words + ["--help"])
      #expect(help.output.contains("--quiet"), "\(words)")
    }
    _ = try work.run("a", until: "2005-01-31")
    for arguments in [
      ["report", "a"], ["version"], ["scenario", "validate", Program.baseline],
      ["scenario", "keys"], ["scenario", "show", Program.baseline], ["scenario", "schema"],
      ["scenario", "diff", Program.baseline, Program.baseline], ["scenario", "new"],
    ] {
      let outcome = try work.kosh(arguments + ["--quiet"])
      #expect(outcome.status == 0 && outcome.errors == "", "\(arguments): \(outcome.errors)")
    }
    let check = try work.kosh(["check", Program.baseline, "--quiet", "--expected", "none"])
    #expect(check.status == 1 && check.errors == "", "\(check.errors)")
  }
}
