import Kernel
import Measurement

/// How often the world is recomputed from nothing and compared.
package enum AuditLevel: String, Sendable, CaseIterable {
  case off
  /// Books monthly, everything yearly and at the end.
  case standard
  case monthly
  case daily
}

/// What a run is told beside its inputs. Nothing here changes a result, but `until`, which cuts it short,
/// and `replicate`, which is other luck.
package struct RunOptions: Sendable {
  package var workers = 1
  package var replicate: UInt32 = 0
  /// Last day to simulate, where it is before the scenario's own.
  package var until: Day?
  package var audit = AuditLevel.standard
  /// Whether months carry rows of cells, flows and money; national series are always measured.
  package var withTables = true
  /// After which day the world is handed to ``RunSinks/state``.
  package var saveState: Day?
  /// Whose events are written down.
  package var follow: Following?

  package init() {}
}

/// Where a run's records go, and who may stop it. Called on the simulating thread, between days.
package struct RunSinks {
  package var day: (DayRecord) -> Void = { _ in }
  package var month: (MonthRecord) -> Void = { _ in }
  /// Called once, after the day of ``RunOptions/saveState`` and its records.
  package var state: (RunState) -> Void = { _ in }
  /// Called before the burn-in begins, once the population stands.
  package var built: (BuiltWorld) -> Void = { _ in }
  /// Called after every day, burn-in included; false stops the run after that day.
  package var keepsGoing: (Progress) -> Bool = { _ in true }

  package init() {}
}

/// The size of a freshly built world, in simulated persons and employers.
package struct BuiltWorld: Sendable {
  package var persons: Int
  package var employers: Int
  package var bytes: Int
}

/// How far a run has come.
package struct Progress: Sendable {
  package var day: Day
  package var isBurnIn: Bool
  /// Days simulated so far and in all, burn-in included.
  package var daysDone: Int
  package var daysInAll: Int
  package var events: Int
}

/// What a run did, beside its records.
package struct RunSummary: Sendable {
  package var firstDay: Day
  /// The last day simulated; before the asked one when the run was stopped.
  package var lastDay: Day
  package var isComplete: Bool
  /// Records of persons, those who are yet to enter the labour force among them.
  package var persons: Int
  /// Persons of the labour force on the world's first day.
  package var labourForce: Int
  package var employers: Int
  /// Wakes, meetings and journeys since `firstDay`, burn-in not included.
  package var events: Int
  /// Days lived by the persons of the labour force since `firstDay`.
  package var personDays: Int
  package var audits: Int
  package var populationSeconds: Double
  package var burnInSeconds: Double
  package var dayLoopSeconds: Double
}
