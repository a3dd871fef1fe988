import Foundation
import Results
import TestSupport
import Testing

/// Comparisons that would not be what they seem.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct CompareFaultTests {
  private let work = Workspace()
  private static let variant = Program.root + "/Scenarios/minimum-wage-2007.yaml"

  private func write(_ name: String, _ body: String) throws {
    try FileBytes.write(
      "kosh: 1\nname: \(name)\nquestion: What if?\nextends: \(Program.baseline)\n\(body)\n",
      to: work.path(name + ".yaml"))
  }

  private func compare(_ arguments: [String]) throws -> Program.Outcome {
    try work.kosh(
      ["compare"] + arguments
        + ["--scale", "1:2000", "--until", "2005-02-28", "--replicates", "2", "--out", "c"])
  }

  @Test func `a setting over what a variant sets is refused, naming both`() throws {
    try write("higher", "measures: {income_tax: {rate: 15 %}}")
    for setting in ["measures.income_tax.rate=12 %", "measures.income_tax=none"] {
      let outcome = try compare([Program.baseline, "higher.yaml", "--set", setting])
      #expect(outcome.status == 65)
      #expect(
        outcome.errors.hasPrefix(
          "--set: error: '\(setting.prefix { $0 != "=" })' is what 'higher.yaml' sets"))
    }
    // The base of a comparison may be the one that differs.
    let turned = try compare(
      ["higher.yaml", Program.baseline, "--set", "measures.income_tax.rate=12 %"])
    #expect(turned.status == 65)
    #expect(turned.errors.contains("is what 'higher.yaml' sets"))
    #expect(!FileManager.default.fileExists(atPath: work.path("c")))
    let other = try compare(
      [Program.baseline, "higher.yaml", "--set", "behaviour.demand.response=1"])
    #expect(other.status == 0, "\(other.errors)")
  }

  @Test func `a run whose setting replaces what its variant sets says so`() throws {
    try write("higher", "measures: {income_tax: {rate: 15 %}}")
    let told = try work.run(
      "a", scenario: "higher.yaml", ["--set", "measures.income_tax.rate=12 %", "--quiet"])
    #expect(told.status == 0)
    #expect(
      told.errors.hasPrefix(
        "higher.yaml:5:31: warning: 'measures.income_tax.rate' is what this variant sets"),
      "\(told.errors)")
    let plain = try work.run(
      "b", scenario: "higher.yaml", ["--set", "behaviour.demand.response=1", "--quiet"])
    #expect(plain.errors == "")
  }

  @Test func `a variant that changes nothing is compared, and says so`() throws {
    try write("same", "measures: {}")
    try write("late", "measures: {minimum_wage: {from: 2007-06-01, amount: 15000 KZT/month}}")
    let outcome = try work.kosh([
      "compare", Program.baseline, "same.yaml", "late.yaml", "--scale", "1:1000", "--until",
      "2005-02-28", "--replicates", "2", "--quiet", "--out", "a",
    ])
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == """
        same.yaml: warning: it changes nothing, so every difference is 0
        late.yaml: warning: what it changes begins on 2007-06-01, after the last day that is simulated, 2005-02-28, \
        so every difference is 0

        """)
  }

  @Test func `run folders of another start or burn-in are no pair`() throws {
    _ = try work.run("one")
    for (name, setting) in [
      ("burnt", "run.burn_in=12 months"), ("later", "run.from=2005-02-01"),
    ] {
      let run = try work.run(name, ["--set", setting])
      #expect(run.status == 0, "\(run.errors)")
      let outcome = try work.kosh(["compare", "one", name, "--out", "pair"])
      #expect(outcome.status == 65)
      let key = setting.prefix { $0 != "=" }
      #expect(outcome.errors.hasPrefix("error: \(key) of '\(name)' is "), "\(outcome.errors)")
    }
  }

  @Test func `run folders of other months, replicates or luck are a pair, and that is told`() throws
  {
    _ = try work.run("one", ["--replicates", "3"])
    _ = try work.run("two", until: "2005-03-31", ["--replicates", "2", "--seed", "5"])
    let outcome = try work.kosh(["compare", "one", "two", "--out", "pair"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("its seed is not the baseline's"))
    #expect(outcome.errors.contains("of up to 4 months in the folders the 3 are compared"))
    #expect(outcome.errors.contains("the folders hold 3 and 2 replicates, of which 2 are compared"))
    #expect(outcome.output.contains("2 replicates with draws of their own"))
  }

  @Test func `a precision that is not reached is said, ends with 1, and so again from the folder`()
    throws
  {
    let arguments = [
      "compare", Program.baseline, Self.variant, "--scale", "1:2000", "--until", "2007-01-31",
      "--precision", "0.001%", "--outcome", "income_tax", "--replicates", "6", "--out", "a",
    ]
    for _ in 0..<2 {
      let outcome = try work.kosh(arguments)
      #expect(outcome.status == 1)
      #expect(
        outcome.output.contains("the difference of income_tax in minimum-wage-2007 is known to ±"))
      #expect(outcome.output.contains("was asked for: allow more --replicates"))
    }
    let json = try work.kosh(arguments + ["--format", "json"])
    #expect(json.status == 1)
    #expect(json.output.contains("\"precision_reached\": false"))
  }

  @Test func `an outcome of nobody does not take all replicates to be found imprecise`() throws {
    let outcome = try work.kosh([
      "compare", Program.baseline, Self.variant, "--scale", "1:4000", "--until", "2005-01-31",
      "--precision", "1%", "--outcome", "wage_portable", "--out", "a",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("has no interval"))
    #expect(try ComparisonManifest.read(folder: work.path("a")).replicates == 6)
  }

  @Test func `a part of an outcome's name leads to those that have it`() throws {
    let outcome = try work.kosh([
      "compare", Program.baseline, Self.variant, "--precision", "1%", "--outcome", "unemployment",
    ])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("Did you mean 'native_unemployment_rate'"))
    #expect(!outcome.errors.contains("'native_employment'"))
  }
}
