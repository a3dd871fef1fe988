import Inputs

/// A unit as it is written, and what one of it is in base units.
struct Unit: Sendable {
  /// Without spaces: `%/month`.
  var symbol: String
  var factor: Double
  /// For rates: a chance within this unit's time, so that h becomes −ln(1−h) times `factor`.
  var isChance = false
}

extension Dimension {
  /// Every unit that may be written in a country, the usual one first; an empty symbol is a bare number.
  func units(in country: CountryUnits) -> [Unit] {
    switch self {
    case .share: [Unit(symbol: "", factor: 1), Unit(symbol: "%", factor: 0.01)]
    case .factor, .count: [Unit(symbol: "", factor: 1)]
    case .rate: Dimension.rateUnits
    case .money, .pay, .legalSum: [Unit(symbol: baseUnit(in: country), factor: 1)]
    case .duration: Dimension.durationUnits
    case .months:
      [("months", 1), ("month", 1), ("years", 12), ("year", 12)]
        .map { Unit(symbol: $0.0, factor: $0.1) }
    }
  }

  private static let rateUnits: [Unit] =
    [("year", 1), ("month", 12), ("week", 365.25 / 7), ("day", 365.25)].flatMap {
      [
        Unit(symbol: "/\($0.0)", factor: $0.1),
        Unit(symbol: "%/\($0.0)", factor: $0.1, isChance: true),
      ]
    }

  private static let durationUnits: [Unit] =
    [("days", 1), ("weeks", 7), ("months", 30.4375), ("years", 365.25)].flatMap {
      [Unit(symbol: $0.0, factor: $0.1), Unit(symbol: String($0.0.dropLast()), factor: $0.1)]
    }

  /// With its article, for sentences.
  package var noun: String {
    switch self {
    case .share: "a share"
    case .factor: "it"
    case .count: "it"
    case .rate: "a rate"
    case .money: "money"
    case .pay: "pay"
    case .duration: "a duration"
    case .months: "a time"
    case .legalSum: "it"
    }
  }

  /// The units, for sentences and the table of keys.
  func unitsInWords(in country: CountryUnits) -> String {
    switch self {
    case .share: "as % or between 0 and 1"
    case .factor: "without a unit"
    case .count: "without a unit"
    case .rate: "in /year, %/month or %/year"
    case .money, .pay: "in \(baseUnit(in: country))"
    case .legalSum:
      "in \(baseUnit(in: country))" + (country.indexName.map { ", the \($0)" } ?? "")
    case .duration: "in days, weeks, months or years"
    case .months: "in months or years"
    }
  }

  /// A value that fits, for sentences.
  func example(in country: CountryUnits) -> String {
    switch self {
    case .share: "35 %"
    case .factor: "1.5"
    case .count: "100"
    case .rate: "0.3 /year or 1.5 %/month"
    case .money, .pay: "26700 \(baseUnit(in: country))"
    case .duration: "60 days"
    case .months: "36 months"
    case .legalSum: "20 \(baseUnit(in: country))"
    }
  }

  /// The unit of the base, as it is printed.
  func baseUnit(in country: CountryUnits) -> String {
    switch self {
    case .share, .factor, .count: ""
    case .rate: "/year"
    case .money: country.money
    case .pay: "\(country.money)/month"
    case .duration: "days"
    case .months: "months"
    case .legalSum: country.index ?? country.money
    }
  }
}
