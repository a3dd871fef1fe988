import Statistics
import Testing

/// Targets whose region is known: the points at which the functions themselves, not their emulators, lie within the cut.
struct KnownProblem: Sendable, CustomTestStringConvertible {
  let name: String
  let functions: [KnownFunction]
  /// The point that is to be found.
  let truth: [Double]
  /// Standard deviation of what was observed, by target.
  let observation: [Double]

  var testDescription: String { name }
  var dimensions: Int { truth.count }

  var targets: [MatchTarget] {
    zip(functions, observation).map { function, deviation in
      MatchTarget(
        name: function.name, value: function.expected(truth),
        luckVariance: function.luck * function.luck, observationVariance: deviation * deviation)
    }
  }

  /// - Parameters:
  ///   - others: targets instead of the problem's own.
  ///   - outcome: what comes of a point that was simulated; nil for a failure.
  func match(
    _ others: [MatchTarget]? = nil, rank: Int = 1, outcome: ([Double]) -> [Double]? = { $0 }
  ) throws -> HistoryMatch.Result {
    let match = HistoryMatch(
      others ?? targets, dimensions: dimensions,
      cuts: Array(repeating: MatchCut(rank: rank), count: 5), firstPoints: 20 + 10 * dimensions,
      wavePoints: 20 + 5 * dimensions, samplePoints: 600)
    var number = 0
    return try match.run(cube: { randomPoints($0, dimensions, seed: UInt64($1)) }) { _, points in
      points.map { point in
        number += 1
        return outcome(functions.map { $0.run(point, number: number) })
      }
    }
  }

  /// Points within the cut, of many over the whole cube, and their share of these.
  func trueRegion(_ count: Int) -> (points: [[Double]], share: Double) {
    let inside = randomPoints(count, dimensions, seed: 99).filter { point in
      zip(functions, targets).allSatisfy { function, target in
        target.implausibility(.init(mean: function.expected(point), variance: 0)) <= 3
      }
    }
    return (inside, Double(inside.count) / Double(count))
  }

  static let all = [
    KnownProblem(
      name: "a bent surface and a slope", functions: [.bent, .slope], truth: [0.6, 0.3],
      observation: [0.06, 0.05]),
    KnownProblem(
      name: "waves", functions: [.wavy, .slope], truth: [0.2, 0.5, 0.5, 0.5, 0.5],
      observation: [0.15, 0.06]),
    KnownProblem(
      name: "many small inputs and luck", functions: [.manySmall, .slope],
      truth: Array(repeating: 0.5, count: 24), observation: [0.05, 0.08]),
  ]
}

extension KnownFunction {
  static let slope = KnownFunction(name: "slope", dimensions: 2, luck: 0) {
    $0[0] - 0.7 * $0[1] * $0[1]
  }
}
