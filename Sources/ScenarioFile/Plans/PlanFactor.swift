import Inputs
import Kernel

/// A key that a plan varies.
package struct PlanFactor: Sendable, Equatable {
  /// As in `--set`.
  package var path: String
  package var kind: ValueKind
  package var isWhole: Bool
  package var spread: Spread
  /// Whether its numbers say how many times the law in force they make, as an amendment's do.
  package var isRelative: Bool
  /// In what its values are written.
  package var units: CountryUnits

  package enum Spread: Sendable, Equatable {
    /// As they may be written in a file, in base units.
    case values([String])
    /// In base units, low below high.
    case range(low: Double, high: Double, Shape)
  }

  /// How likely the parts of a range are.
  package enum Shape: Sendable, Equatable {
    case uniform
    /// Equal ratios are equally likely; for ranges above 0.
    case logUniform
    /// Most likely at the mode, falling straight to nought at the ends.
    case triangular(mode: Double)

    package static let names = ["uniform", "log-uniform", "triangular"]
  }

  package init(
    path: String, kind: ValueKind, isWhole: Bool, spread: Spread, units: CountryUnits,
    isRelative: Bool = false
  ) {
    self.isRelative = isRelative
    self.units = units
    self.path = path
    self.kind = kind
    self.isWhole = isWhole
    self.spread = spread
  }

  /// The values of a list; nil for a range.
  package var values: [String]? {
    if case .values(let values) = spread { values } else { nil }
  }

  /// The value below which the share `share` (0…1) of the factor lies, as text in base units.
  package func text(at share: Double) -> String {
    switch spread {
    case .values(let values):
      values[min(values.count - 1, max(0, Int(share * Double(values.count))))]
    case .range: text(of: number(at: share))
    }
  }

  /// A number in base units as it may be written.
  func text(of number: Double) -> String {
    isRelative
      ? RelativeValue.text(number)
      : Quantity.write(number, kind.quantity?.dimension ?? .factor, in: units)
  }

  /// As ``text(at:)``, as a number in base units; the value's place in its list where it is no number.
  package func number(at share: Double) -> Double {
    switch spread {
    case .values(let values):
      let place = min(values.count - 1, max(0, Int(share * Double(values.count))))
      return number(of: values[place]) ?? Double(place)
    case .range(let low, let high, let shape):
      let value = min(high, max(low, PlanFactor.quantile(share, low, high, shape)))
      guard isWhole else { return value }
      guard case .uniform = shape else { return min(high, max(low, value.rounded())) }
      // Each whole number gets an equal part.
      return min(high, low + (share * (high - low + 1)).rounded(.down))
    }
  }

  /// The share of the factor below a number of its range, the inverse of ``number(at:)``; of a number outside
  /// the range that of the nearer end. Half for a list.
  package func share(of number: Double) -> Double {
    guard case .range(let low, let high, let shape) = spread else { return 0.5 }
    let value = min(high, max(low, number))
    if isWhole, case .uniform = shape { return min(1, (value - low + 0.5) / (high - low + 1)) }
    switch shape {
    case .uniform: return (value - low) / (high - low)
    case .logUniform: return exactLog(value / low) / exactLog(high / low)
    case .triangular(let mode):
      if value < mode { return (value - low) * (value - low) / ((high - low) * (mode - low)) }
      if high == mode { return 1 }
      return 1 - (high - value) * (high - value) / ((high - low) * (high - mode))
    }
  }

  /// Where in the factor's whole spread (0…1) the value lies that a share gives: of a continuous range the share
  /// itself; of a list or of whole numbers the value's own place, since several shares give one value.
  package func place(at share: Double) -> Double {
    if case .range = spread, !isWhole { return share }
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    return low < high ? (number(at: share) - low) / (high - low) : 0
  }

  /// The least and the greatest number that it takes; of words and dates their places in the list.
  package var bounds: ClosedRange<Double> {
    switch spread {
    case .range(let low, let high, _): return low...high
    case .values(let values):
      let numbers = values.indices.map { number(of: values[$0]) ?? Double($0) }
      return (numbers.min() ?? 0)...(numbers.max() ?? 0)
    }
  }

  /// A value's text as a number in base units; nil for words and dates.
  package func number(of text: String) -> Double? {
    if isRelative { return RelativeValue.factor(text) }
    guard let dimension = kind.quantity?.dimension else { return nil }
    return try? Quantity.read(text, dimension, in: units)
  }

  private static func quantile(
    _ share: Double, _ low: Double, _ high: Double, _ shape: Shape
  ) -> Double {
    switch shape {
    case .uniform: return low + share * (high - low)
    case .logUniform:
      if share <= 0 { return low }
      if share >= 1 { return high }
      return low * exactExp(share * exactLog(high / low))
    case .triangular(let mode):
      let left = (mode - low) / (high - low)
      if share < left { return low + (share * (high - low) * (mode - low)).squareRoot() }
      return high - ((1 - share) * (high - low) * (high - mode)).squareRoot()
    }
  }
}
