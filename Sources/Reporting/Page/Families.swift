import Measurement
import Results

/// Series that belong in one chart: the same unit, one question.
struct Family: Equatable {
  var title: String
  /// Names of national indicators; those a run lacks are left out.
  var members: [String]
  /// Whether it stands in the list of families; else it is a series that no family names.
  var isKnown = true

  private init(_ title: String, _ members: String...) {
    self.title = title
    self.members = members
  }

  private init(title: String, members: [String], isKnown: Bool) {
    self.title = title
    self.members = members
    self.isKnown = isKnown
  }

  private static let known = [
    Family("Migrants", "migrants_present", "migrants_employed", "irregular_employed"),
    Family("Irregular, of employed migrants", "irregular_share"),
    Family("Irregular stay", "irregular_stay"),
    Family("The amnesty", "legalised_cumulative", "amnesty_queue"),
    Family("Permits and patents in force", "permits_in_force", "patents_in_force"),
    Family("Permits issued", "permits_issued"),
    Family("Arrivals and returns", "arrivals", "returns"),
    Family("Police", "identified", "expelled"),
    Family("Banned but present", "banned_present"),
    Family("Natives at work", "native_employment"),
    Family(
      "Unemployment of natives", "native_unemployment_rate",
      "official_unemployment_rate"),
    Family("Informal, of the employed", "informal_share"),
    Family("Vacancies", "vacancies"),
    Family("Wages of natives", "wage_native", "wage_native_low"),
    Family("Wages of migrants", "wage_irregular", "wage_bound", "wage_portable"),
    Family("Taxes on work", "income_tax", "social_tax", "contributions"),
    Family("What migrants pay", "revenue_from_migrants", "patent_tax", "permit_fees", "fines"),
    Family("Bribes", "bribes"),
    Family("Cost of enforcement", "enforcement_cost"),
    Family("Public money, net", "net_fiscal"),
    Family("Sent home", "remittances"),
    Family("Wages not paid", "unpaid_wages"),
    Family("Passports held", "passports_held"),
    Family("Changes of employer", "employer_switches_bound", "employer_switches_portable"),
    Family("Foreigners in the state's books", "official_registered", "official_for_work"),
  ]

  /// The charts of a run: the families it has, then every series that no family names, by itself.
  static func present(in results: RunResults) -> [Family] {
    let names = results.indicators.map(\.name)
    let families = known.compactMap { family -> Family? in
      let members = family.members.filter(names.contains)
      return members.isEmpty
        ? nil : Family(title: family.title, members: members, isKnown: true)
    }
    let named = Set(families.flatMap(\.members))
    return families
      + names.filter { !named.contains($0) }.map { name in
        Family(title: words(name), members: [name], isKnown: false)
      }
  }

  /// A column's name as words: `official_arrivals_unregistered` → `Official arrivals unregistered`.
  static func words(_ name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
