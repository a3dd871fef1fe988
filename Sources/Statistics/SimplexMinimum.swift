import CGSL

/// The lowest point that a simplex search found.
package struct SimplexMinimum: Equatable, Sendable {
  package let point: [Double]
  package let value: Double
  /// The simplex's mean distance from its centre at the end.
  package let size: Double
  package let steps: Int
  /// How often the function was called.
  package let evaluationCount: Int
  /// Whether the simplex shrank below the tolerance, or the steps ran out first.
  package let converged: Bool
}

/// Walks downhill with Nelder and Mead's simplex, which needs no derivatives.
///
/// GSL's nmsimplex2. It finds a local minimum, and in many dimensions slowly: start it from the
/// best of a design, and again from where it ended.
///
/// - Parameters:
///   - start: Where the simplex begins.
///   - initialSteps: The simplex's first extent along each coordinate; none may be 0.
///   - tolerance: The search ends when the simplex is smaller than this.
///   - mostSteps: The search ends after so many steps in any case; the result then says so.
///   - function: What is minimised. Its own errors end the search and are passed on.
/// - Throws: `StatisticsError`, or what the function throws.
package func minimum(
  from start: [Double], initialSteps: [Double], tolerance: Double, mostSteps: Int,
  of function: @escaping ([Double]) throws -> Double
) throws -> SimplexMinimum {
  guard !start.isEmpty else { throw StatisticsError.tooFewValues(needed: 1, given: 0) }
  guard start.count == initialSteps.count else {
    throw StatisticsError.unequalLengths(start.count, initialSteps.count)
  }
  for step in initialSteps where step == 0 || !step.isFinite {
    throw StatisticsError.outOfRange(
      argument: "an initial step", value: step, range: "it is a number other than 0")
  }
  let search = try SimplexSearch(start: start, initialSteps: initialSteps, function)
  return try search.run(tolerance: tolerance, mostSteps: mostSteps)
}

/// One search: GSL's simplex and what it calls, freed together.
private final class SimplexSearch {
  private let objective: Objective
  private let simplex: UnsafeMutablePointer<gsl_multimin_fminimizer>
  private let start: UnsafeMutablePointer<gsl_vector>
  private let steps: UnsafeMutablePointer<gsl_vector>
  // GSL keeps the address of the function's description, so it must not move.
  private let target = UnsafeMutablePointer<gsl_multimin_function>.allocate(capacity: 1)

  init(
    start: [Double], initialSteps: [Double], _ function: @escaping ([Double]) throws -> Double
  ) throws {
    Library.prepare()
    guard
      let simplex = gsl_multimin_fminimizer_alloc(kosh_multimin_simplex(), start.count),
      let startVector = gsl_vector_alloc(start.count),
      let stepVector = gsl_vector_alloc(start.count)
    else {
      throw Library.noMemory(for: "a simplex")
    }
    for (index, (place, step)) in zip(start, initialSteps).enumerated() {
      gsl_vector_set(startVector, index, place)
      gsl_vector_set(stepVector, index, step)
    }
    (self.simplex, self.start, steps) = (simplex, startVector, stepVector)
    objective = Objective(function)
    target.initialize(
      to: gsl_multimin_function(
        f: { point, objective in
          Unmanaged<Objective>.fromOpaque(objective!).takeUnretainedValue().value(at: point!)
        },
        n: start.count, params: Unmanaged.passUnretained(objective).toOpaque()))
  }

  deinit {
    gsl_multimin_fminimizer_free(simplex)
    gsl_vector_free(start)
    gsl_vector_free(steps)
    target.deallocate()
  }

  func run(tolerance: Double, mostSteps: Int) throws -> SimplexMinimum {
    try check(gsl_multimin_fminimizer_set(simplex, target, start, steps))
    var taken = 0
    var converged = false
    while !converged && taken < mostSteps {
      try check(gsl_multimin_fminimizer_iterate(simplex))
      taken += 1
      converged = gsl_multimin_fminimizer_size(simplex) < tolerance
    }
    return SimplexMinimum(
      point: (0..<simplex.pointee.x.pointee.size).map { gsl_vector_get(simplex.pointee.x, $0) },
      value: gsl_multimin_fminimizer_minimum(simplex),
      size: gsl_multimin_fminimizer_size(simplex), steps: taken,
      evaluationCount: objective.evaluationCount, converged: converged)
  }

  /// The function's own error says more than the code that GSL makes of it.
  private func check(_ code: Int32) throws {
    if let error = objective.error { throw error }
    try Library.check(code)
  }
}

/// The minimised function as C can call it: errors are kept, and NaN stops GSL.
private final class Objective {
  private let function: ([Double]) throws -> Double
  private(set) var error: (any Error)?
  private(set) var evaluationCount = 0

  init(_ function: @escaping ([Double]) throws -> Double) { self.function = function }

  func value(at vector: UnsafePointer<gsl_vector>) -> Double {
    // After an error GSL may still ask for the simplex's other corners.
    guard error == nil else { return .nan }
    let point = (0..<vector.pointee.size).map { gsl_vector_get(vector, $0) }
    evaluationCount += 1
    do {
      let value = try function(point)
      guard value.isFinite else { throw StatisticsError.functionNotFinite(at: point) }
      return value
    } catch {
      self.error = error
      return .nan
    }
  }
}
