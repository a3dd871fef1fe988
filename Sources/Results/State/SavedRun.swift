import Kernel
import Measurement
import Simulation

/// A run that was kept in mid-course: its records so far, and the state of its world.
package struct SavedRun: Sendable {
  /// Version of the program that kept it.
  package var version: String
  /// The effective scenario, every key resolved.
  package var scenarioText: String
  package var replicate: Int
  /// The last day lived.
  package var date: Day
  /// Whether months carry rows of cells, flows and money.
  package var withTables: Bool
  package var records: RunRecords
  package var state: RunState

  package init(
    version: String, scenarioText: String, replicate: Int, date: Day, withTables: Bool,
    records: RunRecords, state: RunState
  ) {
    self.version = version
    self.scenarioText = scenarioText
    self.replicate = replicate
    self.date = date
    self.withTables = withTables
    self.records = records
    self.state = state
  }
}

extension SavedRun {
  /// The first piece of a state file: all but the world.
  var head: [UInt8] {
    var writer = StateWriter()
    writer.write(version)
    writer.write(scenarioText)
    writer.write(replicate)
    writer.write(date.number)
    writer.write(withTables)
    writer.write(records.days.count)
    for record in records.days {
      writer.write(record.day.number)
      writer.write(record.counts)
    }
    writer.write(records.months.count)
    for record in records.months { record.write(to: &writer) }
    return writer.bytes
  }

  /// - Throws: ``StateFault/truncated`` where `head` is not what ``head`` gives.
  init(head: [UInt8], state: RunState) throws(StateFault) {
    var reader = StateReader(head)
    let version = try reader.readText()
    let text = try reader.readText()
    let replicate = try reader.read(Int.self)
    let date = Day(number: try reader.read(Int32.self))
    let withTables = try reader.read(Bool.self)
    var days: [DayRecord] = []
    for _ in 0..<(try reader.read(Int.self)) {
      let day = Day(number: try reader.read(Int32.self))
      days.append(DayRecord(day: day, counts: try reader.readArray(of: Int64.self)))
    }
    var months: [MonthRecord] = []
    for _ in 0..<(try reader.read(Int.self)) { months.append(try MonthRecord(from: &reader)) }
    // Told again in the order of their days, so that the digest is that of the unbroken run.
    var records = RunRecords()
    var next = 0
    for record in days {
      records.add(record)
      if next < months.count, months[next].month == record.day.firstOfMonth,
        record.day.isLastOfMonth
      {
        records.add(months[next])
        next += 1
      }
    }
    self.init(
      version: version, scenarioText: text, replicate: replicate, date: date,
      withTables: withTables, records: records, state: state)
  }
}

extension MonthRecord {
  func write(to writer: inout StateWriter) {
    writer.write(month.number)
    writer.write(national.map { $0 == nil ? UInt8(0) : 1 })
    writer.write(national.map { $0 ?? 0 })
    writer.write(canonical)
    writer.write(cells.count)
    for row in cells {
      for text in [row.region, row.sector, row.origin, row.authorisation] { writer.write(text) }
      writer.write(row.values)
    }
    writer.write(flows.count)
    for row in flows {
      for text in [row.region, row.sector] { writer.write(text) }
      writer.write(row.values)
    }
    writer.write(money.count)
    for row in money {
      for text in [row.region, row.payer, row.kind] { writer.write(text) }
      writer.write(row.amount)
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    let month = Day(number: try reader.read(Int32.self))
    let known = try reader.readArray(of: UInt8.self)
    let values = try reader.readArray(of: Double.self)
    self.init(
      month: month, national: zip(known, values).map { $0 == 0 ? nil : $1 },
      canonical: try reader.readArray(of: Int64.self), cells: [], flows: [], money: [])
    for _ in 0..<(try reader.read(Int.self)) {
      cells.append(
        CellRow(
          region: try reader.readText(), sector: try reader.readText(),
          origin: try reader.readText(), authorisation: try reader.readText(),
          values: try reader.readArray(of: Double.self)))
    }
    for _ in 0..<(try reader.read(Int.self)) {
      flows.append(
        FlowRow(
          region: try reader.readText(), sector: try reader.readText(),
          values: try reader.readArray(of: Double.self)))
    }
    for _ in 0..<(try reader.read(Int.self)) {
      money.append(
        MoneyRow(
          region: try reader.readText(), payer: try reader.readText(),
          kind: try reader.readText(), amount: try reader.read(Double.self)))
    }
  }
}
