import Kernel

/// How outcomes at two points go together beside the trend, as parts of one variance that add up to 1.
struct Covariance: Equatable, Sendable {
  /// Smooth in the active inputs; the rest is a straight line in the others, and what no input explains.
  var smooth: Double
  var linear: Double
  var nugget: Double { 1 - smooth - linear }
  /// The distance, in half ranges of the strongest input, over which the smooth part forgets.
  var reach: Double
}

/// Inputs as a covariance sees them.
struct CovarianceInputs: Sendable {
  /// An input of the smooth part; its weight is 1 for the strongest.
  struct Active: Sendable {
    let input: Int
    let weight: Double
  }

  let active: [Active]
  /// Inputs of which the trend has no term.
  let others: [Int]

  /// The smooth part bends in the trend's strongest inputs, `most` of them; in any, where there are no more.
  init(_ trend: Trend, most: Int) {
    let strengths = trend.strengths
    let order = strengths.indices.sorted { (strengths[$0], $1) > (strengths[$1], $0) }
    let strongest = max(order.first.map { strengths[$0] } ?? 0, 1e-300)
    active = order.prefix(most).filter { strengths[$0] > 0 || strengths.count <= most }
      .map { Active(input: $0, weight: max(0.3, strengths[$0] / strongest)) }
    let bent = Set(active.map(\.input))
    others = strengths.indices.filter { strengths[$0] == 0 && !bent.contains($0) }
  }

  /// The weighted square of the distance of two points.
  func distance(_ one: [Double], _ other: [Double]) -> Double {
    active.reduce(0) {
      let step = $1.weight * (one[$1.input] - other[$1.input])
      return $0 + step * step
    }
  }

  /// The product of two points' other inputs, 1 on average for a point with itself.
  func product(_ one: [Double], _ other: [Double]) -> Double {
    guard !others.isEmpty else { return 0 }
    return others.reduce(0) { $0 + one[$1] * other[$1] } * 3 / Double(others.count)
  }
}

/// What a covariance and a trend need to know of runs, computed once for all covariances that are tried.
struct RunPairs {
  /// Of each pair of runs, row by row; only the lower triangle is filled.
  let distances: [Double]
  let products: [Double]
  /// A row a run.
  let trend: [[Double]]

  init(_ points: [[Double]], _ inputs: CovarianceInputs, _ trend: Trend) {
    let count = points.count
    var distances = [Double](repeating: 0, count: count * count)
    var products = distances
    for row in 0..<count {
      for column in 0...row {
        distances[row * count + column] = inputs.distance(points[row], points[column])
        products[row * count + column] = inputs.product(points[row], points[column])
      }
    }
    (self.distances, self.products) = (distances, products)
    self.trend = points.map(trend.row)
  }
}

/// Runs with a trend and a covariance: universal kriging (Cressie 1993, section 3.4), whose leave-one-out errors are known
/// without leaving anything out (Dubrule 1983).
struct Kriging {
  let covariance: Covariance
  /// What one unit of covariance stands for, so that leave-one-out errors have a mean square of 1.
  private(set) var variance = 0.0
  /// Minus the logarithm of the chance of all runs, each foretold from the others, less a constant.
  private(set) var misfit = 0.0
  let inverse: [Double]
  let trendMatrix: PositiveMatrix
  /// The inverse times the trend's columns, row by row.
  let weightedTrend: [[Double]]
  private(set) var coefficients: [Double] = []
  private(set) var weights: [Double] = []

  /// - Throws: `StatisticsError`, where runs are so alike that nothing can be told from them.
  init(
    _ covariance: Covariance, _ pairs: RunPairs, _ values: [Double]
  ) throws(StatisticsError) {
    self.covariance = covariance
    let trend = pairs.trend
    let count = values.count
    var cells = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0...row {
        cells[row * count + column] = covariance.value(
          distance: pairs.distances[row * count + column],
          product: pairs.products[row * count + column])
      }
      cells[row * count + row] += covariance.nugget + 1e-9
    }
    inverse = try PositiveMatrix(cells, size: count).inverse()
    let (terms, rows) = (trend[0].count, inverse)
    var weightedTrend: [[Double]] = []
    weightedTrend.reserveCapacity(count)
    for row in 0..<count {
      var sums = [Double](repeating: 0, count: terms)
      for run in 0..<count {
        let weight = rows[row * count + run]
        for term in 0..<terms { sums[term] += weight * trend[run][term] }
      }
      weightedTrend.append(sums)
    }
    var normal = [Double](repeating: 0, count: terms * terms)
    for run in 0..<count {
      for one in 0..<terms {
        for other in 0...one {
          normal[one * terms + other] += trend[run][one] * weightedTrend[run][other]
        }
      }
    }
    trendMatrix = try PositiveMatrix(normal, size: terms)
    self.weightedTrend = weightedTrend
    judge(values, trend)
  }

  /// Coefficients, weights and leave-one-out errors.
  private mutating func judge(_ values: [Double], _ trend: [[Double]]) {
    let count = values.count
    var right = [Double](repeating: 0, count: trendMatrix.size)
    for run in 0..<count {
      for term in right.indices { right[term] += weightedTrend[run][term] * values[run] }
    }
    coefficients = trendMatrix.solving(right)
    let rest = (0..<count).map { values[$0] - dot(trend[$0], coefficients) }
    weights = (0..<count).map { row in
      var sum = 0.0
      for run in 0..<count { sum += inverse[row * count + run] * rest[run] }
      return sum
    }
    // The error of run i, foretold from the others, is weights[i] / precision[i], its variance 1 / precision[i].
    let precisions = (0..<count).map { run in
      max(
        inverse[run * count + run]
          - dot(weightedTrend[run], trendMatrix.solving(weightedTrend[run])), 1e-300)
    }
    let square = (0..<count).reduce(0) { $0 + weights[$1] * weights[$1] / precisions[$1] }
    variance = max(square / Double(count), 1e-300)
    misfit =
      0.5 * precisions.reduce(0) { $0 - exactLog($1) } + 0.5 * Double(count) * exactLog(variance)
  }
}

extension Covariance {
  /// Of two different runs, to one variance.
  @inline(__always)
  func value(distance: Double, product: Double) -> Double {
    smooth * exactExp(-0.5 * distance / (reach * reach)) + linear * product
  }
}
