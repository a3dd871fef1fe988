import CGSL

/// Points that fill the unit cube evenly, for designs of experiments.
///
/// The same kind and dimensions always give the same points, so a longer design contains a shorter
/// one. Owned by one place at a time, since taking a point moves GSL's state.
package struct QuasiRandomSequence: ~Copyable {
  /// The published sequences that GSL offers.
  package enum Kind: String, CaseIterable, Sendable {
    case sobol, niederreiter, halton, reverseHalton

    /// The most dimensions that the sequence is made for; asked for more, GSL silently gives zeros.
    package var mostDimensions: Int {
      switch self {
      case .sobol: 40
      case .niederreiter: 12
      case .halton, .reverseHalton: 1229
      }
    }
  }

  package let kind: Kind
  package let dimensions: Int
  private let state: UnsafeMutablePointer<gsl_qrng>

  /// Starts at the sequence's first point.
  package init(_ kind: Kind = .sobol, dimensions: Int) throws(StatisticsError) {
    guard (1...kind.mostDimensions).contains(dimensions) else {
      throw .dimensionsBeyondSequence(
        sequence: kind.rawValue, asked: dimensions, most: kind.mostDimensions)
    }
    Library.prepare()
    guard let state = gsl_qrng_alloc(kind.library, UInt32(dimensions)) else {
      throw Library.noMemory(for: "a sequence")
    }
    (self.kind, self.dimensions, self.state) = (kind, dimensions, state)
  }

  deinit { gsl_qrng_free(state) }

  /// The next point; each coordinate lies between 0 and 1, 1 excluded.
  package mutating func next() throws(StatisticsError) -> [Double] {
    var point = [Double](repeating: 0, count: dimensions)
    try Library.check(gsl_qrng_get(state, &point))
    return point
  }

  /// The next `count` points.
  package mutating func next(_ count: Int) throws(StatisticsError) -> [[Double]] {
    var points: [[Double]] = []
    points.reserveCapacity(count)
    for _ in 0..<count { points.append(try next()) }
    return points
  }
}

extension QuasiRandomSequence.Kind {
  fileprivate var library: UnsafePointer<gsl_qrng_type>? {
    switch self {
    case .sobol: kosh_qrng_sobol()
    case .niederreiter: kosh_qrng_niederreiter()
    case .halton: kosh_qrng_halton()
    case .reverseHalton: kosh_qrng_reverse_halton()
    }
  }
}
