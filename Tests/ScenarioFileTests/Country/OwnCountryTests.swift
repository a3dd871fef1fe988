import Foundation
import Inputs
import ScenarioFile
import Testing

/// What `scenario new --country` writes.
@Suite struct OwnCountryTests {
  private func country(_ name: String = "Atlantis", _ currency: String = "EUR") throws -> OwnCountry
  {
    try OwnCountry(name: name, currency: currency)
  }

  private func load(_ country: OwnCountry, _ overrides: [String] = []) throws -> LoadedScenario {
    let files = Dictionary(
      uniqueKeysWithValues: country.files.map { ($0.path, Array($0.text.utf8)) })
    return try ScenarioLoader.load(
      path: country.scenario, overrides: overrides, files: .inMemory(files))
  }

  @Test(arguments: [
    ("Atlantis", "EUR"), ("Côte d'Ivoire: \"new\" # 1", "XOF"), ("no", "USD"), ("Ελλάδα", "EUR"),
    ("EUR land", "CHF"),
  ]) func `it loads as it stands, without a warning, by its name and currency`(
    name: String, currency: String
  ) throws {
    let loaded = try load(country(name, currency))
    #expect(loaded.warnings == [])
    #expect(loaded.inputs.country.name == name)
    #expect(loaded.inputs.country.profile.currency == currency)
    #expect(loaded.inputs.country.profile.indexUnit == nil)
    #expect(
      loaded.settings.first { $0.path == "behaviour.wages.productivity" }?.text
        == "1250 \(currency)/month")
  }

  @Test func `its numbers are the same whatever it is called`() throws {
    var other = try load(country("Elsewhere", "JPY")).inputs
    let inputs = try load(country()).inputs
    other.name = inputs.name
    other.country.profile = inputs.country.profile
    #expect(other == inputs)
  }

  @Test func `two regions, three sectors, two origins, one kind of employer each`() throws {
    let country = try load(country()).inputs.country
    #expect(country.regions.count == 2 && country.origins.count == 2)
    #expect(Set(country.sectors.map(\.employer)) == Set(EmployerKind.allCases))
    #expect(country.sectors.count == 3)
  }

  @Test func `every key and every column has its comment`() throws {
    let files = try country().files
    for file in files {
      let lines = file.text.split(separator: "\n").map(String.init)
      if file.path.hasSuffix(".csv") {
        let comments = lines.prefix { $0.hasPrefix("#") }
        let header = lines[comments.count].split(separator: ",").map(String.init)
        for column in header where !Set(header.dropFirst(2).dropLast()).isSuperset(of: [column]) {
          #expect(comments.contains { $0.contains(" \(column) ") }, "\(file.path): \(column)")
        }
        continue
      }
      for (place, line) in lines.enumerated() where !line.contains("#") && line.contains(": ") {
        #expect(lines[place - 1].contains("# "), "\(line)")
      }
    }
  }

  @Test func `every number that nobody measured says so, with its range`() throws {
    let loaded = try load(country())
    let behaviour = loaded.settings.filter { $0.path.hasPrefix("behaviour.") }
    #expect(behaviour.count > 90)
    #expect(
      behaviour.allSatisfy { $0.provenance?.source == "assumed" && $0.provenance?.range != nil })
  }

  @Test func `what cannot be a name or a currency is refused with what to write`() {
    #expect(throws: OwnCountryFault.name) { try country(" ") }
    for text in ["eur", "EURO", "€", ""] {
      #expect(throws: OwnCountryFault.currency(text)) { try country("Atlantis", text) }
    }
    #expect("\(OwnCountryFault.currency("eur"))".contains("such as EUR"))
  }

  @Test(arguments: [
    (
      "behaviour.wages.productivity=50900 KZT/month",
      "'productivity' is 50900 KZT/month, but the country's currency is EUR, not KZT. "
        + "Write the amount in EUR/month."
    ),
    (
      "measures.sanctions.worker_fine=20 USD",
      "'worker_fine' is 20 USD, but the country's currency is EUR, not USD. "
        + "Write the amount in EUR."
    ),
    (
      "measures.sanctions.worker_fine=20 MRP",
      "'worker_fine' is 20 MRP, but the country's currency is EUR, not MRP. "
        + "Write the amount in EUR."
    ),
    (
      "measures.sanctions.worker_fine=20",
      "'worker_fine' is 20 without a unit, but it needs one. Write 20 EUR."
    ),
    (
      "measures.income_tax.allowance=index_unit",
      "'allowance' is index_unit, but the country has none. Write none or minimum_wage, or name "
        + "the unit under 'country'."
    ),
    (
      "country.currency=euro",
      "'currency' is 'euro', but a currency is written as its ISO code, three capital letters. "
        + "Write, for example, EUR."
    ),
    (
      "country.index_unit=EUR",
      "'index_unit' is EUR, which is the currency. Write none where laws write money."
    ),
    (
      "country.index_unit=month",
      "'index_unit' is 'month', but it is one word of letters that begins with a capital. "
        + "Write, for example, MRP, or none."
    ),
    (
      "country.landmarks=[2021-13]",
      "'landmarks' has '2021-13', but that is no month. Write it as 2020-07."
    ),
    (
      "country.landmarks=2021",
      "'landmarks' is '2021', but it is a list of months. Write [2020-07, 2021-12], or none."
    ),
  ]) func `another country's money or unit is refused with this one's`(
    override: String, sentence: String
  ) throws {
    let country = try country()
    #expect {
      _ = try load(country, [override])
    } throws: { error in
      guard let faults = error as? ScenarioFaults else { return false }
      return faults.diagnostics.contains { $0.sentence == sentence }
    }
  }

  @Test func `with an index unit, sums of the law are written in it and the table says its worth`()
    throws
  {
    var files = Dictionary(
      uniqueKeysWithValues: try country().files.map { ($0.path, $0.text) })
    let path = try country().scenario
    let amounts = "tables/amounts.csv"
    func load() throws -> LoadedScenario {
      try ScenarioLoader.load(path: path, files: .inMemory(files.mapValues { Array($0.utf8) }))
    }
    // A worth without a unit is as wrong as a unit without a worth.
    let table = try #require(files[amounts])
    files[amounts] = "from,index_unit,minimum_wage\n2020-01-01,10,300\n"
    #expect(throws: ScenarioFaults.self) { try load() }
    files[amounts] = table
    files[path] = files[path]?.replacing("index_unit: none", with: "index_unit: BU")
      .replacing(/(_fine: .*)EUR(.*)EUR(.*)EUR/) { "\($0.1)BU\($0.2)BU\($0.3)BU" }
    #expect(throws: ScenarioFaults.self) { try load() }
    files[amounts] = "from,index_unit,minimum_wage\n2020-01-01,10,300\n"
    let loaded = try load()
    #expect(loaded.inputs.country.amounts.map(\.indexUnit) == [10])
    #expect(
      loaded.settings.first { $0.path == "measures.sanctions.worker_fine" }?.text == "580 BU")
  }

  @Test func `a country's short form says its name alone`() throws {
    let country = try country()
    #expect(try load(country, ["country=Mu"]).inputs.country.name == "Mu")
    #expect(try load(country, ["country.name=Mu"]).inputs.country.name == "Mu")
  }
}
