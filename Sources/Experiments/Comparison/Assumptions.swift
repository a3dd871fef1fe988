import Kernel
import Measurement
import Results
import ScenarioFile
import Statistics

/// Which assumptions an effect goes with: rank correlations over worlds, with what chance leaves open.
///
/// A hundred worlds with some hundred values each tell little of any one of them: a correlation is told only where
/// it stands out among all keys, at a tenth of false ones.
extension ComparisonResults {
  private static let mostKeys = 10
  private static let falseShare = 0.1

  /// Of each variant and headline outcome, the keys with which its effect goes most clearly.
  func dependences(
    on worlds: Worlds, _ runs: [[ComparedRun]], _ lives: WorldLives
  ) -> [Assumption] {
    let statistics = ComparisonStatistics(runs, lives, indicators, money)
    return (1..<scenarios.count).flatMap { variant -> [Assumption] in
      guard scenarios[variant].firstDifference != nil else { return [] }
      let months = statistics.monthsAfter(variant: variant)
      return National.headlines.flatMap { _, indicator -> [Assumption] in
        guard let column = indicators.firstIndex(where: { $0.name == indicator.name }) else {
          return []
        }
        let effects = statistics.pairs.byWorld(
          statistics.means(runs[0], column, months),
          statistics.means(runs[variant], column, months))
        return Self.correlations(effects, worlds).map { key, found in
          Assumption(
            variant: variant, indicator: indicator.name, key: key, correlation: found.value,
            lower: found.lower, upper: found.upper, isTold: found.isTold)
        }
      }
    }
  }

  private struct Correlation {
    var value: Double
    var lower: Double
    var upper: Double
    var probability: Double
    var isTold = false
  }

  /// The strongest first.
  private static func correlations(
    _ effects: [Double?], _ worlds: Worlds
  ) -> [(key: String, found: Correlation)] {
    var found = worlds.paths.enumerated().compactMap {
      column, path -> (key: String, found: Correlation)? in
      // A world whose cell is empty has the scenario's own value, which is not in the table.
      let pairs = zip(effects, worlds.numbers).compactMap { effect, row in
        effect.flatMap { effect in row[column].map { (effect, $0) } }
      }
      return correlation(pairs.map(\.0), pairs.map(\.1)).map { (path, $0) }
    }
    let told = try? discoveries(among: found.map(\.found.probability), falseShare: falseShare)
    for place in found.indices { found[place].found.isTold = told?[place] ?? false }
    let order = found.indices.sorted {
      (found[$0].found.value.magnitude, $1) > (found[$1].found.value.magnitude, $0)
    }
    return order.prefix(mostKeys).map { found[$0] }
  }

  /// With the interval of Bonett and Wright (2000); nil of few worlds, or where one of the two never changes.
  private static func correlation(_ effects: [Double], _ values: [Double]) -> Correlation? {
    let count = Double(effects.count)
    guard count >= 8, let value = (try? rankCorrelation(effects, values)) ?? nil else { return nil }
    let bounded = max(-0.999_999, min(0.999_999, value))
    let transformed = exactLog((1 + bounded) / (1 - bounded)) / 2
    let reach = 1.96 * ((1 + bounded * bounded / 2) / (count - 3)).squareRoot()
    func back(_ number: Double) -> Double {
      let power = exactExp(2 * number)
      return (power - 1) / (power + 1)
    }
    let size = bounded.magnitude * ((count - 2) / (1 - bounded * bounded)).squareRoot()
    guard let below = try? studentProbability(below: -size, degreesOfFreedom: count - 2) else {
      return nil
    }
    return Correlation(
      value: value, lower: back(transformed - reach), upper: back(transformed + reach),
      probability: min(1, 2 * below))
  }
}
