import Kernel

/// Which law the burn-in lives under.
extension Inputs {
  /// Whether a measure is in force on a day.
  ///
  /// Before the run's first day, states of the law that last are those of that day, so that the stocks of the burn-in come to
  /// rest under them. What has an end, or is an event, never acts before its own first day.
  package func holds(_ measure: Measure, on day: Day) -> Bool {
    guard day < run.from, measure.isLasting else { return measure.holds(on: day) }
    return measure.holds(on: run.from)
  }
}

extension Measure {
  /// Whether it is a state of the law that nobody ends.
  package var isLasting: Bool { until == nil && !type(of: lever).isEvent }
}
