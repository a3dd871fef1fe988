import Inputs
import Kernel
import Measurement
import Results

/// Records of a run that never was: smooth numbers, one mean of nobody.
package enum SyntheticRun {
  /// Records of `monthCount` months from January 2005 on.
  package static func records(monthCount: Int, cellsPerMonth: Int = 4) -> RunRecords {
    var records = RunRecords()
    for number in 0..<monthCount {
      let month = Day(year: 2005, month: 1, day: 1).adding(months: number)
      addDays(from: month, to: month.adding(months: 1) - 1, &records)
      records.add(self.month(month, number: number, cellsPerMonth: cellsPerMonth))
    }
    return records
  }

  package static func addDays(from first: Day, to last: Day, _ records: inout RunRecords) {
    for number in first.number...last.number {
      let flows = DailyFlow.allCases.indices.map { Int64($0) + Int64(number % 7) }
      records.add(DayRecord(day: Day(number: number), counts: flows))
    }
  }

  private static func month(_ month: Day, number: Int, cellsPerMonth: Int) -> MonthRecord {
    let national = National.indicators.indices.map { column -> Double? in
      column == 1 && number == 0 ? nil : value(column, number)
    }
    let cells = (0..<cellsPerMonth).map { cell in
      CellRow(
        region: ["Almaty city", "South Kazakhstan"][cell % 2], sector: "construction",
        origin: "Kazakhstan", authorisation: "native",
        values: Cells.indicators.indices.map { Double(($0 + cell) % 3 * 1000) + 0.5 })
    }
    let flows = FlowRow(
      region: "Almaty city", sector: "trade",
      values: Flows.indicators.indices.map { Double($0 * 10) })
    let money = MoneyRow(
      region: "Almaty city", payer: "native_formal", kind: "income_tax", amount: 1e9 + 0.25)
    return MonthRecord(
      month: month, national: national, canonical: [Int64(number), -1], cells: cells,
      flows: [flows], money: [money])
  }

  /// A plausible number of the indicator in `column`: shares between 0 and 1, the rest large.
  private static func value(_ column: Int, _ number: Int) -> Double {
    let wave = Double((number * 5 + column) % 12) / 12
    if National.indicators[column].unit.isShare { return 0.08 + 0.02 * wave }
    return 100_000 * Double(column + 1) * (1 + 0.01 * Double(number) + 0.1 * wave)
  }

  package static func results(of records: RunRecords) -> RunResults {
    var manifest = Manifest()
    manifest.version = "1.0"
    manifest.commit = "unknown"
    manifest.toolchain = "Swift"
    manifest.machine = "Linux"
    manifest.scenario = "kazakhstan-2006"
    manifest.scenarioSHA256 = Digest.ofText("kosh: 1\n")
    manifest.seed = 2006
    manifest.scale = 0.1
    manifest.threads = 2
    manifest.firstDay = Day(year: 2005, month: 1, day: 1)
    manifest.lastDay = records.days.last?.day
    manifest.events = 12_345_678
    manifest.personDays = 1_000_000_000
    manifest.dayLoopSeconds = 1.25
    manifest.peakMemoryBytes = 1 << 30
    manifest.digest = records.digest
    manifest.complete = true
    let about = RunAbout(
      name: "Kazakhstan 2006", question: "What happened?", persons: 760_000, employers: 71_000,
      measures: [
        MeasureDates(
          name: "income_tax-2004", kind: "income_tax", from: Day(year: 2004, month: 1, day: 1),
          until: nil),
        MeasureDates(
          name: "amnesty", kind: "amnesty", from: Day(year: 2006, month: 8, day: 1),
          until: Day(year: 2006, month: 12, day: 31)),
        MeasureDates(
          name: "income_tax", kind: "income_tax", from: Day(year: 2007, month: 1, day: 1),
          until: nil),
      ],
      landmarks: [(2006, 7), (2006, 12), (2007, 12)].map { Day(year: $0.0, month: $0.1, day: 1) })
    return RunResults(
      manifest: manifest, about: about, indicators: National.indicators,
      months: records.months.map(\.month), national: records.months.map(\.national),
      money: MoneyUnits(
        currency: Currency(code: "KZT", name: "tenge", symbol: "₸"),
        exchangeRate: records.months.map { _ in 125 },
        priceIndex: records.months.map { 1 + 0.1 * Double($0.month.civil.year - 2006) }))
  }

  package static func finished(
    monthCount: Int, cellsPerMonth: Int = 4, withCells: Bool = true
  ) -> FinishedRun {
    let records = records(monthCount: monthCount, cellsPerMonth: cellsPerMonth)
    return FinishedRun(
      results: results(of: records), records: records, scenarioText: "kosh: 1\n",
      page: "<!doctype html>", withCells: withCells)
  }
}
