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
  /// Every unit that may be written, the usual one first; an empty symbol is a bare number.
  var units: [Unit] {
    switch self {
    case .share: [Unit(symbol: "", factor: 1), Unit(symbol: "%", factor: 0.01)]
    case .factor, .count: [Unit(symbol: "", factor: 1)]
    case .rate: Dimension.rateUnits
    case .money: [Unit(symbol: "KZT", factor: 1)]
    case .pay: [Unit(symbol: "KZT/month", factor: 1)]
    case .duration: Dimension.durationUnits
    case .months:
      [("months", 1), ("month", 1), ("years", 12), ("year", 12)]
        .map { Unit(symbol: $0.0, factor: $0.1) }
    case .mci: [Unit(symbol: "MCI", factor: 1)]
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
    case .mci: "it"
    }
  }

  /// The units, for sentences and the table of keys.
  package var unitsInWords: String {
    switch self {
    case .share: "as % or between 0 and 1"
    case .factor: "without a unit"
    case .count: "without a unit"
    case .rate: "in /year, %/month or %/year"
    case .money: "in KZT"
    case .pay: "in KZT/month"
    case .duration: "in days, weeks, months or years"
    case .months: "in months or years"
    case .mci: "in MCI"
    }
  }

  /// A value that fits, for sentences.
  var example: String {
    switch self {
    case .share: "35 %"
    case .factor: "1.5"
    case .count: "100"
    case .rate: "0.3 /year or 1.5 %/month"
    case .money: "26700 KZT"
    case .pay: "26700 KZT/month"
    case .duration: "60 days"
    case .months: "36 months"
    case .mci: "20 MCI"
    }
  }

  /// The unit of the base, as it is printed.
  var baseUnit: String {
    switch self {
    case .share, .factor, .count: ""
    case .rate: "/year"
    case .money: "KZT"
    case .pay: "KZT/month"
    case .duration: "days"
    case .months: "months"
    case .mci: "MCI"
    }
  }
}
