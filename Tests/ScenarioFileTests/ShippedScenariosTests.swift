import Inputs
import Kernel
import ScenarioFile
import Testing

@Suite struct ShippedScenariosTests {
  static let names = [
    "kazakhstan-2006", "amnesty-any-contract", "amnesty-large-desk", "amnesty-portable",
    "amnesty-worker-applies", "complexity-half", "complexity-one-step", "contribution-parity",
    "corruption-low", "enforcement-x3", "flat-tax-never", "free-movement", "law-2008", "law-2014",
    "minimum-wage-2007",
    "mobility-free-after-12-months", "no-amnesty", "no-housing-duty", "no-operation", "origin-recession",
    "patent-2014", "patent-firms",
    "quota-2008", "quota-off", "sanctions-x5", "shortage-list", "stock-high", "stock-low",
    "wage-recovery",
  ]

  @Test(arguments: names) func everyShippedScenarioLoadsWithoutAWarning(name: String) throws {
    let loaded = try ScenarioLoader.load(path: Shipped.path("\(name).yaml"))
    #expect(loaded.warnings.map(\.description) == [])
  }

  /// Scenarios about the procedure restate it whole: what they are not about must be the baseline's.
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
