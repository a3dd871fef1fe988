import Inputs
import Kernel
import ScenarioFile
import Testing

@Suite struct MergeTests {
  static func measure(_ name: String, in loaded: LoadedScenario) -> Measure? {
    loaded.inputs.measures.first { $0.name == name }
  }

  @Test func aVariantThatStatesNothingHasTheBaselinesInputs() throws {
    let variant = try Example.variant("").load()
    let base = try Example(Example.baseline).load()
    #expect(variant.inputs == base.inputs)
  }

  @Test func measuresOfOneNameMergeKeyByKey() throws {
    let loaded = try Example.variant("measures: {income_tax: {rate: 20 %}}").load()
    var tax = IncomeTax()
    tax.rate = 0.2
    tax.allowance = .minimumWage
    #expect(
      MergeTests.measure("income_tax", in: loaded)
        == Measure(
          name: "income_tax", from: Day(year: 2007, month: 1, day: 1), lever: tax))
  }

  @Test func aMeasureWrittenNoneIsRemoved() throws {
    let loaded = try Example.variant("measures: {income_tax: none}").load()
    #expect(MergeTests.measure("income_tax", in: loaded) == nil)
    #expect(MergeTests.measure("income_tax-2004", in: loaded) != nil)
  }

  @Test func aNewMeasureIsAddedAndAllStandInTheOrderOfTheirNames() throws {
    let loaded = try Example.variant(
      "measures: {cuts: {kind: demand_shock, from: 2008-07-01, until: 2009-06-30, factor: 0.9}}"
    ).load()
    #expect(MergeTests.measure("cuts", in: loaded)?.until == Day(year: 2009, month: 6, day: 30))
    let names = loaded.inputs.measures.map(\.name)
    #expect(names == names.sorted())
  }

  @Test func aFileMayRemoveWhatItsBaseAddedAndAddItAnew() throws {
    let example = Example(
      "kosh: 1\nextends: t.yaml\nmeasures: {tax: {kind: social_tax, "
        + "from: 2010-01-01, rate: 3 %}}\n"
    )
    .with("t.yaml", "kosh: 1\nextends: base.yaml\nmeasures: {income_tax: none}\n")
    let loaded = try example.load(["measures.tax.rate=4 %"])
    #expect(loaded.files == ["s.yaml", "t.yaml", "base.yaml"])
    #expect(MergeTests.measure("income_tax", in: loaded) == nil)
    var tax = SocialTax()
    tax.rate = 0.04
    #expect(MergeTests.measure("tax", in: loaded)?.lever as? SocialTax == tax)
  }

  @Test func aValueReplacesItsBasesProvenanceToo() throws {
    let base = try Example.variant("").load()
    #expect(base.provenance(of: "behaviour.demand.response")?.range == 0.5...5)
    #expect(base.provenance(of: "behaviour.demand.response")?.source == "assumed")
    #expect(base.provenance(of: "behaviour.demand.response")?.place.file == "base.yaml")
    let variant = try Example.variant("behaviour: {demand: {response: 3}}").load()
    #expect(variant.inputs.behaviour.demand.response == 3)
    #expect(variant.provenance(of: "behaviour.demand.response")?.range == nil)
    #expect(variant.provenance(of: "behaviour.demand.response")?.place.line == 2)
  }

  @Test func theOrderOfKeysNeverMatters() throws {
    let a = try Example("kosh: 1\nextends: base.yaml\nrun: {seed: 4, scale: 1:10}\nname: n\n")
      .load()
    let b = try Example("name: n\nrun: {scale: 1:10, seed: 4}\nextends: base.yaml\nkosh: 1\n")
      .load()
    #expect(a.inputs == b.inputs)
    #expect(a.resolvedText == b.resolvedText)
  }

  @Test func rowsOfTablesAndColumnsMayStandInAnyOrderOfColumns() throws {
    let table = "minimum_wage,from,index_unit\n7000,2005-01-01,971\n"
    let loaded = try Example.variant("").with("kazakhstan/amounts.csv", table).load()
    #expect(
      loaded.inputs.country.amounts == [
        LegalAmounts(from: Day(year: 2005, month: 1, day: 1), indexUnit: 971, minimumWage: 7000)
      ])
  }

  @Test func pathsAreSeenFromTheFileThatNamesThem() throws {
    let example = Example("kosh: 1\nextends: a/b.yaml\n")
      .with("a/b.yaml", "kosh: 1\nextends: ../base.yaml\ntables: {amounts: ./t.csv}\n")
      .with("a/t.csv", "from,index_unit,minimum_wage\n2005-01-01,1,2\n")
    #expect(try example.load().inputs.country.amounts.count == 1)
  }

  @Test func anOverrideMayAddAMeasurePartByPartAndHoldLists() throws {
    let loaded = try Example.variant("").load([
      "measures.slump.kind=demand_shock", "measures.slump.from=2008-10-01",
      "measures.slump.factor=0.8", "measures.slump.regions=[Astana, Almaty city]",
      "run.scale=1:100", "name=Slump", "measures.income_tax=none",
    ])
    var shock = DemandShock()
    shock.size = 0.8
    shock.regions = Members(
      ["Astana", "Almaty city"], of: loaded.inputs.country.regions.map(\.name))
    #expect(MergeTests.measure("slump", in: loaded)?.lever as? DemandShock == shock)
    #expect(loaded.inputs.run.scale == 0.01)
    #expect(loaded.inputs.name == "Slump")
    #expect(MergeTests.measure("income_tax", in: loaded) == nil)
  }

  @Test func theLastOfTwoOverridesCounts() throws {
    #expect(try Example.variant("").load(["run.seed=1", "run.seed=2"]).inputs.run.seed == 2)
  }
}
