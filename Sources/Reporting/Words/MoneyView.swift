import Inputs
import Kernel
import Measurement
import Results

/// Money in each unit that a page can show: all are on it, and its switch picks one.
struct MoneyView {
  private let units: MoneyUnits
  private let constantWord: String
  private let words: Words

  init(_ units: MoneyUnits, months: [Day], words: Words = Words()) {
    self.units = units
    self.words = words
    constantWord = Self.constantWord(units, months, words)
  }

  var known: [MoneyUnit] { units.known }

  /// The units in which an indicator is shown.
  func known(for indicator: Indicator) -> [MoneyUnit] {
    indicator.unit.isMoney ? known : [.own]
  }

  /// The prices of the year in whose months the index is 1, if there is one.
  private static func constantWord(
    _ units: MoneyUnits, _ months: [Day], _ words: Words
  ) -> String {
    var years: [(year: Int, sum: Double, count: Double)] = []
    for (month, index) in zip(months, units.priceIndex) {
      if years.last?.year != month.civil.year { years.append((month.civil.year, 0, 0)) }
      years[years.count - 1].sum += index
      years[years.count - 1].count += 1
    }
    let found = years.filter { $0.count == 12 }
      .min { ($0.sum / $0.count - 1).magnitude < ($1.sum / $1.count - 1).magnitude }
    guard let found, (found.sum / found.count - 1).magnitude < 0.01 else {
      return words("money.constant", units.currency.code)
    }
    return words("money.of_year", units.currency.code, "\(found.year)")
  }

  func word(_ unit: MoneyUnit) -> String {
    unit == .constant ? constantWord : units.word(unit)
  }

  /// An indicator's unit, with the word for money.
  func text(_ indicatorUnit: IndicatorUnit, in unit: MoneyUnit) -> String {
    indicatorUnit.text(money: word(unit))
  }

  /// A series of the currency in another unit, month by month.
  func series(_ values: [Double?], in unit: MoneyUnit) -> [Double?] {
    unit == .own ? values : values.indices.map { value(values[$0], month: $0, in: unit) }
  }

  func value(_ value: Double?, month: Int, in unit: MoneyUnit) -> Double? {
    unit == .own ? value : value.map { $0 * units.factor(unit, month: month) }
  }

  /// A text in every unit where it is one of money, else in one.
  func markup(isMoney: Bool, _ text: (MoneyUnit) -> String) -> Markup {
    choice(isMoney: isMoney) { Markup(text($0)) }
  }

  /// A headline's label in every unit where it names one.
  func markup(_ row: OutcomeRow) -> Markup {
    markup(isMoney: row.isMoney) { words.label(row, money: word($0)) }
  }

  /// A column's head that may name the unit of money.
  func heading(_ row: OutcomeRow) -> Heading {
    guard row.isMoney, known.count > 1 else {
      return Heading(words.label(row, money: word(.own)))
    }
    return Heading(
      markup(row),
      labels: known.map { unit in
        (unit == .own ? "label" : unit.rawValue, words.label(row, money: word(unit)))
      })
  }

  /// The same of what is markup already.
  func choice(isMoney: Bool, _ part: (MoneyUnit) -> Markup) -> Markup {
    guard isMoney, known.count > 1 else { return part(.own) }
    let spans = known.map { unit in
      "<span class=\"\(Self.mark(unit))\">\(part(unit).html)</span>"
    }
    return Markup(html: spans.joined())
  }

  /// The class of what is shown in one unit alone.
  static func mark(_ unit: MoneyUnit) -> String { "m-\(unit.rawValue)" }

  /// The switch; empty where there is nothing to choose.
  var control: String {
    guard known.count > 1 else { return "" }
    let choices = known.map { unit in
      "<label><input type=\"radio\" name=\"money\" id=\"in-\(unit.rawValue)\""
        + "\(unit == .own ? " checked" : "")> \(HTML.escaped(word(unit)))</label>"
    }
    return """
      <fieldset class="money"><legend>\(HTML.escaped(words("money.in")))</legend>\(choices.joined(separator: " "))</fieldset>
      """
  }

  /// What it is and how it is converted, for the page's end.
  var note: String {
    let own =
      "<p class=\"note\">\(HTML.escaped(words("money.is_in", units.currency.words)))</p>"
    guard known.count > 1 else { return own }
    return """
      \(own)
      <p class="note">\(HTML.escaped(words("money.others", others, word(.own))))</p>
      """
  }

  private var others: String {
    known.filter { $0 != .own }.map(word).joined(separator: " \(words("money.and")) ")
  }

  static let css = """
    .m-dollars,.m-constant{display:none}\
    :root:has(#in-dollars:checked) :is(.m-own,.m-constant),\
    :root:has(#in-constant:checked) :is(.m-own,.m-dollars){display:none}\
    :root:has(#in-dollars:checked) .m-dollars,:root:has(#in-constant:checked) .m-constant\
    {display:revert}
    .money{border:1px solid var(--rule);border-radius:10px;margin:1rem 0;padding:4px 12px 8px;\
    display:inline-block;font-size:.9rem}.money label{margin-right:1.1em;white-space:nowrap}
    """
}
