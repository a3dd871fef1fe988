import Kernel
import Testing

/// A function of inputs from 0 to 1 whose values are known everywhere, with luck of known size about them.
struct KnownFunction: Sendable, CustomTestStringConvertible {
  let name: String
  let dimensions: Int
  /// Standard deviation of a run about the expected value.
  let luck: Double
  let expected: @Sendable ([Double]) -> Double

  var testDescription: String { name }

  /// One run: the expected value and luck, a pure function of the number.
  func run(_ point: [Double], number: Int) -> Double {
    let draw = Luck(seed: 77, replicate: 0).uniform(UInt32(number), 9)
    // Uniform, so that nothing here leans on luck being normal.
    return expected(point) + luck * 12.0.squareRoot() * (draw - 0.5)
  }

  static let all = [bent, wavy, manySmall]

  /// A bent surface in two dimensions, which no polynomial is.
  static let bent = KnownFunction(name: "bent", dimensions: 2, luck: 0) {
    exactExp($0[0] + 0.5 * $0[1] * $0[0]) - 2 * $0[1]
  }

  /// Waves that no square follows, in three of five dimensions.
  static let wavy = KnownFunction(name: "wavy", dimensions: 5, luck: 0) {
    let wave = StandardWave.sine($0[0])
    return wave + 2 * $0[1] * $0[1] + 0.5 * wave * $0[2]
  }

  /// Twenty-four inputs, of which three matter much, twenty-one a little each, and luck.
  static let manySmall = KnownFunction(name: "many small", dimensions: 24, luck: 0.1) { point in
    point.dropFirst(3).enumerated().reduce(2 * point[0] - point[1] + point[0] * point[2]) {
      $0 + ($1.offset % 2 == 0 ? 0.06 : -0.06) * $1.element
    }
  }
}

/// One period of a smooth wave over 0…1, from a polynomial: 0 at both ends and in the middle.
enum StandardWave {
  static func sine(_ x: Double) -> Double { 20 * x * (x - 0.5) * (x - 1) }
}

/// Points as a Latin hypercube would have them, by seed.
func randomPoints(_ count: Int, _ dimensions: Int, seed: UInt64) -> [[Double]] {
  let luck = Luck(seed: seed, replicate: 0)
  var columns: [[Double]] = []
  for axis in 0..<dimensions {
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      let draw = luck.uniform(UInt32(axis), 1, occasion: UInt32(place))
      order.swapAt(place, Int(draw * Double(place + 1)))
    }
    columns.append(
      order.enumerated().map { place, stratum in
        (Double(stratum) + luck.uniform(UInt32(axis), 2, occasion: UInt32(place))) / Double(count)
      })
  }
  return (0..<count).map { point in columns.map { $0[point] } }
}
