import Inputs
import ScenarioFile
import Testing

/// `a.yaml+b.yaml`: two reforms of one baseline that hold together.
@Suite struct JoinedReformsTests {
  private func reform(_ name: String, _ measures: String) -> String {
    "kosh: 1\nname: \(name)\nquestion: Q\(name)?\nextends: base.yaml\nmeasures:\n  \(measures)\n"
  }

  private func load(
    _ one: String, _ other: String, path: String = "a.yaml+b.yaml"
  ) throws(ScenarioFaults) -> LoadedScenario {
    let files = Example("").with("a.yaml", reform("A", one)).with("b.yaml", reform("B", other))
    return try ScenarioLoader.load(path: path, files: .inMemory(files.files))
  }

  private func faults(_ one: String, _ other: String, path: String = "a.yaml+b.yaml") -> [String] {
    do throws(ScenarioFaults) {
      _ = try load(one, other, path: path)
      return []
    } catch {
      return error.diagnostics.filter { $0.severity == .error }.map(\.description)
    }
  }

  @Test func `both hold, whichever comes first, under a name of both`() throws {
    let (amnesty, checks) = (
      "amnesty: {portability: 1}", "more: {amends: policing, from: 2006-01-01, inspections: ×3}"
    )
    let both = try load(amnesty, checks)
    #expect(both.inputs.name == "A + B" && both.inputs.question == "QA? QB?")
    #expect(both.inputs.amendments.map(\.name) == ["more"])
    let law = try #require(
      both.inputs.measures.first { $0.name == "amnesty" }?.lever as? Amnesty)
    #expect(law.portability == 1)
    #expect(both.files == ["a.yaml", "b.yaml", "base.yaml"])
    var turned = try load(checks, amnesty).inputs
    turned.name = both.inputs.name
    turned.question = both.inputs.question
    #expect(turned == both.inputs)
    // What it resolves to stands by itself.
    let again = try ScenarioLoader.load(
      path: "r.yaml", files: .inMemory(["r.yaml": Array(both.resolvedText.utf8)]))
    #expect(again.inputs == both.inputs)
  }

  @Test func `a key that both set differently is a fault that names both places`() {
    #expect(
      faults("amnesty: {portability: 1}", "amnesty: {portability: 0.5}") == [
        "b.yaml:6:26: error: 'measures.amnesty.portability' is 0.5 here, and 1 at a.yaml:6:26: reforms that "
          + "are joined must not set one key differently. Leave one of them out, or write a scenario that says which holds."
      ])
    #expect(faults("amnesty: {portability: 1}", "amnesty: {portability: 1}") == [])
    #expect(faults("amnesty: {portability: 1}", "amnesty: {contract: any}") == [])
  }

  @Test func `what one removes the other must not change`() {
    let found = faults("amnesty: none", "amnesty: {portability: 1}")
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "b.yaml:6:3: error: 'measures.amnesty' is removed at a.yaml:6:3 and changed at b.yaml:6:3")
        == true)
    #expect(faults("amnesty: none", "amnesty: none") == [])
  }

  @Test func `relative amendments follow each other, and an absolute one hides none`() throws {
    func amendment(_ name: String, _ value: String, from: String = "2006-01-01") -> String {
      "\(name): {amends: policing, from: \(from), inspections: \(value)}"
    }
    let both = try load(amendment("one", "×3"), amendment("two", "half"))
    let day = both.inputs.run.until
    let base = try ScenarioLoader.load(
      path: "base.yaml", files: .inMemory(Example("").files))
    let (before, after) = (
      base.inputs.law(Policing.self, on: day), both.inputs.law(Policing.self, on: day)
    )
    #expect(after?.inspections == before.map { $0.inspections * 1.5 })
    for pair in [("×3", "9000"), ("9000", "×3"), ("9000", "8000")] {
      let found = faults(amendment("one", pair.0), amendment("two", pair.1))
      #expect(found.count == 1)
      #expect(
        found.first?.contains(
          "'measures.two.inspections' is \(pair.1) here, and 'measures.one.inspections' is \(pair.0) at a.yaml:6:"
        )
          == true, "\(found)")
    }
    // Days of their own are no contradiction.
    let brief = "one: {amends: policing, from: 2006-01-01, until: 2006-12-31, inspections: 9000}"
    #expect(faults(brief, amendment("two", "8000", from: "2007-01-01")) == [])
    // A measure's own key under an amendment that replaces it.
    #expect(faults("policing: {inspections: 8000}", amendment("two", "9000")).count == 1)
    #expect(faults("policing: {inspections: 8000}", amendment("two", "×2")) == [])
  }

  @Test func `a reform joined with what it extends, or with another country's, is refused`() {
    #expect(
      faults("amnesty: none", "amnesty: none", path: "a.yaml+base.yaml").first?.contains(
        "'a.yaml' has all of 'base.yaml' already") == true)
    #expect(
      faults("amnesty: none", "amnesty: none", path: "a.yaml+a.yaml").first?.contains(
        "'a.yaml' has all of 'a.yaml' already") == true)
    let files = Example("").with("a.yaml", reform("A", "amnesty: none")).files
      .merging(["c.yaml": Array("kosh: 1\nname: C\nquestion: Q\n".utf8)]) { $1 }
    do throws(ScenarioFaults) {
      _ = try ScenarioLoader.load(path: "a.yaml+c.yaml", files: .inMemory(files))
      Issue.record("joined")
    } catch {
      #expect(
        error.diagnostics.map(\.description).contains {
          $0.contains("'c.yaml' and 'a.yaml' extend no scenario in common")
        })
    }
  }

  @Test func `a file whose name has a plus is one file`() throws {
    let files = Example("").with("a+b.yaml", reform("A", "amnesty: none")).files
    let loaded = try ScenarioLoader.load(path: "a+b.yaml", files: .inMemory(files))
    #expect(loaded.inputs.name == "A")
  }

  @Test func `a plan's policy joins files beside each other`() throws {
    let plan =
      PlanTests.head + PlanTests.design + PlanTests.outcomes + PlanTests.factors
      + "policies: {both: sub/a.yaml+b.yaml}\n"
    let reforms = ["a": "amnesty: {portability: 1}", "b": "operation-2007: none"]
    var files = Example("").with("p.yaml", plan).files
    for (name, measures) in reforms {
      files["sub/\(name).yaml"] = Array(
        reform(name, measures).replacing("base.yaml", with: "../base.yaml").utf8)
    }
    let loaded = try PlanLoader.load(
      path: "p.yaml", indicators: PlanTests.indicators, files: .inMemory(files))
    #expect(loaded.variants.map(\.name) == ["base", "both"])
    #expect(!loaded.variants[1].scenario.inputs.measures.contains { $0.name == "operation-2007" })
  }

  @Test(arguments: [
    ("x/a.yaml+x/b.yaml", "a+b"), ("a.yaml", "a"), ("x.y/plain", "plain"), ("a+b.yaml", "a+b"),
    (".hidden", ".hidden"),
  ])
  func `results are named by the files' stems`(path: String, stem: String) {
    #expect(ScenarioPath.stem(of: path) == stem)
  }
}
