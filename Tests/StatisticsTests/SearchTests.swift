import Statistics
import Testing

/// The simplex and the root finder find what is known, and pass on what goes wrong.
@Suite struct SearchTests {
  private struct Refusal: Error, Equatable {}

  @Test func `the simplex finds the bottom of Rosenbrock's valley`() throws {
    let found = try minimum(
      from: [-1.2, 1], initialSteps: [0.5, 0.5], tolerance: 1e-9, mostSteps: 1000
    ) { 100 * ($0[1] - $0[0] * $0[0]) * ($0[1] - $0[0] * $0[0]) + (1 - $0[0]) * (1 - $0[0]) }
    #expect(found.converged)
    #expect(abs(found.point[0] - 1) < 1e-6 && abs(found.point[1] - 1) < 1e-6)
    #expect(found.value < 1e-12)
    #expect(found.evaluationCount > found.steps)
  }

  @Test func `the simplex works in one dimension and in ten`() throws {
    for dimensions in [1, 10] {
      let found = try minimum(
        from: Array(repeating: 3, count: dimensions),
        initialSteps: Array(repeating: 1, count: dimensions), tolerance: 1e-7, mostSteps: 20_000
      ) {
        $0.enumerated().reduce(0) {
          $0 + ($1.element - Double($1.offset)) * ($1.element - Double($1.offset))
        }
      }
      #expect(found.converged)
      for (index, coordinate) in found.point.enumerated() {
        #expect(abs(coordinate - Double(index)) < 1e-4)
      }
    }
  }

  @Test func `a simplex that ran out of steps says so and gives its best point`() throws {
    let found = try minimum(from: [5], initialSteps: [1], tolerance: 1e-12, mostSteps: 3) {
      $0[0] * $0[0]
    }
    #expect(!found.converged)
    #expect(found.steps == 3)
    #expect(found.value < 25)
  }

  @Test func `an error in the minimised function reaches the caller, early or late`() {
    for failing in [1, 2, 20] {
      var calls = 0
      #expect(throws: Refusal()) {
        try minimum(from: [5, 5], initialSteps: [1, 1], tolerance: 1e-9, mostSteps: 100) {
          calls += 1
          if calls >= failing { throw Refusal() }
          return $0[0] * $0[0] + $0[1] * $0[1]
        }
      }
    }
  }

  @Test func `a function without a finite value is named with its place`() {
    #expect(throws: StatisticsError.functionNotFinite(at: [5])) {
      try minimum(from: [5], initialSteps: [1], tolerance: 1e-9, mostSteps: 10) { _ in .nan }
    }
  }

  @Test func `a simplex without extent, or with a step too few, is refused`() {
    #expect(throws: StatisticsError.self) {
      try minimum(from: [5], initialSteps: [0], tolerance: 1, mostSteps: 1) { $0[0] }
    }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try minimum(from: [5, 1], initialSteps: [1], tolerance: 1, mostSteps: 1) { $0[0] }
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 1, given: 0)) {
      try minimum(from: [], initialSteps: [], tolerance: 1, mostSteps: 1) { _ in 0 }
    }
  }

  @Test func `a root is found to the tolerance, rising or falling`() throws {
    let rising = try root(in: 0...2, tolerance: 1e-12) { $0 * $0 - 2 }
    #expect(abs(rising - 1.4142135623730951) < 1e-12)
    let falling = try root(in: -1...10, tolerance: 1e-12) { 3 - $0 * $0 * $0 }
    #expect(abs(falling - 1.4422495703074083) < 1e-12)
  }

  @Test func `a jump is found like a root`() throws {
    let jump = try root(in: 0...100, tolerance: 1e-9) { $0 < 37 ? -1 : 1 }
    #expect(abs(jump - 37) < 1e-8)
  }

  @Test func `a root at an end is given as it stands`() throws {
    #expect(try root(in: 2...5, tolerance: 0.1) { $0 - 2 } == 2)
    #expect(try root(in: 2...5, tolerance: 0.1) { $0 - 5 } == 5)
  }

  @Test func `without a change of sign there is no search`() {
    #expect(throws: StatisticsError.rootNotBracketed(atLower: 1, atUpper: 2)) {
      try root(in: 1...2, tolerance: 0.1) { $0 }
    }
  }

  @Test func `a root's search passes on errors and gives up when its steps are used`() {
    var calls = 0
    #expect(throws: Refusal()) {
      try root(in: 0...2, tolerance: 1e-12) {
        calls += 1
        if calls > 5 { throw Refusal() }
        return $0 * $0 * $0 - 2
      }
    }
    #expect(throws: StatisticsError.notConverged(steps: 2)) {
      try root(in: 0...2, tolerance: 1e-12, mostSteps: 2) { $0 * $0 - 2 }
    }
  }
}
