import CGSL

/// A symmetric matrix whose quadratic form is above zero everywhere, factored by Cholesky's method so that systems
/// of equations with it are solved fast and exactly enough.
struct PositiveMatrix {
  let size: Int
  /// GSL's factor, row by row.
  private var factor: [Double]

  /// - Parameter cells: row by row; only the lower triangle is read.
  /// - Throws: `StatisticsError.library`, where the matrix is not positive definite.
  init(_ cells: [Double], size: Int) throws(StatisticsError) {
    precondition(size > 0 && cells.count == size * size, "a square matrix has size × size cells")
    Library.prepare()
    var factor = cells
    let code = factor.withUnsafeMutableBufferPointer { cells in
      var view = gsl_matrix_view_array(cells.baseAddress, size, size)
      return gsl_linalg_cholesky_decomp1(&view.matrix)
    }
    try Library.check(code)
    self.size = size
    self.factor = factor
  }

  /// The x for which this matrix times x is `right`.
  func solving(_ right: [Double]) -> [Double] {
    precondition(right.count == size, "the right side has one value a row")
    var (factor, solution) = (factor, right)
    factor.withUnsafeMutableBufferPointer { cells in
      solution.withUnsafeMutableBufferPointer { values in
        var matrix = gsl_matrix_view_array(cells.baseAddress, size, size)
        var vector = gsl_vector_view_array(values.baseAddress, size)
        gsl_linalg_cholesky_svx(&matrix.matrix, &vector.vector)
      }
    }
    return solution
  }

  /// The inverse, row by row.
  func inverse() -> [Double] {
    var inverse = factor
    inverse.withUnsafeMutableBufferPointer { cells in
      var matrix = gsl_matrix_view_array(cells.baseAddress, size, size)
      gsl_linalg_cholesky_invert(&matrix.matrix)
    }
    return inverse
  }
}

/// The sum of the products of two rows of equal length.
@inline(__always)
func dot(_ one: [Double], _ other: [Double]) -> Double {
  var sum = 0.0
  for place in 0..<one.count { sum += one[place] * other[place] }
  return sum
}
