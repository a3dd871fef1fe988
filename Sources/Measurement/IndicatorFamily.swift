/// Series that belong in one chart, in the order of a page: one unit, one question.
package enum IndicatorFamily: String, Sendable, CaseIterable {
  case migrants = "Migrants"
  case irregularShare = "Irregular, of employed migrants"
  case irregularStay = "Irregular stay"
  case amnesty = "The amnesty"
  case permitsAndPatents = "Permits and patents in force"
  case permitsIssued = "Permits issued"
  case arrivalsAndReturns = "Arrivals and returns"
  case police = "Police"
  case banned = "Banned but present"
  case nativesAtWork = "Natives at work"
  case unemployment = "Unemployment of natives"
  case informalShare = "Informal, of the employed"
  case vacancies = "Vacancies"
  case nativeWages = "Wages of natives"
  case migrantWages = "Wages of migrants"
  case taxes = "Taxes on work"
  case migrantsPay = "What migrants pay"
  case bribes = "Bribes"
  case enforcement = "Cost of enforcement"
  case netFiscal = "Public money, net"
  case remittances = "Sent home"
  case unpaidWages = "Wages not paid"
  case passportsHeld = "Passports held"
  case employerChanges = "Changes of employer"
  case registers = "Foreigners in the state's books"

  package var title: String { rawValue }
  /// In the order of the columns.
  package var members: [NationalIndicator] {
    National.definitions.filter { $0.told?.family == self }.map(\.name)
  }
}

/// How pages tell a series.
struct Telling {
  var family: IndicatorFamily
  /// Its place and its words among the few numbers that a reader wants first.
  var headline: (rank: Int, label: Label)?
  /// Whether tables of headlines leave it out where there is none of it.
  var whereAny: Bool
  /// Who or what rises or falls, where a page says so in a sentence.
  var subject: String?

  init(
    _ family: IndicatorFamily, headline: (Int, Label)? = nil, whereAny: Bool = false,
    subject: String? = nil
  ) {
    self.family = family
    self.headline = headline
    self.whereAny = whereAny
    self.subject = subject
  }
}

extension National {
  /// The few numbers that a reader wants first, in their order.
  package static let headlines: [(label: Label, indicator: NationalIndicator)] =
    definitions.compactMap { definition in
      definition.told?.headline.map { ($0.rank, $0.label, definition.name) }
    }
    .sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) }

  /// Headlines that a table leaves out where there is none of them.
  package static let headlinesWhereAny: [NationalIndicator] =
    definitions.filter { $0.told?.whereAny ?? false }.map(\.name)

  /// What a page tells in sentences, in the order of the headlines.
  package static let subjects: [(words: String, indicator: NationalIndicator)] =
    headlines.compactMap { headline in
      definitions.first { $0.name == headline.indicator }?.told?.subject
        .map { ($0, headline.indicator) }
    }
}
