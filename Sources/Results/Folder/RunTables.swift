import Kernel
import Measurement

/// The CSV files of a run folder, as bytes.
package enum RunTables {
  /// A row a month, a column an indicator.
  package static func national(_ months: [MonthRecord]) -> [UInt8] {
    var csv = CSVWriter()
    csv.header(["month"] + National.indicators.map(\.name))
    for record in months {
      csv.field(record.month.monthText)
      for number in record.national { csv.field(number) }
      csv.endLine()
    }
    return csv.bytes
  }

  /// As ``national(_:)``, with the replicate after the month: a replicate's rows, the head before the first's.
  static func replicate(_ number: Int, _ months: [MonthRecord]) -> [UInt8] {
    var csv = CSVWriter()
    if number == 0 { csv.header(["month", "replicate"] + National.indicators.map(\.name)) }
    for record in months {
      csv.field(record.month.monthText)
      csv.field(Int64(number))
      for number in record.national { csv.field(number) }
      csv.endLine()
    }
    return csv.bytes
  }

  /// A row a day: flows of the day, then their sums since the first day, in real persons.
  package static func daily(_ days: [DayRecord], scale: Double) -> [UInt8] {
    var csv = CSVWriter()
    let names = DailyFlow.allCases.map(\.name)
    csv.header(["date"] + names + names.map { $0 + "_cumulative" })
    let weight = RealPersons(scale: scale)
    var sums = [Int64](repeating: 0, count: names.count)
    for record in days {
      csv.field(record.day.description)
      for (flow, count) in record.counts.enumerated() {
        sums[flow] += count
        csv.field(weight.of(count))
      }
      for sum in sums { csv.field(weight.of(sum)) }
      csv.endLine()
    }
    return csv.bytes
  }

  /// What `cells.csv` holds.
  private static let cellColumns: [Cells.Column] = [
    .present, .employed, .irregularEmployed, .legalised, .identified, .expelled, .wageBill,
  ]

  /// A row a cell, month and indicator, where the value is not zero.
  package static func cells(_ months: [MonthRecord]) -> [UInt8] {
    var csv = CSVWriter()
    csv.header(["month", "region", "sector", "origin", "authorisation", "indicator", "value"])
    for record in months {
      let month = record.month.monthText
      for cell in record.cells {
        for column in cellColumns where cell.values[column.place] != 0 {
          csv.field(month)
          csv.field(cell.region)
          csv.field(cell.sector)
          csv.field(cell.origin)
          csv.field(cell.authorisation)
          csv.field(column.name)
          csv.field(cell.values[column.place])
          csv.endLine()
        }
      }
    }
    return csv.bytes
  }
}

/// How many real persons a simulated one stands for.
struct RealPersons {
  private let weight: Double

  init(scale: Double) {
    // 1:3 is read as 0.333…, whose reciprocal is not quite 3: a whole weight keeps counts whole.
    let reciprocal = 1 / scale
    weight =
      abs(reciprocal - reciprocal.rounded()) < 1e-9 * reciprocal ? reciprocal.rounded() : reciprocal
  }

  func of(_ simulated: Int64) -> Double { Double(simulated) * weight }
}
