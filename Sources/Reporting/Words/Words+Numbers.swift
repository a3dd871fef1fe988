import Inputs
import Kernel
import Measurement
import Results

/// Numbers and dates as a language writes them, no more digits than are known.
extension Words {
  /// English digits with the language's own separators.
  package func digits(_ english: String) -> String {
    if language == .en { return english }
    return String(
      english.map { character -> String in
        switch character {
        case ",": language.thousands
        case ".": language.decimal
        default: String(character)
        }
      }.joined())
  }

  /// The step to which a number is rounded that is known up to `half`: two digits of what is uncertain, and three
  /// of the number at most.
  static func step(_ number: Double, half: Double?) -> Double {
    func power(below size: Double) -> Double {
      guard size > 0, size.isFinite else { return 0 }
      var power = 1.0
      while power > size { power /= 10 }
      while power * 10 <= size { power *= 10 }
      return power
    }
    return max(power(below: number.magnitude) / 100, power(below: half ?? 0) / 10)
  }

  /// A number rounded to a step, without its sign.
  func rounded(_ number: Double, to step: Double) -> String {
    guard step > 0 else { return "0" }
    let value = (number.magnitude / step).rounded() * step
    var decimals = 0
    var unit = step
    while unit < 0.999_999, decimals < 6 {
      unit *= 10
      decimals += 1
    }
    return digits(NumberText.fixed(value, decimals: decimals))
  }

  /// What money is called: by its name in the scenario's own language, else by its code.
  func currency(_ currency: Currency) -> String {
    language == .en ? currency.name ?? currency.code : currency.code
  }

  /// Money short: `2.9 bn euro`.
  func money(_ number: Double, half: Double?, _ currency: String) -> String {
    let factor = Self.scale(max(number.magnitude, half ?? 0))
    let step = Self.step(number / factor, half: half.map { $0 / factor })
    return self(Self.unit(of: factor), rounded(number / factor, to: step), currency)
  }

  /// In what a sum is told: billions, millions or ones.
  static func scale(_ size: Double) -> Double { size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : 1 }

  /// The entry in which a sum of such a scale is told.
  static func unit(of scale: Double) -> String {
    scale == 1e9 ? "unit.billion" : scale == 1e6 ? "unit.million" : "unit.one"
  }

  /// A part as per cent, without its sign.
  func percent(_ part: Double) -> String {
    let value = part.magnitude * 100
    let decimals = value >= 10 ? 0 : value >= 1 ? 1 : 2
    return digits(NumberText.fixed(value, decimals: decimals)) + "\u{A0}%"
  }

  /// A month as it stands after “since”.
  func since(_ month: Day) -> String {
    let names = self("months.since").split(separator: "|").map(String.init)
    let date = month.civil
    let name = names.indices.contains(date.month - 1) ? names[date.month - 1] : "\(date.month)"
    return self("since.month", name, "\(date.year)")
  }

  /// What a policy changes, as a row names it.
  package func changed(_ row: (kind: String, key: String)) -> String {
    let lever = name("lever.\(row.kind)")
    if row.key.isEmpty { return lever }
    let key =
      entries["key.\(row.kind).\(row.key)"] ?? entries["key.\(row.key)"]
      ?? row.key.replacing("_", with: " ")
    return "\(lever): \(key)"
  }

  /// Words that stand for values.
  package func value(_ text: String) -> String {
    entries["value.\(text.replacing(" ", with: "_"))"] ?? text
  }
}
