import Inputs
import Kernel
import Measurement
import Simulation

/// Everything that a run told its sinks.
package struct Recording: Sendable {
  package private(set) var days: [DayRecord] = []
  package private(set) var months: [MonthRecord] = []
  package private(set) var summary: RunSummary

  package init(_ inputs: Inputs, _ options: RunOptions = RunOptions()) throws {
    var days: [DayRecord] = []
    var months: [MonthRecord] = []
    var sinks = RunSinks()
    sinks.day = { days.append($0) }
    sinks.month = { months.append($0) }
    summary = try simulate(inputs, options: options, sinks: sinks)
    (self.days, self.months) = (days, months)
  }

  /// A national series, by month.
  package func series(_ name: String) -> [Double] {
    guard let column = National.indicators.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("there is no indicator '\(name)'")
    }
    return months.map { $0.national[column] ?? .nan }
  }

  /// A national series' mean over its last months.
  package func mean(_ name: String, lastMonths: Int = 12) -> Double {
    let values = series(name).suffix(lastMonths)
    return values.reduce(0, +) / Double(values.count)
  }
}

extension RunOptions {
  package init(workers: Int) {
    self.init()
    self.workers = workers
  }

  package init(audit: AuditLevel) {
    self.init()
    self.audit = audit
  }
}
