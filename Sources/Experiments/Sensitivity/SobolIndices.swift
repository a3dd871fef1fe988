import Kernel
import Statistics

/// How much of an outcome's variance one factor is behind.
package struct SobolIndex: Sendable, Equatable {
  package var factor: String
  /// S1: the part that would vanish were the factor known.
  package var first: ConfidenceInterval
  /// ST: the part that would remain were all else known; together with others counts fully.
  package var total: ConfidenceInterval
}

/// First-order and total indices from Saltelli's sample: Saltelli's estimator (2010) of the first, Jansen's
/// (1999) of the second.
package struct SobolIndices: Sendable, Equatable {
  /// The largest total index first.
  package var indices: [SobolIndex]
  /// Base rows of which every point has an outcome.
  package var rowCount: Int
  package var mean: Double
  package var variance: Double
  /// Why the ranking should not be trusted yet, in a sentence; nil where it may.
  package var warning: String?

  /// - Parameters:
  ///   - outcomes: By point, in the order of the design's rows; a base row with a nil is left out.
  ///   - level: Of the bootstrap intervals.
  /// - Throws: `StatisticsError`, with fewer than two whole base rows.
  package init(
    factors: [String], outcomes: [Double?], level: Double = 0.95, resamples: Int = 1000
  ) throws(StatisticsError) {
    let width = factors.count + 2
    let rows = stride(from: 0, to: outcomes.count - width + 1, by: width).compactMap { start in
      let known = outcomes[start..<start + width].compactMap { $0 }
      return known.count == width ? known : nil
    }
    guard rows.count >= 2 else { throw .tooFewValues(needed: 2, given: rows.count) }
    rowCount = rows.count
    let sample = SobolSample(rows)
    (mean, variance) = sample.moments(Array(rows.indices))
    var all: [SobolIndex] = []
    let isConstant = !(variance > 1e-20 * max(mean * mean, 1e-20))
    for (column, factor) in factors.enumerated() where !isConstant {
      all.append(
        SobolIndex(
          factor: factor,
          first: try bootstrap(count: rows.count, level: level, resamples: resamples) {
            sample.first(column, $0)
          },
          total: try bootstrap(count: rows.count, level: level, resamples: resamples) {
            sample.total(column, $0)
          }))
    }
    indices = all.sorted { ($0.total.estimate, $1.factor) > ($1.total.estimate, $0.factor) }
    warning =
      isConstant
      ? "The outcome is the same everywhere: none of the factors moves it."
      : SobolIndices.warning(indices, rows.count)
  }

  /// Of fewer rows not even the intervals can be believed.
  private static let leastRows = 32

  private static func warning(_ indices: [SobolIndex], _ count: Int) -> String? {
    if count < leastRows {
      return
        "The sample is too small: \(count) base points say little of a variance, and the intervals "
        + "are too narrow. Use at least 64, better 512."
    }
    let widest = indices.map(\.total.halfWidth).max() ?? 0
    let widestFirst = indices.map(\.first.halfWidth).max() ?? 0
    let worst = max(widest, widestFirst)
    guard worst > 0.1 else { return nil }
    // An interval's width falls with the root of the sample.
    let factor = max(2, Int((worst / 0.1 * (worst / 0.1)).rounded(.up)))
    return "The sample is too small: an index is known to ±\(hundredths(worst)) only, and the "
      + "order of factors near each other may change. Use about \(factor * count) base points instead of \(count)."
  }

  private static func hundredths(_ value: Double) -> String {
    let hundredths = Int(min(1e6, value * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }
}

/// Outcomes at A, at A with one column from B after the other, and at B: a row each.
private struct SobolSample {
  private let rows: [[Double]]
  /// The mean of all outcomes, taken off each: the first index's estimator wants products around it.
  private let centre: Double

  init(_ rows: [[Double]]) {
    let centre = rows.reduce(0) { $0 + $1.reduce(0, +) } / Double(rows.count * rows[0].count)
    self.centre = centre
    self.rows = rows.map { $0.map { $0 - centre } }
  }

  /// Mean and variance of the outcomes at A and B together.
  func moments(_ chosen: [Int]) -> (mean: Double, variance: Double) {
    var (sum, squares) = (0.0, 0.0)
    for row in chosen {
      for value in [rows[row][0], rows[row][rows[row].count - 1]] {
        sum += value
        squares += value * value
      }
    }
    let count = Double(2 * chosen.count)
    let mean = sum / count
    return (mean + centre, squares / count - mean * mean)
  }

  func first(_ factor: Int, _ chosen: [Int]) -> Double {
    var sum = 0.0
    for row in chosen {
      let values = rows[row]
      sum += values[values.count - 1] * (values[factor + 1] - values[0])
    }
    return sum / Double(chosen.count) / moments(chosen).variance
  }

  func total(_ factor: Int, _ chosen: [Int]) -> Double {
    var sum = 0.0
    for row in chosen {
      let difference = rows[row][0] - rows[row][factor + 1]
      sum += difference * difference
    }
    return sum / Double(2 * chosen.count) / moments(chosen).variance
  }
}
