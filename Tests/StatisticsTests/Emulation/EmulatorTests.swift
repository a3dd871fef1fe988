import Kernel
import Statistics
import Testing

/// Emulators foretell what they have not seen, and say honestly how well.
@Suite struct EmulatorTests {
  private func emulator(_ function: KnownFunction, runs: Int) throws -> Emulator {
    let points = randomPoints(runs, function.dimensions, seed: 1)
    return try Emulator(
      points, points.enumerated().map { function.run($1, number: $0) },
      luckVariance: function.luck * function.luck)
  }

  /// Errors against the truth at fresh points, in stated standard deviations.
  private func errors(_ emulator: Emulator, _ function: KnownFunction) -> [Double] {
    randomPoints(400, function.dimensions, seed: 2).map { point in
      let prediction = emulator.predict(point)
      return (function.expected(point) - prediction.mean) / prediction.variance.squareRoot()
    }
  }

  @Test(arguments: KnownFunction.all, [60, 200])
  func `errors at fresh points have the size that is stated`(
    function: KnownFunction, runs: Int
  ) throws {
    let errors = errors(try emulator(function, runs: runs), function)
    let square = errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)
    // Where luck is large it cannot all be told from what inputs do: stated errors are then too large, never too small.
    #expect(square < 1.6, "stated variances are \(square) times too small")
    #expect(square > (function.luck > 0 ? 0.1 : 0.5), "they are \(1 / square) times too large")
    #expect(errors.count { abs($0) > 3 } <= errors.count / 33)
  }

  @Test(arguments: KnownFunction.all)
  func `most of what differs between runs is foretold, and more runs foretell more`(
    function: KnownFunction
  ) throws {
    let (few, many) = (try emulator(function, runs: 30), try emulator(function, runs: 200))
    #expect(many.shareForetold > 0.95)
    let fresh = randomPoints(200, function.dimensions, seed: 3)
    func missed(_ emulator: Emulator) -> Double {
      fresh.reduce(0) {
        let error = function.expected($1) - emulator.mean(at: $1)
        return $0 + error * error
      }
    }
    #expect(missed(many) < 0.7 * missed(few))
  }

  @Test func `the terms are those of the inputs that matter`() throws {
    let terms = try emulator(.manySmall, runs: 200).terms
    #expect(
      Set(terms.prefix(3)) == [.input(0), .input(1), .input(2)] || terms.contains(.product(0, 2)))
    #expect(terms.first == .input(0))
    #expect(terms.count < 12)
  }

  @Test func `outcomes that are luck alone foretell nothing, and say so`() throws {
    let noise = KnownFunction(name: "noise", dimensions: 10, luck: 1) { _ in 5 }
    let emulator = try emulator(noise, runs: 100)
    #expect(emulator.shareForetold < 0.1)
    for point in randomPoints(50, 10, seed: 4) {
      let prediction = emulator.predict(point)
      #expect(abs(prediction.mean - 5) < 4 * prediction.variance.squareRoot() + 0.1)
      #expect(prediction.variance > 0.01)
    }
  }

  @Test func `the same runs give the same emulator to the last bit`() throws {
    let (one, other) = (try emulator(.wavy, runs: 60), try emulator(.wavy, runs: 60))
    for point in randomPoints(20, 5, seed: 4) {
      #expect(one.predict(point) == other.predict(point))
    }
    #expect(one.errorsLeftOut == other.errorsLeftOut)
  }

  @Test func `the mean alone is the prediction's`() throws {
    let emulator = try emulator(.bent, runs: 40)
    for point in randomPoints(20, 2, seed: 4) {
      #expect(emulator.mean(at: point) == emulator.predict(point).mean)
    }
  }

  @Test func `too few runs, unequal lists and outcomes that are no numbers are refused`() {
    let points = randomPoints(20, 2, seed: 1)
    #expect(throws: StatisticsError.tooFewValues(needed: 10, given: 9)) {
      try Emulator(Array(points.prefix(9)), Array(repeating: 1, count: 9))
    }
    #expect(throws: StatisticsError.unequalLengths(20, 19)) {
      try Emulator(points, Array(repeating: 1, count: 19))
    }
    var values = [Double](repeating: 1, count: 20)
    values[7] = .nan
    #expect(throws: StatisticsError.functionNotFinite(at: points[7])) {
      try Emulator(points, values)
    }
  }
}
