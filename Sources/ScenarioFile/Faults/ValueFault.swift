/// A value that cannot be read as what its key holds.
enum ValueFault: Error, Equatable, Sentence {
  /// Not a number at all; `example` is one that fits.
  case notANumber(String, text: String, noun: String, example: String)
  /// Of several proposals nobody can tell which is meant.
  case separators(String, text: String, proposals: [String])
  case pointOrSeparator(String, text: String, plain: String, grouped: String)
  case missingUnit(String, text: String, noun: String, fix: String)
  case wrongUnit(String, text: String, noun: String, units: String, example: String)
  case wrongCurrency(String, text: String, written: String, currency: String, unit: String)
  case notWhole(String, text: String, fix: String)
  case chance(String, text: String)
  case outside(String, text: String, noun: String, low: String, high: String, fix: String)
  case notADate(String, text: String)
  case notAMonth(String, text: String)
  case noSuchDay(String, text: String, month: String, days: Int, fix: String)
  case farDate(String, text: String)
  case notAFlag(String, text: String)
  case notAChoice(String, text: String, choices: [String])
  case notAList(String, text: String, example: String)
  case notAMonthList(String, text: String)
  case emptyList(String)
  case twice(String, name: String)
  case unknownName(String, text: String, noun: String, names: [String])
  case emptyText(String)
  case unprintable(String, UInt32)
  case longText(String)
  case rangeForm(String)
  case rangeNotForNumbers(String)
  case rangeReversed(String, low: String, high: String)
  case outsideItsRange(String, text: String, low: String, high: String)

  var sentence: String {
    switch self {
    case .notANumber(let key, let text, let noun, let example):
      "'\(key)' is '\(text)', but \(noun) is a number. Write, for example, \(example)."
    case .separators(let key, let text, let proposals):
      "'\(key)' is '\(text)', but numbers have a decimal point and no separators. "
        + (proposals.count == 1 ? "Write " : "Write the one that is meant: ")
        + "\(proposals.joined(separator: " or "))."
    case .pointOrSeparator(let key, let text, let plain, let grouped):
      "'\(key)' is \(text), but only whole numbers make sense. "
        + "Write \(plain), or \(grouped) if the point separates thousands."
    case .missingUnit(let key, let text, let noun, let fix):
      "'\(key)' is \(text) without a unit, but \(noun) needs one. Write \(fix)."
    case .wrongUnit(let key, let text, let noun, let units, let example):
      "'\(key)' is \(text), but \(noun) is written \(units). Write, for example, \(example)."
    case .wrongCurrency(let key, let text, let written, let currency, let unit):
      "'\(key)' is \(text), but the country's currency is \(currency), not \(written). "
        + "Write the amount in \(unit)."
    case .notWhole(let key, let text, let fix):
      "'\(key)' is \(text), but only whole numbers make sense. Write \(fix)."
    case .chance(let key, let text):
      "'\(key)' is \(text), but a chance lies between 0 % and less than 100 %. "
        + "Write a rate above one event a year as 2 /year."
    case .outside(let key, let text, let noun, let low, let high, let fix):
      "'\(key)' is \(text), but \(noun) lies between \(low) and \(high).\(fix)"
    case .notADate(let key, let text):
      "'\(key)' is '\(text)', but that is no date. Write it as 2020-07-01."
    case .notAMonth(let key, let text):
      "'\(key)' has '\(text)', but that is no month. Write it as 2020-07."
    case .noSuchDay(let key, let text, let month, let days, let fix):
      "'\(key)' is \(text), but \(month) has \(days) days. Write \(fix)."
    case .farDate(let key, let text):
      "'\(key)' is \(text), but dates lie between 1900-01-01 and 2199-12-31."
    case .notAFlag(let key, let text): "'\(key)' is '\(text)'. Write true or false."
    case .notAChoice(let key, let text, let choices):
      "'\(key)' is '\(text)', but it is one of \(choices.joined(separator: ", "))."
    case .notAList(let key, let text, let example):
      "'\(key)' is '\(text)', but it is a list. Write [\(example)], or all."
    case .notAMonthList(let key, let text):
      "'\(key)' is '\(text)', but it is a list of months. Write [2020-07, 2021-12], or none."
    case .emptyList(let key): "'\(key)' is an empty list. Write all, or leave it out."
    case .twice(let key, let name): "'\(key)' names '\(name)' twice. Keep one of them."
    case .unknownName(let key, let text, let noun, let names):
      "'\(key)' names '\(text)', which is no \(noun).\(Nearest.hint(for: text, among: names))"
    case .emptyText(let key): "'\(key)' is empty. Write a few words."
    case .unprintable(let key, let code):
      "'\(key)' holds a control character (U+\(FileFault.hexadecimal(code))). Remove it."
    case .longText(let key): "'\(key)' is longer than 2,000 letters. Shorten it."
    case .rangeForm(let key): "the range of '\(key)' has two ends. Write range: [low, high]."
    case .rangeNotForNumbers(let key): "'\(key)' is no number, so it has no range. Remove it."
    case .rangeReversed(let key, let low, let high):
      "the range of '\(key)' runs from \(low) down to \(high). Write [\(high), \(low)]."
    case .outsideItsRange(let key, let text, let low, let high):
      "'\(key)' is \(text), outside its own range from \(low) to \(high). Change one of them."
    }
  }
}
