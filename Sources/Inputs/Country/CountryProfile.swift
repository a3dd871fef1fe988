import Kernel

/// What a country is called and counts in, and its offices' calendar: the section `country`.
package struct CountryProfile: KeyGroup {
  /// The country's own name: the origin of natives in tables.
  package var name = ""
  /// ISO 4217: three capital letters.
  package var currency = ""
  /// As sentences call it; the code where nobody says.
  package var currencyName: String?
  package var currencySymbol: String?
  /// The unit in which laws write fines, fees and thresholds; nil where they write money.
  package var indexUnit: String?
  package var indexName: String?
  /// Months that tables of results show first.
  package var landmarks: [Day] = []
  package var institutions = Institutions()

  package init() {}

  package static let keys: [Key<CountryProfile>] =
    [
      .text("name", \.name, "Name of the country, which tables of results use for its natives."),
      .text("currency", \.currency, "ISO code of the currency in which all money is written."),
      .optionalText("currency_name", \.currencyName, "Name of the currency, as sentences use it."),
      .optionalText("currency_symbol", \.currencySymbol, "Symbol of the currency."),
      .optionalText(
        "index_unit", \.indexUnit,
        "Unit in which laws write fines, fees and tax thresholds, worth what the table of amounts says; none "
          + "where laws write money."),
      .optionalText("index_name", \.indexName, "Full name of the unit in which laws write sums."),
      .monthList(
        "landmarks", \.landmarks,
        "Months that tables of results show first; none for evenly spaced months."),
    ] + Institutions.keys.map { $0.within(\.institutions) }

  /// In what money and legal sums are written.
  package var units: CountryUnits {
    CountryUnits(currency: currency, index: indexUnit, indexName: indexName)
  }

  package var money: Currency {
    Currency(code: currency, name: currencyName, symbol: currencySymbol)
  }
}

/// What a currency is called.
package struct Currency: Sendable, Equatable {
  /// ISO 4217, in tables and units.
  package var code: String
  package var name: String?
  package var symbol: String?

  package init(code: String, name: String? = nil, symbol: String? = nil) {
    self.code = code
    self.name = name
    self.symbol = symbol
  }

  /// For sentences: `euro (EUR, €)`; the code alone where it has no name.
  package var words: String {
    guard let name else { return symbol.map { "\(code) (\($0))" } ?? code }
    return "\(name) (\(([code] + (symbol.map { [$0] } ?? [])).joined(separator: ", ")))"
  }
}

/// In what a country writes its money and its legal sums.
package struct CountryUnits: Sendable, Equatable {
  /// The currency's code; nil where no country is known, so that any is taken.
  package var currency: String?
  /// The unit of legal sums; nil where they are written as money.
  package var index: String?
  /// Its name in full, for sentences.
  package var indexName: String?

  /// The general word for the unit of legal sums, where a file may call it by its own: of a country whose unit is IU, `iu` is
  /// `index_unit`.
  package func general(_ word: String) -> String {
    word == index?.lowercased() ? "index_unit" : word
  }

  package init(currency: String?, index: String? = nil, indexName: String? = nil) {
    self.currency = currency
    self.index = index
    self.indexName = indexName
  }

  /// Of no country in particular.
  package static let any = CountryUnits(currency: nil)

  /// The currency as texts name it.
  package var money: String { currency ?? "currency" }

  /// Whether a word has the form of a currency's code: three capital letters.
  package static func isCurrency(_ word: some StringProtocol) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// Whether a word can name an index unit: letters alone, the first a capital, unlike any other unit.
  package static func isIndex(_ word: some StringProtocol) -> Bool {
    guard (2...12).contains(word.utf8.count), let first = word.utf8.first else { return false }
    return (65...90).contains(first)
      && word.utf8.allSatisfy { (65...90).contains($0) || (97...122).contains($0) }
  }
}
