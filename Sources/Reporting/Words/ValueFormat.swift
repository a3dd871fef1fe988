import Kernel
import Measurement
import Results

/// How a number is written for a reader.
package enum ValueFormat: Sendable, Equatable {
  /// Whole numbers, thousands apart.
  case count
  case millions
  /// A share as per cent.
  case percent
  /// Whatever has no unit of its own: an index, a factor.
  case plain

  /// The way in which an indicator is written, from its unit.
  package init(of indicator: Indicator) {
    self = indicator.unit.isShare ? .percent : .count
  }

  /// The way in which a headline's number is written.
  init(of indicator: NationalIndicator, _ label: Label) {
    switch label.money {
    case .millions, .millionsAMonth: self = .millions
    case .aMonth: self = .count
    case nil: self = ValueFormat(of: National.indicator(indicator))
    }
  }

  /// Dollars are often fewer than units of the currency, so millions of them have a decimal.
  func text(_ number: Double?, in unit: MoneyUnit) -> String {
    guard self == .millions, unit == .dollars, let number, number.isFinite else {
      return text(number)
    }
    return NumberText.fixed(number / 1e6, decimals: 1)
  }

  /// Few millions are not told from none without decimals.
  private static func decimals(_ millions: Double) -> Int {
    millions == 0 || millions.magnitude >= 10 ? 0 : millions.magnitude >= 1 ? 1 : 2
  }

  /// An en dash stands for a mean of nobody.
  package func text(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "–" }
    return switch self {
    case .count: NumberText.fixed(number, decimals: 0)
    case .millions: NumberText.fixed(number / 1e6, decimals: Self.decimals(number / 1e6))
    case .percent: NumberText.fixed(number * 100, decimals: 1) + " %"
    case .plain: NumberText.fixed(number, decimals: 2)
    }
  }
}
