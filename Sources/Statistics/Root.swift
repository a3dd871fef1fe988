import CGSL

/// Where a continuous function crosses zero between two ends at which its signs differ.
///
/// GSL's Brent–Dekker solver: bisection, hurried where a parabola or a line through the last points
/// stays inside the bracket; so it always arrives.
///
/// - Parameters:
///   - bracket: The function is 0 at an end, or has different signs at the two.
///   - tolerance: How wide the bracket around the root may stay.
///   - mostSteps: More than these, and the search gives up with `.notConverged`.
/// - Throws: `StatisticsError`, or what the function throws.
package func root(
  in bracket: ClosedRange<Double>, tolerance: Double, mostSteps: Int = 200,
  of function: (Double) throws -> Double
) throws -> Double {
  let atLower = try function(bracket.lowerBound)
  let atUpper = try function(bracket.upperBound)
  if atLower == 0 { return bracket.lowerBound }
  if atUpper == 0 { return bracket.upperBound }
  guard (atLower < 0) != (atUpper < 0), !atLower.isNaN, !atUpper.isNaN else {
    throw StatisticsError.rootNotBracketed(atLower: atLower, atUpper: atUpper)
  }
  return try withoutActuallyEscaping(function) { function in
    let curve = Curve(function)
    return try withExtendedLifetime(curve) {
      try search(bracket, tolerance: tolerance, mostSteps: mostSteps, curve)
    }
  }
}

private func search(
  _ bracket: ClosedRange<Double>, tolerance: Double, mostSteps: Int, _ curve: Curve
) throws -> Double {
  Library.prepare()
  guard let solver = gsl_root_fsolver_alloc(kosh_root_brent()) else {
    throw Library.noMemory(for: "a solver")
  }
  defer { gsl_root_fsolver_free(solver) }

  // GSL keeps the address of the function's description for as long as it iterates.
  var target = gsl_function(
    function: { Unmanaged<Curve>.fromOpaque($1!).takeUnretainedValue().value(at: $0) },
    params: Unmanaged.passUnretained(curve).toOpaque())
  return try withUnsafeMutablePointer(to: &target) { target in
    try curve.check(
      gsl_root_fsolver_set(solver, target, bracket.lowerBound, bracket.upperBound))
    for _ in 0..<mostSteps {
      try curve.check(gsl_root_fsolver_iterate(solver))
      let width = gsl_root_fsolver_x_upper(solver) - gsl_root_fsolver_x_lower(solver)
      if width <= tolerance { return gsl_root_fsolver_root(solver) }
    }
    throw StatisticsError.notConverged(steps: mostSteps)
  }
}

/// The function as C can call it: errors are kept, and NaN stops GSL.
private final class Curve {
  private let function: (Double) throws -> Double
  private var error: (any Error)?

  init(_ function: @escaping (Double) throws -> Double) { self.function = function }

  func value(at place: Double) -> Double {
    guard error == nil else { return .nan }
    do {
      let value = try function(place)
      guard value.isFinite else { throw StatisticsError.functionNotFinite(at: [place]) }
      return value
    } catch {
      self.error = error
      return .nan
    }
  }

  /// The function's own error says more than the code that GSL makes of it.
  func check(_ code: Int32) throws {
    if let error { throw error }
    try Library.check(code)
  }
}
