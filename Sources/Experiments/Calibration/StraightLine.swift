/// The straight line (plane, …) through points by least squares.
struct StraightLine {
  var intercept: Double
  var slopes: [Double]
  /// Mean square of what it misses, with the degrees of freedom that are left.
  var residualVariance: Double

  /// - Parameters:
  ///   - points: at least one, all of the same number of coordinates.
  ///   - values: one a point.
  init(_ points: [[Double]], _ values: [Double]) {
    let count = Double(points.count)
    let dimensions = points[0].count
    let centre = (0..<dimensions).map { axis in points.reduce(0) { $0 + $1[axis] } / count }
    let mean = values.reduce(0, +) / count
    // A breath of a prior towards flat keeps axes along which nothing moved from dividing by nought.
    var squares = SquareMatrix(dimensions, diagonal: 1e-9)
    var products = [Double](repeating: 0, count: dimensions)
    for (point, value) in zip(points, values) {
      let offset = zip(point, centre).map { $0 - $1 }
      for row in 0..<dimensions {
        products[row] += offset[row] * (value - mean)
        for column in 0..<dimensions { squares[row, column] += offset[row] * offset[column] }
      }
    }
    let inverse = squares.inverse
    let slopes = (0..<dimensions).map { row in
      (0..<dimensions).reduce(0) { $0 + inverse[row, $1] * products[$1] }
    }
    self.slopes = slopes
    intercept = mean - zip(slopes, centre).reduce(0) { $0 + $1.0 * $1.1 }
    let start = intercept
    let missed = zip(points, values).reduce(0.0) { sum, item in
      let miss = item.1 - start - zip(slopes, item.0).reduce(0) { $0 + $1.0 * $1.1 }
      return sum + miss * miss
    }
    residualVariance = missed / max(1, count - Double(dimensions) - 1)
  }
}

/// A small square matrix, row by row.
struct SquareMatrix {
  let size: Int
  private var cells: [Double]

  init(_ size: Int, diagonal: Double) {
    self.size = size
    cells = Array(repeating: 0, count: size * size)
    for place in 0..<size { self[place, place] = diagonal }
  }

  subscript(row: Int, column: Int) -> Double {
    get { cells[row * size + column] }
    set { cells[row * size + column] = newValue }
  }

  /// By Gauss and Jordan's elimination with the largest pivot; the matrix must not be singular.
  var inverse: SquareMatrix {
    var left = self
    var right = SquareMatrix(size, diagonal: 1)
    for pivot in 0..<size {
      let best = (pivot..<size).max { left[$0, pivot].magnitude < left[$1, pivot].magnitude }
      left.swap(pivot, best ?? pivot)
      right.swap(pivot, best ?? pivot)
      let scale = 1 / left[pivot, pivot]
      precondition(scale.isFinite, "the matrix has no inverse")
      left.multiply(pivot, by: scale)
      right.multiply(pivot, by: scale)
      for row in 0..<size where row != pivot {
        let factor = left[row, pivot]
        left.subtract(pivot, times: factor, from: row)
        right.subtract(pivot, times: factor, from: row)
      }
    }
    return right
  }

  private mutating func swap(_ a: Int, _ b: Int) {
    guard a != b else { return }
    for column in 0..<size { cells.swapAt(a * size + column, b * size + column) }
  }

  private mutating func multiply(_ row: Int, by factor: Double) {
    for column in 0..<size { self[row, column] *= factor }
  }

  private mutating func subtract(_ row: Int, times factor: Double, from target: Int) {
    for column in 0..<size { self[target, column] -= factor * self[row, column] }
  }
}
