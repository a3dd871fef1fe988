import Kernel
import Results

/// The few numbers that a reader wants first: some indicators in some months.
package struct Headline: Sendable {
  package struct Row: Sendable {
    package var label: String
    package var indicator: String
    package var format: ValueFormat
    package var values: [Double?]
    /// Whether the values are tenge.
    package var isMoney: Bool
  }
  package var months: [Day]
  package var rows: [Row]

  /// What may stand in the table, in its order; a run without an indicator has no such row.
  static let candidates: [(label: String, indicator: String, format: ValueFormat)] = [
    ("migrants present", "migrants_present", .count),
    ("irregularly employed", "irregular_employed", .count),
    ("legalised, so far", "legalised_cumulative", .count),
    ("revenue from migrants, m KZT", "revenue_from_migrants", .millions),
    ("native unemployment", "native_unemployment_rate", .percent),
    ("natives employed", "native_employment", .count),
    ("informal, of the employed", "informal_share", .percent),
    ("average wage, KZT a month", "wage_native", .count),
    ("vacancies", "vacancies", .count),
    ("income tax, m KZT a month", "income_tax", .millions),
  ]

  package init(_ results: RunResults) {
    let columns = Headline.readings(results.months)
    months = columns.map { results.months[$0] }
    rows = Headline.candidates.compactMap { candidate in
      guard let series = results.series(candidate.indicator) else { return nil }
      return Row(
        label: candidate.label, indicator: candidate.indicator, format: candidate.format,
        values: columns.map { series[$0] },
        isMoney: results.indicators.contains {
          $0.name == candidate.indicator && MoneyUnits.isMoney($0.unit)
        })
    }
  }

  /// The months that tables show of the country's history: before its amnesty, at the end of it, a year
  /// later. They do not depend on a scenario's measures, so that a variant is read in the same months.
  private static let landmarks = [
    Day(year: 2006, month: 7, day: 1), Day(year: 2006, month: 12, day: 1),
    Day(year: 2007, month: 12, day: 1),
  ]
  private static let columnCount = 4

  /// Places of the months shown: landmarks within the run and its last month; for other times, months
  /// evenly apart.
  private static func readings(_ months: [Day]) -> [Int] {
    guard let last = months.indices.last else { return [] }
    let marked = landmarks.compactMap { landmark in months.firstIndex(of: landmark) }
    if marked.count == landmarks.count { return marked + (marked.contains(last) ? [] : [last]) }
    let even = (0..<columnCount).map { last * $0 / (columnCount - 1) }
    return Set(even).sorted()
  }
}
