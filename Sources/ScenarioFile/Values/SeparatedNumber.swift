import Inputs

/// A number as people write it elsewhere: `0,7`, `26,700`, `50.900,00`, `26 700`, `1'000`.
///
/// Scenarios take a decimal point and no separators, since no program can tell for sure what a comma is. What such a text
/// may mean decides what is proposed instead.
package struct SeparatedNumber: Sendable {
  /// What the number may be, as it is written here, without its unit: one, or two where nobody can tell.
  var readings: [String]
  /// As written, without spaces.
  var unit: String

  /// Nil for a text that is no number in any custom.
  init?(_ text: String) {
    var scalars = Substring(SeparatedNumber.plainSpaces(text)).unicodeScalars
    var sign = ""
    if let first = scalars.first, first == "+" || first == "-" {
      sign = first == "-" ? "-" : ""
      scalars.removeFirst()
    }
    let written = scalars.prefix { $0.isDigit || SeparatedNumber.marks.contains($0) }
    let number = Overrides.trimmed(String(written))
    guard number.unicodeScalars.first?.isDigit ?? false,
      number.unicodeScalars.last?.isDigit ?? false,
      let readings = SeparatedNumber.readings(of: number)
    else { return nil }
    self.readings = readings.map { sign + $0 }
    unit = String(scalars[written.endIndex...]).filter { $0 != " " }
  }

  private static let marks: [Unicode.Scalar] = [",", ".", "'", "’", "_", " "]

  /// Spaces of other widths, which spreadsheets and word processors put in, as spaces.
  static func plainSpaces(_ text: String) -> String {
    let spaces: [Unicode.Scalar] = ["\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}"]
    guard text.unicodeScalars.contains(where: spaces.contains) else { return text }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: text.unicodeScalars.map { spaces.contains($0) ? " " : $0 })
    return String(plain)
  }

  /// - Parameter number: digits with marks between them.
  private static func readings(of number: String) -> [String]? {
    let used = number.filter { !$0.isASCIIDigit }
    guard let last = used.last else { return nil }
    // The last of two kinds of marks is the decimal one, if it stands once.
    let isDecimalKind = last == "," || last == "."
    if isDecimalKind, used.count(where: { $0 == last }) == 1 {
      let parts = number.split(separator: last, omittingEmptySubsequences: false)
      guard let whole = ungrouped(parts[0]) else { return nil }
      let decimal = "\(whole).\(parts[1])"
      let mayGroup = used.count == 1 && last == "," && parts[1].count == 3 && whole != "0"
      return mayGroup ? ["\(whole)\(parts[1])", decimal] : [decimal]
    }
    guard let whole = ungrouped(number[...]) else { return nil }
    return [whole]
  }

  /// Digits in groups of three behind one mark, without it.
  private static func ungrouped(_ text: Substring) -> String? {
    guard let mark = text.first(where: { !$0.isASCIIDigit }) else { return String(text) }
    let groups = text.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    return groups.joined()
  }
}

extension SeparatedNumber {
  /// The readings as quantities of a dimension, with a unit where one is due; of several, those that a key would take.
  func proposals(
    _ dimension: Dimension, in country: CountryUnits, bareNumbers: Bool, isWhole: Bool,
    _ bounds: ClosedRange<Double>
  ) -> [String] {
    var texts = readings.map { reading in
      let isBare = unit.isEmpty && !bareNumbers && !dimension.baseUnit(in: country).isEmpty
      let unit = isBare ? dimension.baseUnit(in: country) : unit
      return unit.isEmpty ? reading : "\(reading) \(unit)"
    }
    let whole = texts.filter { !$0.contains(".") }
    if isWhole, !whole.isEmpty { texts = whole }
    let fitting = texts.filter { text in
      (try? Quantity.read(text, dimension, in: country, bareNumbers: bareNumbers)).map(
        bounds.contains) ?? false
    }
    return fitting.isEmpty ? texts : fitting
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
