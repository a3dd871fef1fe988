import Inputs

/// What must hold between the names of a country's currency and units.
struct CountryNames {
  private let entries: [String: RawEntry]
  private let profile: CountryProfile

  init(_ scenario: MergedScenario, _ profile: CountryProfile) {
    entries = scenario.groups["country"]?.entries ?? [:]
    self.profile = profile
  }

  /// In what the country writes sums; of no country where the file does not say so well enough.
  func check(into findings: inout Findings) -> CountryUnits {
    let before = findings.errorCount
    if let entry = entries["currency"], !profile.currency.isEmpty,
      !CountryUnits.isCurrency(profile.currency)
    {
      findings.error(entry.value.place, CountryFault.currency(profile.currency))
    }
    if let unit = profile.indexUnit, let entry = entries["index_unit"] {
      if !CountryUnits.isIndex(unit) {
        findings.error(entry.value.place, CountryFault.indexUnit(unit))
      } else if unit == profile.currency {
        findings.error(entry.value.place, CountryFault.indexIsMoney(unit))
      }
    }
    guard findings.errorCount == before, !profile.currency.isEmpty else { return .any }
    return profile.units
  }

  /// An allowance of one index unit needs a country that has one.
  static func checkAllowances(
    _ measures: [PlacedMeasure], _ units: CountryUnits, into findings: inout Findings
  ) {
    guard units.currency != nil, units.index == nil else { return }
    for item in measures {
      if let tax = item.measure.lever as? IncomeTax, tax.allowance == .indexUnit {
        findings.error(item.places["allowance"] ?? item.place, CountryFault.allowanceWithoutUnit)
      }
    }
  }
}

/// A country whose sums could not be written.
enum CountryFault: Error, Equatable, Sentence {
  case currency(String)
  case indexUnit(String)
  case indexIsMoney(String)
  case columnWithoutUnit
  case allowanceWithoutUnit

  var sentence: String {
    switch self {
    case .currency(let text):
      "'currency' is '\(text)', but a currency is written as its ISO code, three capital letters. "
        + "Write, for example, EUR."
    case .indexUnit(let text):
      "'index_unit' is '\(text)', but it is one word of letters that begins with a capital. "
        + "Write, for example, MRP, or none."
    case .indexIsMoney(let text):
      "'index_unit' is \(text), which is the currency. Write none where laws write money."
    case .columnWithoutUnit:
      "the country has no index unit, so its worth means nothing. Remove the column 'index_unit', "
        + "or name the unit under 'country'."
    case .allowanceWithoutUnit:
      "'allowance' is index_unit, but the country has none. Write none or minimum_wage, or name the "
        + "unit under 'country'."
    }
  }
}
