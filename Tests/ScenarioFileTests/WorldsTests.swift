import Inputs
import Kernel
import ScenarioFile
import Testing

/// A scenario's plausible worlds: what lies over what, and which tables are refused.
@Suite struct WorldsTests {
  private static let table = """
    world,behaviour.demand.response,behaviour.hiring.audit_cost,measures.policing.inspections
    own,,,
    low,0.5,1500,8000
    high,1.8,2500,

    """

  /// A baseline that names worlds, and what extends it.
  private func example(_ variant: String = "", table: String = table) -> Example {
    Example.variant(variant).with("w.csv", table).with(
      "base.yaml",
      Example.baseline.replacing("tables:\n", with: "tables:\n  worlds: w.csv\n"))
  }

  private func inspections(_ loaded: LoadedScenario) -> Double? {
    (loaded.inputs.measures.first { $0.name == "policing" }?.lever as? Policing)
      .map { Double($0.inspections) }
  }

  @Test func `A world gives its values, and an empty cell keeps the scenario's own`() throws {
    let loaded = try example().load()
    let worlds = try #require(loaded.worlds)
    #expect(worlds.count == 3)
    #expect(worlds.numbers[1] == [0.5, 1500, 8000])
    #expect(worlds.numbers[2] == [1.8, 2500, nil])
    #expect(try loaded.living(in: 0).inputs == loaded.inputs)
    let low = try loaded.living(in: 1)
    #expect(low.inputs.behaviour.demand.response == 0.5)
    #expect(low.inputs.behaviour.hiring.auditCost == 1500)
    #expect(inspections(low) == 8000)
    #expect(try inspections(loaded.living(in: 2)) == inspections(loaded))
  }

  @Test func `A world's inputs are those of its values set by hand`() throws {
    let world = try example().load().living(in: 1)
    let byHand = try example().load([
      "behaviour.demand.response=0.5", "behaviour.hiring.audit_cost=1500 KZT/month",
      "measures.policing.inspections=8000",
    ])
    #expect(world.inputs == byHand.inputs)
    #expect(byHand.worlds?.paths == [])
  }

  @Test func `What a policy or --set writes lies over every world`() throws {
    let policy = "measures: {policing: {inspections: 100}}"
    let loaded = try example(policy).load(["behaviour.demand.response=1"])
    #expect(loaded.worlds?.paths == ["behaviour.hiring.audit_cost"])
    let low = try loaded.living(in: 1)
    #expect(inspections(low) == 100)
    #expect(low.inputs.behaviour.demand.response == 1)
    #expect(low.inputs.behaviour.hiring.auditCost == 1500)
    #expect(try #require(example().load().worlds).agree(with: #require(loaded.worlds)))
  }

  @Test func `A measure that a policy takes away is in no world`() throws {
    let loaded = try example("measures: {policing: none}").load()
    #expect(loaded.worlds?.paths.count == 2)
    #expect(try inspections(loaded.living(in: 1)) == nil)
  }

  @Test func `The scenario in full keeps its worlds, less what it sets itself`() throws {
    let loaded = try example("behaviour: {demand: {response: 1}}").load()
    let again = try ScenarioLoader.load(
      path: "r.yaml", files: .inMemory(["r.yaml": Array(loaded.resolvedText.utf8)]))
    #expect(again.resolvedText == loaded.resolvedText)
    #expect(again.worlds?.paths == loaded.worlds?.paths)
    #expect(try again.living(in: 1).inputs == loaded.living(in: 1).inputs)
    #expect(try !loaded.living(in: 1).resolvedText.contains("worlds:"))
  }

  @Test func `Scenarios that differ in what worlds set are not told to have other worlds`() throws {
    let base = try example().load()
    let policy = try example("behaviour: {demand: {response: 1}}").load()
    #expect(
      ScenarioDifference(base, policy).lines.map(\.path) == ["behaviour.demand.response"])
    let none = try example("tables: {worlds: none}").load()
    #expect(none.worlds == nil)
    #expect(ScenarioDifference(base, none).lines.map(\.text) == ["tables.worlds: 3 worlds -> -"])
  }

  @Test(arguments: [
    (
      "behaviour.demand.respons\n1\n",
      "w.csv:1:1: error: 'behaviour.demand.respons' is no key with a number of the country, of "
        + "behaviour or of a measure. Did you mean 'behaviour.demand.response'?"
    ),
    (
      "run.seed\n1\n",
      "w.csv:1:1: error: 'run.seed' says what is simulated, which is the same in all worlds. "
        + "Remove the column."
    ),
    (
      "behaviour.demand.response,behaviour.demand.response\n1,1\n",
      "w.csv:1:27: error: column 'behaviour.demand.response' stands twice. Keep one of them."
    ),
    (
      "behaviour.demand.response\n",
      "w.csv:1:1: error: table 'worlds' has no rows below its header."
    ),
    (
      "world,behaviour.demand.response\na,1\nb\n",
      "w.csv:3:1: error: the row has 1 cells, but the header has 2. Separate cells by commas."
    ),
  ]) func `What no world can have is refused at its place`(table: String, sentence: String) {
    #expect(example(table: table).findings() == [sentence])
  }

  @Test func `A value that its key cannot have is refused at its cell`() {
    let findings = example(table: "behaviour.population.unemployment\n1.2\n").findings()
    #expect(findings.count == 1)
    #expect(findings.first?.hasPrefix("w.csv:2:1: error: 'unemployment' is 1.2") == true)
  }
}
