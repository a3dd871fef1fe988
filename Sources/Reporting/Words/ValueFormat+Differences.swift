import Kernel
import Results

extension ValueFormat {
  /// A difference with its sign, in `points` of per cent where values are per cent; 0 without a sign only
  /// where it is exactly that.
  package func difference(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "–" }
    if number == 0 { return "0" }
    return switch self {
    case .count, .plain: Self.signed(number)
    case .millions: Self.signed(number / 1e6)
    case .percent: Self.signed(number * 100) + " pts"
    }
  }

  /// An interval of a difference: `+1.20 to +1.40`.
  package func interval(_ lower: Double?, _ upper: Double?) -> String {
    guard let lower, let upper else { return "–" }
    let ends = [difference(lower), difference(upper)].map { $0.replacing(" pts", with: "") }
    return "\(ends[0]) to \(ends[1])"
  }

  /// The same of a range.
  package func interval(_ range: ClosedRange<Double>?) -> String {
    interval(range?.lowerBound, range?.upperBound)
  }

  /// A part of the baseline's value as per cent with its sign: `+1.25 %`.
  package static func relative(_ part: Double?) -> String {
    guard let part, part.isFinite else { return "–" }
    return part == 0 ? "0 %" : signed(part * 100) + " %"
  }

  /// Differences that stand beside each other, all to the place that gives the largest three digits: a range says no
  /// more than that of its middle.
  package func alike(_ numbers: [Double]) -> [String] {
    let scaled = numbers.map { number in
      switch self {
      case .count, .plain: number
      case .millions: number / 1e6
      case .percent: number * 100
      }
    }
    let largest = scaled.map(\.magnitude).max() ?? 0
    guard largest > 0, largest.isFinite else { return numbers.map { difference($0) } }
    var (step, decimals) = (1.0, 0)
    while largest >= 1000 * step { step *= 10 }
    while decimals < 9, largest < 100 * step {
      step /= 10
      decimals += 1
    }
    return scaled.map { number in
      let text = NumberText.fixed((number / step).rounded() * step, decimals: decimals)
      return (number / step).rounded() > 0 ? "+" + text : text
    }
  }

  /// About three digits.
  private static func signed(_ number: Double) -> String {
    let size = number.magnitude
    let decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 3 : 5
    let text = NumberText.fixed(number, decimals: decimals)
    return number > 0 ? "+" + text : text
  }
}
