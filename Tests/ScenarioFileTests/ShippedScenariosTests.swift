import Inputs
import Kernel
import ScenarioFile
import Testing

@Suite struct ShippedScenariosTests {
  static let names = [
    "kazakhstan-2006", "amnesty-any-contract", "amnesty-large-desk", "amnesty-portable",
    "amnesty-worker-applies", "amnesty-either-applies", "workers-informed", "worker-fine-x5",
    "worker-fine-x50", "complexity-half", "complexity-one-step", "contribution-parity",
    "corruption-low", "enforcement-x3", "flat-tax-never", "free-movement", "law-2008", "law-2014",
    "minimum-wage-2007",
    "mobility-free-after-12-months", "no-amnesty", "no-operation", "operation-almaty",
    "no-housing-duty", "origin-recession",
    "patent-2014", "patent-firms",
    "quota-2008", "quota-off", "sanctions-x5", "shortage-list", "stock-high", "stock-low",
    "wage-recovery",
  ]

  @Test(arguments: names) func everyShippedScenarioLoadsWithoutAWarning(name: String) throws {
    let loaded = try ScenarioLoader.load(path: Shipped.path("\(name).yaml"))
    #expect(loaded.warnings.map(\.description) == [])
  }

  @Test func `every shipped variant does something, and no two the same`() throws {
    let all = try Self.names.map {
      try ScenarioLoader.load(path: Shipped.path("\($0).yaml")).inputs
    }
    for (place, one) in all.enumerated() {
      for (other, two) in all.enumerated().prefix(place) {
        #expect(
          one.idleClause(beside: two, until: one.run.until) == nil,
          "\(Self.names[place]), \(Self.names[other])")
      }
    }
  }

  /// What a variant's own file says must differ from what would hold without it: a value that it repeats goes stale when the
  /// baseline's is changed.
  @Test(arguments: names.dropFirst())
  func `no shipped variant repeats a value of its base`(name: String) throws {
    let base = try ScenarioLoader.load(path: Shipped.path("kazakhstan-2006.yaml"))
    let path = Shipped.path("\(name).yaml")
    let variant = try ScenarioLoader.load(path: path)
    let own = variant.settings.filter { $0.provenance?.place.file == path }
    #expect(repeated(own, in: variant, of: base) == [])
  }

  @Test
  func `a value repeated from the base is found, in a measure, a law of its own and an amendment`()
    throws
  {
    let base = try Example.variant("").load()
    let variant = try Example.variant(
      """
      measures:
        amnesty: {portability: 0, card: 24 months}
        more: {kind: wage_recovery, from: 2006-01-01, irregular: 50 %, lawful: 50 %}
        clean: {amends: policing, from: 2006-01-01, bribe: 50 %, checked: 10}
      """
    ).load()
    let own = variant.settings.filter { $0.provenance?.place.file == "s.yaml" }
    #expect(
      repeated(own, in: variant, of: base).sorted() == [
        "measures.amnesty.portability", "measures.clean.bribe", "measures.more.lawful",
      ])
  }

  /// The paths of a variant's own settings that say what the base says: in the same place, or in its law of that day.
  private func repeated(
    _ own: [Setting], in variant: LoadedScenario, of base: LoadedScenario
  ) -> [String] {
    own.compactMap { setting in
      if let inherited = base.settings.first(where: { $0.path == setting.path }) {
        return inherited.text == setting.text ? setting.path : nil
      }
      let parts = setting.path.split(separator: ".").map(String.init)
      guard parts.count == 3, parts[0] == "measures", !["from", "until"].contains(parts[2]),
        !setting.isRelative
      else { return nil }
      let measure = variant.inputs.measures.first { $0.name == parts[1] }
      let amendment = variant.inputs.amendments.first { $0.name == parts[1] }
      guard let from = measure?.from ?? amendment?.from,
        let kind = LeverKind.named(measure?.lever.kindName ?? amendment?.kindName ?? ""),
        kind.overlap == .latestHolds || amendment != nil,
        let key = kind.keys.first(where: { $0.name == parts[2] })
      else { return nil }
      let before = base.inputs.ruling(kind, on: from).map { key.read($0.lever) }
      return before.contains(setting.value) ? setting.path : nil
    }
  }

  @Test func `three times the checks are three times those of a base that has moved`() throws {
    let loaded = try ScenarioLoader.load(
      path: Shipped.path("enforcement-x3.yaml"), overrides: ["measures.policing.inspections=12000"])
    let law = LawInForce(loaded.inputs, on: Day(year: 2007, month: 5, day: 1))
    #expect(law.policing.inspections == 36_000)
  }

  /// Scenarios about the procedure change what they are about, and nothing else.
  @Test(arguments: ["complexity-half", "complexity-one-step", "law-2008", "law-2014"])
  func aScenarioOfPermitsDiffersInNothingElse(name: String) throws {
    func law(_ name: String) throws -> PermitProcedure {
      let inputs = try ScenarioLoader.load(path: Shipped.path("\(name).yaml")).inputs
      return try #require(inputs.law(PermitProcedure.self, on: Day(year: 2007, month: 1, day: 1)))
    }
    let baseline = try law("kazakhstan-2006")
    var variant = try law(name)
    #expect(variant != baseline)
    variant.complexity = baseline.complexity
    variant.refillSkills = baseline.refillSkills
    #expect(variant == baseline)
  }

  @Test func theBaselineNamesASourceForEveryUncertainty() throws {
    let loaded = try ScenarioLoader.load(path: Shipped.path("kazakhstan-2006.yaml"))
    for setting in loaded.settings where setting.path.hasPrefix("behaviour.") {
      let provenance = loaded.provenance(of: setting.path)
      #expect(provenance?.source != nil && provenance?.range != nil, "\(setting.path)")
    }
  }

  @Test func theNationsEmploymentAddsUpToItsSectors() throws {
    let country = try ScenarioLoader.load(path: Shipped.path("kazakhstan-2006.yaml")).inputs.country
    let population = country.regions.map(\.population).reduce(0, +)
    let expected = [0.311, 0.059, 0.146, 0.05, 0.005, 0.123, 0.074, 0.232]
    for (sector, share) in expected.enumerated() {
      let nation =
        zip(country.regions, country.sectorShares)
        .map { $0.population * $1[sector] }.reduce(0, +) / population
      #expect(abs(nation - share) < 1e-4)
    }
    #expect(population == 15_219_291)
  }
}
