import Inputs

extension Quantity {
  /// A value in base units as text that reads back to the same bits.
  package static func write(
    _ value: Double, _ dimension: Dimension, in country: CountryUnits
  ) -> String {
    let unit = dimension.baseUnit(in: country)
    let number = value.plainText
    if unit.isEmpty { return number }
    if value == 1, dimension == .duration || dimension == .months {
      return "\(number) \(unit.dropLast())"
    }
    return "\(number) \(unit)"
  }

  /// A value in base units, rounded for a reader: four significant digits at least.
  package static func rounded(
    _ value: Double, _ dimension: Dimension, in country: CountryUnits
  ) -> String {
    guard value != 0, value.isFinite, value.magnitude < 1e12, value != value.rounded() else {
      return write(value, dimension, in: country)
    }
    var step = 1.0
    while value.magnitude * step < 1000 { step *= 10 }
    return write((value * step).rounded() / step, dimension, in: country)
  }
}
