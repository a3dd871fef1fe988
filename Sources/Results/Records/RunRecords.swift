import Kernel
import Measurement

/// All records of one run, gathered while it simulates, and their digest.
///
/// They are small (a year of a country with every cell is a few megabytes), so files are written when
/// the run has ended, and an interruption can only meet results that are whole.
package struct RunRecords: Sendable {
  package private(set) var days: [DayRecord] = []
  package private(set) var months: [MonthRecord] = []
  private var running = Digest()
  private var atLastMonth = Digest()
  private var daysAtLastMonth = 0

  package init() {}

  package mutating func add(_ record: DayRecord) {
    running.add(record)
    days.append(record)
  }

  package mutating func add(_ record: MonthRecord) {
    running.add(record)
    months.append(record)
    atLastMonth = running
    daysAtLastMonth = days.count
  }

  /// Drops rows of cells, flows and money, of which the digest knows nothing.
  package mutating func dropTables() {
    for place in months.indices { months[place] = months[place].withoutTables }
  }

  package var digest: String { running.text }

  /// Drops what follows the last whole month: what is kept of an interrupted run. Its digest is then that
  /// of a run asked to end there.
  package mutating func cutToWholeMonths() {
    days.removeLast(days.count - daysAtLastMonth)
    running = atLastMonth
  }
}

extension MonthRecord {
  /// The month of the nation alone, without rows of cells, flows and money.
  var withoutTables: MonthRecord {
    MonthRecord(
      month: month, national: national, canonical: canonical, cells: [], flows: [], money: [])
  }
}
