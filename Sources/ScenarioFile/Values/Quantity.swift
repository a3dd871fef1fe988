import Inputs
import Kernel

/// Numbers with units, as text and in base units.
package enum Quantity {
  /// Why a text is no quantity of a dimension.
  package enum Problem: Error {
    case notANumber
    /// A number but for its separators, `26,700`.
    case separators(SeparatedNumber)
    case missingUnit
    case wrongUnit
    /// Money of another country: its currency.
    case wrongCurrency(String)
    /// A chance of 100 % or more, or less than none.
    case chance
  }

  /// Reads `26700 EUR/month`, `35 %`, `1.5 %/month`, `1:10`, `1e6`.
  ///
  /// - Parameters:
  ///   - country: whose money and legal sums are read.
  ///   - bareNumbers: whether a number without a unit is in base units, as in tables.
  /// - Returns: The value in base units; decimal fractions are the nearest double, in percent too.
  package static func read(
    _ text: String, _ dimension: Dimension, in country: CountryUnits, bareNumbers: Bool = false
  ) throws(Problem) -> Double {
    let text = SeparatedNumber.plainSpaces(text)
    if dimension == .factor, let ratio = ratio(text) { return ratio }
    guard let (number, unitText) = lex(text) else {
      if let separated = SeparatedNumber(text) { throw .separators(separated) }
      throw .notANumber
    }
    if unitText.isEmpty, bareNumbers { return try finite(number, shift: 0) }
    let units = dimension.units(in: meant(by: unitText, dimension, in: country))
    guard let unit = units.first(where: { $0.symbol == unitText }) else {
      if unitText.isEmpty { throw .missingUnit }
      throw otherMoney(unitText, dimension, in: country).map { .wrongCurrency($0) } ?? .wrongUnit
    }
    if unit.isChance {
      let chance = try finite(number, shift: -2)
      guard chance >= 0, chance < 1 else { throw .chance }
      return -unit.factor * exactLog(1 - chance) + 0
    }
    if unit.symbol == "%" { return try finite(number, shift: -2) }
    let value = try finite(number, shift: 0) * unit.factor
    guard value.isFinite else { throw .notANumber }
    return value
  }

  /// Where no country is known, whatever currency and index unit the text itself names.
  private static func meant(
    by unit: String, _ dimension: Dimension, in country: CountryUnits
  ) -> CountryUnits {
    guard country.currency == nil else { return country }
    switch dimension {
    case .money, .pay:
      let code = unit.prefix(3)
      return CountryUnits.isCurrency(code) ? CountryUnits(currency: String(code)) : country
    case .legalSum:
      return CountryUnits.isIndex(unit) ? CountryUnits(currency: nil, index: unit) : country
    default: return country
    }
  }

  /// The currency of a unit that is another country's money, where money is due.
  private static func otherMoney(
    _ unit: String, _ dimension: Dimension, in country: CountryUnits
  ) -> String? {
    let code = String(unit.prefix(3))
    guard let currency = country.currency, code != currency, CountryUnits.isCurrency(code),
      dimension.baseUnit(in: country) == currency + unit.dropFirst(3)
    else { return nil }
    return code
  }

  private static func finite(_ number: String, shift: Int) throws(Problem) -> Double {
    let value = Double(shift == 0 ? number : shifted(number, by: shift))
    guard let value, value.isFinite else { throw .notANumber }
    // Minus nought is nought.
    return value == 0 ? 0 : value
  }

  /// Moves the decimal point of a number's text, so that 14.6 % is exactly the double 0.146.
  private static func shifted(_ number: String, by shift: Int) -> String {
    let parts = number.split(separator: "e", maxSplits: 1)
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    guard (-100_000...100_000).contains(exponent) else { return number }
    return "\(parts[0])e\(exponent + shift)"
  }

  /// `1:10` is a tenth.
  private static func ratio(_ text: String) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let (a, unitA) = lex(String(parts[0])), unitA.isEmpty,
      let (b, unitB) = lex(String(parts[1])), unitB.isEmpty, let over = Double(a),
      let under = Double(b), under > 0, (over / under).isFinite
    else { return nil }
    return over / under
  }

  /// A decimal number (with `e` small) and the unit behind it, without spaces; nil for anything else.
  static func lex(_ text: String) -> (number: String, unit: String)? {
    let bytes = Array(text.utf8)
    var i = 0
    func digits() -> Int {
      let start = i
      while i < bytes.count, (48...57).contains(bytes[i]) { i += 1 }
      return i - start
    }
    while i < bytes.count, bytes[i] == 32 { i += 1 }
    let start = i
    if i < bytes.count, bytes[i] == 43 || bytes[i] == 45 { i += 1 }
    var count = digits()
    if i < bytes.count, bytes[i] == 46 {
      i += 1
      count += digits()
    }
    guard count > 0, count < 400 else { return nil }
    let mantissaEnd = i
    if i < bytes.count, bytes[i] == 101 || bytes[i] == 69 {
      i += 1
      if i < bytes.count, bytes[i] == 43 || bytes[i] == 45 { i += 1 }
      if digits() == 0 { i = mantissaEnd }
    }
    let rest = bytes[i...].filter { $0 != 32 }
    // A further digit or point means that this was no plain number.
    if let next = rest.first,
      (48...57).contains(next) || next == 46 || next == 44 || next == 95
        || next == 39
    {
      return nil
    }
    // The exponent's letter made small.
    let number = String(decoding: bytes[start..<i].map { $0 == 69 ? 101 : $0 }, as: UTF8.self)
    return (number, String(decoding: rest, as: UTF8.self))
  }
}
