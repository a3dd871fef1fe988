import Foundation
import Results
import Testing

/// `kosh scenario …`
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct ScenarioCommandTests {
  private let work = Workspace()
  private let variant = Program.root + "/Scenarios/flat-tax-never.yaml"

  private func scenario(_ arguments: [String]) throws -> Program.Outcome {
    try work.kosh(["scenario"] + arguments)
  }

  @Test func `Valid files are said to be so, each on a line`() throws {
    let outcome = try scenario(["validate", Program.baseline, variant])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains(": valid, ") && $0.hasSuffix(" measures") })
  }

  @Test func `All faults of a file are said at once, in sentences with places, and end with 65`()
    throws
  {
    try FileBytes.write(
      """
      kosh: 1
      name: Faulty
      extends: \(Program.baseline)
      behaviour:
        demand:
          respons: 1
      measures:
        income_tax:
          rate: 1000 %

      """, to: work.path("faulty.yaml"))
    let outcome = try scenario(["validate", "faulty.yaml", Program.baseline])
    #expect(outcome.status == 65)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 2, "\(outcome.errors)")
    #expect(
      lines.first?.hasPrefix(
        "faulty.yaml:6:5: error: 'respons' is not a key of behaviour.demand. Did you mean 'response'?"
      ) == true)
    #expect(lines.last?.hasPrefix("faulty.yaml:9:11: error: ") == true)
    #expect(outcome.output.contains("kazakhstan-2006.yaml: valid"))
    let json = try scenario(["validate", "faulty.yaml", "--format", "json"])
    #expect(json.status == 65)
    let read = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect((read as? [[String: Any]])?.map { $0["line"] as? Int } == [6, 9])
  }

  @Test func `A file that is not there ends with 74, and a setting is checked like the file`()
    throws
  {
    #expect(try scenario(["validate", "nowhere.yaml"]).status == 74)
    let outcome = try scenario(["validate", Program.baseline, "--set", "run.scale=7"])
    #expect(outcome.status == 65)
  }

  @Test func `What show prints is a scenario that shows itself`() throws {
    let shown = try scenario(["show", variant, "--set", "run.seed=7"])
    #expect(shown.status == 0)
    #expect(shown.output.contains("seed: 7"))
    try FileBytes.write(shown.output, to: work.path("elsewhere.yaml"))
    #expect(try scenario(["show", "elsewhere.yaml"]).output == shown.output)
  }

  @Test func `Keys in another order give the same digest`() throws {
    let head = "kosh: 1\nname: Order\nextends: \(Program.baseline)\n"
    let demand = "  demand:\n    response: 1\n    review: 60 days\n"
    let turned = "  demand:\n    review: 60 days\n    response: 1\n"
    let wages = "  wages:\n    discount: 0.2 /year\n"
    let tax = "measures:\n  income_tax: {from: 2005-03-01, rate: 12 %, allowance: none}\n"
    let moved = "measures:\n  income_tax: {allowance: none, rate: 12 %, from: 2005-03-01}\n"
    try FileBytes.write(
      head + "behaviour:\n" + demand + wages + tax, to: work.path("one.yaml"))
    try FileBytes.write(
      moved + "behaviour:\n" + wages + turned + head, to: work.path("two.yaml"))
    #expect(try work.run("a", scenario: "one.yaml").status == 0)
    #expect(try work.run("b", scenario: "two.yaml").status == 0)
    #expect(try work.digest("a") == work.digest("b"))
    _ = try work.run("c")
    #expect(try work.digest("a") != work.digest("c"))
  }

  @Test func `Keys are listed as text, Markdown and JSON`() throws {
    let text = try scenario(["keys"])
    #expect(text.status == 0)
    #expect(text.output.contains("matching_elasticity"))
    #expect(try scenario(["keys", "--format", "markdown"]).output.contains("|---|"))
    let json = try scenario(["keys", "--format", "json"])
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    }
  }

  @Test func `The schema is JSON Schema`() throws {
    let outcome = try scenario(["schema"])
    #expect(outcome.status == 0)
    let read = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let schema = try #require(read as? [String: Any])
    #expect((schema["$schema"] as? String)?.contains("json-schema.org") == true)
    #expect((schema["properties"] as? [String: Any])?["measures"] != nil)
  }

  @Test func `A difference is told value by value, as text and JSON`() throws {
    let outcome = try scenario(["diff", Program.baseline, variant])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("measures.income_tax"))
    #expect(!outcome.output.contains("behaviour"))
    #expect(try scenario(["diff", variant, variant]).output == "no difference\n")
    let json = try scenario(["diff", Program.baseline, variant, "--format", "json"])
    let read = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect((read as? [[String: Any]])?.isEmpty == false)
  }

  @Test func `A new scenario is valid, and no file is overwritten`() throws {
    let arguments = ["new", "mine.yaml", "--extends", Program.baseline, "--name", "Mine"]
    let outcome = try scenario(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.output == "mine.yaml\n")
    #expect(work.text("mine.yaml").contains("name: Mine"))
    #expect(try scenario(["validate", "mine.yaml"]).status == 0)
    let again = try scenario(arguments)
    #expect(again.status == 74)
    #expect(again.errors == "mine.yaml: error: the file exists already. Name another one.\n")
    #expect(try scenario(["new"]).output.contains("extends: kazakhstan-2006.yaml"))
  }
}
