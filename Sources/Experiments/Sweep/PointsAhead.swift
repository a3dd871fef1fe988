import ScenarioFile

/// Which points of a sweep do not stand, as far as can be told before anything is simulated.
package struct PointsAhead: Sendable, Equatable {
  /// How many points were tried: all, or some evenly among them.
  package var tried = 0
  package var failing = 0
  /// The first that fails, and why.
  package var firstFailing: Int?
  package var reason = ""

  /// Reads the scenarios of points as their runs will.
  /// - Parameter readings: of points whose scenarios are more than this some are tried, evenly among all.
  package init(_ sweep: Sweep, readings: Int = 200) {
    let most = max(1, readings / sweep.plan.variants.count)
    let step = max(1, (sweep.points.count + most - 1) / most)
    for point in stride(from: 0, to: sweep.points.count, by: step) {
      tried += 1
      do {
        _ = try sweep.inputs(of: point)
      } catch {
        failing += 1
        if firstFailing == nil { (firstFailing, reason) = (point, Sweep.reason(of: error)) }
      }
    }
  }
}
