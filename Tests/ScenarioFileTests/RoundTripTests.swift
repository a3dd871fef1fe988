import Inputs
import ScenarioFile
import Testing

@Suite struct RoundTripTests {
  static let variants = [
    "",
    "run: {scale: 1:3, seed: 4294967295}",
    "name: \"A: 'quoted' \\\"name\\\" # with \\\\ everything, [in] {it} é ☃\"",
    "question: \"- yes\"",
    "behaviour: {population: {exit: 1.7 %/year}, search: {own_account_exit: 0.1 /year}}",
    "behaviour: {demand: {response: {value: 1e-1, range: [0.0, 3.3333333333333335], source: 'a, b'}}}",
    "measures: {x: {kind: demand_shock, from: 2006-05-01, factor: 0.1, regions: [Almaty city, Astana]}}",
    "tables:\n  amounts: |\n    # from: a comment\n    \"from\", index_unit ,minimum_wage\n    2005-01-01,1e3,0.1",
  ]

  @Test(arguments: variants) func whatShowPrintsLoadsFromAnywhereToTheSameBits(body: String) throws
  {
    let first = try Example.variant(body).load()
    let alone = ScenarioFiles.inMemory(["elsewhere/x.yaml": Array(first.resolvedText.utf8)])
    let second = try ScenarioLoader.load(path: "elsewhere/x.yaml", files: alone)
    #expect(second.inputs == first.inputs)
    #expect(second.resolvedText == first.resolvedText)
    #expect(second.settings.map(\.provenance?.range) == first.settings.map(\.provenance?.range))
    #expect(second.settings.map(\.provenance?.source) == first.settings.map(\.provenance?.source))
    #expect(second.warnings.map(\.sentence) == first.warnings.map(\.sentence))
  }

  @Test func namesWithCommasAndQuotationMarksSurviveInTables() throws {
    let name = "Astana, \"the\" new"
    var example = Example.variant("")
    for (path, text) in Example.tables {
      // What documents say of Astana would be said of a region that is not there.
      let quoted =
        path.hasSuffix("evidence.csv") ? "Almaty city" : "\"Astana, \"\"the\"\" new\""
      example = example.with(
        path,
        path.hasSuffix("fit.csv")
          ? text.replacing("=Astana", with: "=Almaty city")
          : text.replacing("Astana", with: quoted))
    }
    let first = try example.load()
    #expect(first.inputs.country.regions.contains { $0.name == name })
    let alone = ScenarioFiles.inMemory(["x.yaml": Array(first.resolvedText.utf8)])
    #expect(try ScenarioLoader.load(path: "x.yaml", files: alone).inputs == first.inputs)
  }

  @Test func scenariosThatDifferInNothingHaveNoDifference() throws {
    let first = try Example.variant("").load()
    #expect(ScenarioDifference(first, first).lines.isEmpty)
  }

  @Test func theDifferenceNamesValuesMeasuresAndCells() throws {
    let base = try Example.variant("").load()
    let other = try Example.table("amounts", "2006-01-01,1030,9200", "2006-01-01,1040.0,9200")
      .load(["run.seed=7", "measures.income_tax=none"])
    #expect(
      ScenarioDifference(base, other).lines.map(\.text) == [
        "measures.income_tax: income_tax -> -",
        "run.seed: 2006 -> 7",
        "measures.income_tax.from: 2007-01-01 -> -",
        "measures.income_tax.rate: 0.1 -> -",
        "measures.income_tax.allowance: minimum_wage -> -",
        "tables.amounts[2006-01-01].index_unit: 1030 -> 1040",
      ])
  }
}
