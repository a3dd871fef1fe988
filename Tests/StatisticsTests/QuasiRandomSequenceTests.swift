import Statistics
import Testing

/// Designs must be the published sequences, and evenly spread.
@Suite struct QuasiRandomSequenceTests {
  @Test func `Sobol's first points in two dimensions are the published ones`() throws {
    var sequence = try QuasiRandomSequence(.sobol, dimensions: 2)
    let points = try sequence.next(5)
    #expect(
      points == [[0.5, 0.5], [0.75, 0.25], [0.25, 0.75], [0.375, 0.375], [0.875, 0.875]])
  }

  @Test func `Halton's first coordinates are halves, quarters and thirds`() throws {
    var sequence = try QuasiRandomSequence(.halton, dimensions: 2)
    let points = try sequence.next(3)
    for (point, expected) in zip(
      points, [[1.0 / 2, 1.0 / 3], [1.0 / 4, 2.0 / 3], [3.0 / 4, 1.0 / 9]])
    {
      #expect(abs(point[0] - expected[0]) < 1e-15 && abs(point[1] - expected[1]) < 1e-15)
    }
  }

  @Test(arguments: QuasiRandomSequence.Kind.allCases)
  func `at its most dimensions a sequence still fills every coordinate evenly`(
    kind: QuasiRandomSequence.Kind
  ) throws {
    // A thousand primes' worth of Halton needs more points than a test has: 40 are enough to see.
    let dimensions = min(40, kind.mostDimensions)
    var sequence = try QuasiRandomSequence(kind, dimensions: dimensions)
    let points = try sequence.next(4096)
    for coordinate in 0..<dimensions {
      let mean = points.reduce(0) { $0 + $1[coordinate] } / 4096
      #expect(abs(mean - 0.5) < 0.03, "coordinate \(coordinate)")
      #expect(points.allSatisfy { $0[coordinate] >= 0 && $0[coordinate] < 1 })
    }
  }

  @Test(arguments: QuasiRandomSequence.Kind.allCases)
  func `one dimension too many is an error, not zeros, and so is none`(
    kind: QuasiRandomSequence.Kind
  ) {
    for dimensions in [kind.mostDimensions + 1, 0, -1] {
      #expect(throws: StatisticsError.self) {
        _ = try QuasiRandomSequence(kind, dimensions: dimensions)
      }
    }
  }

  @Test func `a longer design contains the shorter one`() throws {
    var short = try QuasiRandomSequence(dimensions: 7)
    var long = try QuasiRandomSequence(dimensions: 7)
    let (few, many) = (try short.next(10), try long.next(20))
    #expect(few == Array(many.prefix(10)))
  }
}
