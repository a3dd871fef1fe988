import Foundation
import Results
import TestSupport
import Testing

/// The example workflows for other repositories: their shell steps, run in one that holds nothing but a scenario, what was
/// recorded of it, and the program that they fetch.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct ExampleWorkflowTests {
  private let work = Workspace()

  private static let examples = ["github.yml", "gitlab.yml"]

  /// The shell steps of a workflow, in their order: what follows `run:`, or stands in a list below a script's name.
  private func steps(_ name: String) throws -> [String] {
    let text = try #require(FileBytes.text(of: "\(Program.root)/.github/examples/\(name)"))
    var steps: [String] = []
    var block: Int?
    var isScript = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      let words = line.dropFirst(indent)
      if let above = block, indent > above {
        steps[steps.count - 1] += words + "\n"
        continue
      }
      block = nil
      if words == "run: |" {
        steps.append("")
        block = indent
      } else if words.hasPrefix("run: ") {
        steps.append(String(words.dropFirst(5)))
      } else if words.hasSuffix("script:") {
        isScript = true
      } else if isScript, words.hasPrefix("- ") {
        steps.append(String(words.dropFirst(2)))
      } else {
        isScript = false
      }
    }
    return steps
  }

  /// A repository of somebody else's: a scenario that stands by itself, and what was recorded of it.
  private func makeRepository() throws {
    try FileManager.default.createDirectory(
      atPath: work.path("scenarios"), withIntermediateDirectories: true)
    let shown = try work.kosh(["scenario", "show", "\(Program.root)/Scenarios/no-amnesty.yaml"])
    try FileBytes.write(shown.output, to: work.path("scenarios/ours.yaml"))
    let recorded = try work.kosh([
      "check", "--update", "scenarios/ours.yaml", "--expected", "expected", "--scale", "1:500",
      "--until", "2005-06-30", "--replicates", "12",
    ])
    #expect(recorded.status == 0, "\(recorded.errors)")
  }

  /// Runs a workflow's steps one after the other, as a runner does: until one fails.
  private func run(_ name: String) throws -> Program.Outcome {
    let program = FileManager.default.contents(atPath: Program.path) ?? Data()
    let environment = [
      "KOSH_URL": "file://\(Program.path)", "KOSH_SHA256": Digest.ofBytes(Array(program)),
      "GITHUB_STEP_SUMMARY": work.path("kosh.md"),
    ]
    var outcome = Program.Outcome(status: 1, output: "", errors: "no steps")
    for step in try steps(name) {
      outcome = try Program.run(
        ["-e", "-c", step], in: work.path, environment: environment, program: "/bin/bash")
      if outcome.status != 0 { break }
    }
    return outcome
  }

  @Test(arguments: examples) func `A repository whose outputs are those recorded passes`(
    example: String
  ) throws {
    #expect(try steps(example).count >= 3)
    try makeRepository()
    let outcome = try run(example)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("1 scenario, all ok"))
    #expect(work.text("kosh.xml").contains("failures=\"0\""))
  }

  @Test(arguments: examples)
  func `A change that moves outputs fails, and the summary says what moved`(
    example: String
  ) throws {
    try makeRepository()
    let text = work.text("scenarios/ours.yaml")
    let value = try #require(text.firstMatch(of: /native_separation: \{value: ([0-9.]+)/))
    try FileBytes.write(
      text.replacing(
        "native_separation: {value: \(value.1)", with: "native_separation: {value: 0.147"),
      to: work.path("scenarios/ours.yaml"))
    let outcome = try run(example)
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    #expect(work.text("kosh.md").hasPrefix("### kosh check: 1 of 1 scenario failed"))
    #expect(work.text("kosh.md").contains("| ours | `"))
  }

  @Test(arguments: examples) func `A scenario with a fault, or one that was deleted, fails`(
    example: String
  ) throws {
    try makeRepository()
    let text = work.text("scenarios/ours.yaml")
    try FileBytes.write(text, to: work.path("scenarios/other.yaml"))
    try FileManager.default.removeItem(atPath: work.path("scenarios/ours.yaml"))
    #expect(try run(example).status == 65)
    try FileBytes.write("kosh: 1\n", to: work.path("scenarios/ours.yaml"))
    #expect(try run(example).status == 65)
  }

  @Test func `A program that is not the one expected is not run`() throws {
    let step = try #require(try steps("github.yml").first)
    let outcome = try Program.run(
      ["-e", "-c", step], in: work.path,
      environment: [
        "KOSH_URL": "file://\(Program.baseline)", "KOSH_SHA256": String(repeating: "0", count: 64),
      ],
      program: "/bin/bash")
    #expect(outcome.status != 0)
  }
}
