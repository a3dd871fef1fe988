import Kernel

/// What the state does from a day on: a dated, named setting of one lever.
package struct Measure: Sendable, Equatable {
  package var name: String
  /// First day on which it holds.
  package var from: Day
  /// Last day on which it holds; nil while nobody ends it.
  package var until: Day?
  package var lever: any Lever

  package init(name: String, from: Day, until: Day? = nil, lever: any Lever) {
    self.name = name
    self.from = from
    self.until = until
    self.lever = lever
  }

  @inlinable package func holds(on day: Day) -> Bool {
    day >= from && (until.map { day <= $0 } ?? true)
  }

  package static func == (one: Measure, other: Measure) -> Bool {
    one.name == other.name && one.from == other.from && one.until == other.until
      && one.lever.equals(other.lever)
  }
}

/// How measures of one kind share the calendar.
package enum Overlap: Sendable, Equatable {
  /// A state of the law: the measure that began last is in force, and when it ends the one before it
  /// holds again. Two that begin on the same day contradict each other.
  case latestHolds
  /// Events that add up.
  case allHold
  /// Only one at a time makes sense.
  case forbidden
}
