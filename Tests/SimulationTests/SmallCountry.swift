import Inputs
import Kernel
import TestSupport

/// The tiny country, small and short, with a burn-in of two years.
enum SmallCountry {
  static let lastDay = Day(year: 2020, month: 6, day: 30)

  static func inputs(scale: Double = 0.04) throws -> Inputs {
    var inputs = try TinyCountry.inputs(scale: scale, burnInMonths: 24)
    inputs.run.until = lastDay
    return inputs
  }
}
