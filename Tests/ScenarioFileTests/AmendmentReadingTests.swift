import Inputs
import Kernel
import ScenarioFile
import Testing

/// Amendments as files write them: read, written back, compared, explained and refused.
@Suite struct AmendmentReadingTests {
  private static func load(
    _ measures: String, _ overrides: [String] = []
  ) throws -> LoadedScenario {
    try Example.variant("measures:\n  \(measures)").load(overrides)
  }

  private static func policing(_ loaded: LoadedScenario) -> Policing? {
    loaded.inputs.law(Policing.self, on: Day(year: 2007, month: 3, day: 1))
  }

  private static let base = (try? Example.variant("").load()).flatMap(policing)

  @Test(arguments: ["×3", "x3", "3 times", "× 3", "\"x 3.0\"", "{value: ×3}"])
  func `a relative value is written in several ways`(text: String) throws {
    let loaded = try Self.load("more: {amends: policing, from: 2007-01-01, inspections: \(text)}")
    let base = try #require(Self.base)
    #expect(Self.policing(loaded)?.inspections == 3 * base.inspections)
    #expect(Self.policing(loaded)?.bribe == base.bribe)
  }

  @Test func `half is half`() throws {
    let loaded = try Self.load("less: {amends: policing, from: 2007-01-01, inspections: half}")
    #expect(Self.policing(loaded)?.inspections == Self.base.map { $0.inspections / 2 })
  }

  @Test func `an absolute value is written as in a measure`() throws {
    let loaded = try Self.load("clean: {amends: policing, from: 2007-01-01, bribe: 10 %}")
    #expect(Self.policing(loaded)?.bribe == 0.1)
  }

  @Test func `it holds from its first day to its last`() throws {
    let inputs = try Self.load(
      "clean: {amends: policing, from: 2007-01-01, until: 2007-06-30, bribe: 10 %}"
    ).inputs
    func bribe(_ text: String) -> Double? {
      Day(text: text).flatMap { inputs.law(Policing.self, on: $0)?.bribe }
    }
    #expect(bribe("2006-12-31") == 0.5)
    #expect(bribe("2007-01-01") == 0.1)
    #expect(bribe("2007-06-30") == 0.1)
    #expect(bribe("2007-07-01") == 0.5)
  }

  @Test func `a relative value follows a base that is set anew`() throws {
    let loaded = try Self.load(
      "more: {amends: policing, from: 2006-01-01, inspections: ×3}",
      ["measures.policing.inspections=12000"])
    #expect(Self.policing(loaded)?.inspections == 36_000)
  }

  @Test func `an override changes one, adds one and removes one`() throws {
    let more = "more: {amends: policing, from: 2006-01-01, inspections: ×3}"
    let base = try #require(Self.base)
    #expect(
      Self.policing(try Self.load(more, ["measures.more.inspections=x2"]))?.inspections
        == 2 * base.inspections)
    #expect(Self.policing(try Self.load(more, ["measures.more=none"])) == base)
    let added = try Example.variant("").load([
      "measures.more.amends=policing", "measures.more.from=2006-01-01", "measures.more.bribe=half",
    ])
    #expect(Self.policing(added)?.bribe == base.bribe / 2)
  }

  @Test func `what is printed reads back to the same inputs and the same text`() throws {
    let loaded = try Self.load(
      "more: {amends: policing, from: 2006-01-01, until: 2008-12-31, "
        + "inspections: {value: ×3, range: [×2, ×5], source: assumed}, bribe: 10 %}")
    let again = try ScenarioLoader.load(
      path: "r.yaml", files: .inMemory(["r.yaml": Array(loaded.resolvedText.utf8)]))
    #expect(again.inputs == loaded.inputs)
    #expect(again.resolvedText == loaded.resolvedText)
    #expect(
      loaded.resolvedText.contains("inspections: {value: \"×3\", range: [×2, ×5]")
        || loaded.resolvedText.contains("inspections: {value: ×3, range: [×2, ×5]"))
    #expect(loaded.provenance(of: "measures.more.inspections")?.range == 2...5)
  }

  @Test func `two scenarios differ by what the amendment says, and by nothing it does not`() throws
  {
    let lines = ScenarioDifference(
      try Example.variant("").load(),
      try Self.load("more: {amends: policing, from: 2006-01-01, inspections: x3}")
    ).lines.map(\.text)
    #expect(
      lines == [
        "measures.more: - -> amends policing", "measures.more.from: - -> 2006-01-01",
        "measures.more.inspections: - -> ×3",
      ])
  }

  @Test func `the law of a day says where each value comes from`() throws {
    let loaded = try Self.load(
      "more: {amends: policing, from: 2006-01-01, inspections: x3, bribe: 10 %}\n"
        + "  again: {amends: policing, from: 2007-01-01, inspections: half}")
    let law = LawOnDay(loaded.inputs, on: Day(year: 2007, month: 3, day: 1))
    let rows = try #require(law.laws.first { $0.kind == "policing" }).rows
    func row(_ key: String) throws -> LawOnDay.Row { try #require(rows.first { $0.key == key }) }
    let base = try #require(Self.base)
    #expect(try row("targeting").source == "policing")
    #expect(try row("bribe").source == "more")
    #expect(try row("bribe").text == "0.1")
    #expect(
      try row("inspections").source
        == "again, ×0.5 of more, ×3 of policing (\(base.inspections.plainText))")
    #expect(try row("inspections").text == (base.inspections * 1.5).plainText)
    // Of several quotas the one in force alone is told.
    #expect(law.laws.filter { $0.kind == "quota" }.map(\.measure) == ["quota-2007"])
  }

  @Test(arguments: [
    (
      "more: {amends: polcing, from: 2006-01-01, inspections: x3}",
      "3:18: error: 'amends' names 'polcing', which is no kind of measure. Did you mean 'policing'?"
    ),
    (
      "more: {amends: policing, kind: policing, from: 2006-01-01, inspections: x3}",
      "3:28: error: 'more' has both 'amends' and 'kind'. Keep 'amends' to change the law in force, "
        + "or 'kind' for a law of its own."
    ),
    (
      "more: {amends: policing, from: 2006-01-01}",
      "3:3: error: 'more' changes nothing. Write below it what it amends, as in inspections: ×3."
    ),
    (
      "more: {amends: policing, inspections: x3}",
      "3:3: error: amendment 'more' lacks 'from'. Write it, or extend a scenario that does."
    ),
    (
      "more: {amends: policing, from: 2006-01-01, inspectoins: x3}",
      "3:46: error: 'inspectoins' is not a key of an amendment of policing. "
        + "Did you mean 'inspections'?"
    ),
    (
      "policing: {amends: policing, from: 2006-01-01, inspections: x3}",
      "3:22: error: 'policing' is a measure in the file extended; it cannot amend. "
        + "Give the amendment another name."
    ),
    (
      "more: {amends: policing, from: 2006-01-01, bribe: x3}",
      "3:53: error: 'bribe' is ×3, which with 'policing' (base.yaml:@) makes 1.5, "
        + "but it lies between 0 and 1."
    ),
    (
      "more: {amends: policing, from: 2006-01-01, checked: half}\n"
        + "  policing: {checked: 15}",
      "3:55: error: 'checked' is ×0.5, which with 'policing' (s.yaml:4:23) makes 7.5, "
        + "but only whole numbers make sense. Write the value itself."
    ),
    (
      "more: {amends: quota, from: 2006-01-01, persons: x3}",
      "3:52: error: 'persons' is ×3, but 'quota-2006' (base.yaml:@) gives no number to multiply. "
        + "Write the value itself."
    ),
    (
      "more: {amends: quota, from: 2006-02-01, until: 2006-12-31, persons: 5000}",
      "3:3: error: 'more' changes 'quota-2006' (base.yaml:@) so that on 2006-02-01 it gives two "
        + "limits. Write share or persons; to take away one that is inherited, write share: none or "
        + "persons: none."
    ),
    (
      "more: {amends: permits, from: 2006-01-01, until: 2005-01-01, costs: half}",
      "3:52: error: 'more' ends on 2005-01-01, before it begins on 2006-01-01. Swap the dates."
    ),
    (
      "more: {amends: permits, from: 2012-01-01, costs: half}",
      "3:33: error: 'more' begins on 2012-01-01, so it never holds in the run "
        + "(2005-01-01 to 2010-12-31). Change its dates, or remove it by more: none."
    ),
    (
      "more: {amends: permits, from: 2006-01-01, costs: x-3}",
      "@error: 'costs' is 'x-3', but money is a number. Write, for example, 26700 KZT."
    ),
    (
      "more: {amends: amnesty, from: 2006-08-01, applicant: x3}",
      "@error: 'applicant' is 'x3', but it is one of employer, worker, either."
    ),
    (
      "more: {amends: patents, from: 2006-01-01, price: half}",
      "3:3: warning: 'more' has no effect: no measure of kind patents holds while it does."
    ),
    (
      "more: {amends: policing, from: 2006-01-01, inspections: x1, bribe: 50 %}",
      "3:3: warning: 'more' has no effect: without it the same law would hold."
    ),
  ])
  func `a fault of an amendment says where it is and what to write`(
    measures: String, sentence: String
  ) {
    let found = Example.variant("measures:\n  \(measures)").findings()
      .map { $0.replacing(#/base\.yaml:\d+:\d+/#, with: "base.yaml:@") }
    if sentence.hasPrefix("@") {
      #expect(found.contains { $0.hasSuffix(sentence.dropFirst()) }, "\(found)")
    } else {
      #expect(found == ["s.yaml:" + sentence])
    }
  }

  @Test func `an amendment of a file extended cannot turn to another kind`() {
    let files = Example.variant("measures: {more: {amends: sanctions}}")
      .with(
        "base.yaml",
        Example.baseline + "\n  more: {amends: policing, from: 2006-01-01, inspections: x3}\n")
    #expect(
      files.findings() == [
        "s.yaml:2:27: error: 'more' amends policing in the file extended; it cannot amend "
          + "sanctions. Remove it by more: none, and add another name."
      ])
  }
}
