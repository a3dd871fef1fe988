import Kernel
import Measurement
import Results

/// The few numbers that a reader wants first: some indicators in some months.
package struct Headline: Sendable {
  package struct Row: Sendable {
    package var label: Label
    package var indicator: NationalIndicator
    package var format: ValueFormat
    package var values: [Double?]
    package var isMoney: Bool { label.isMoney }
  }
  package var months: [Day]
  package var rows: [Row]

  /// What may stand in the table, in its order; a run without an indicator has no such row.
  static let candidates: [(label: Label, indicator: NationalIndicator, format: ValueFormat)] =
    National.headlines.map { label, indicator in
      (label, indicator, ValueFormat(of: indicator, label))
    }

  package init(_ results: RunResults) {
    let columns = Headline.readings(results.months, landmarks: results.about.landmarks)
    months = columns.map { results.months[$0] }
    rows = Headline.candidates.compactMap { candidate in
      guard let series = results.series(candidate.indicator),
        !Headline.isIdle(candidate.indicator, series)
      else { return nil }
      return Row(
        label: candidate.label, indicator: candidate.indicator, format: candidate.format,
        values: columns.map { series[$0] })
    }
  }

  /// Whether there is nothing of what a table tells only where there is some of it.
  static func isIdle(_ indicator: NationalIndicator, _ values: [Double?]) -> Bool {
    National.headlinesWhereAny.contains(indicator) && values.allSatisfy { ($0 ?? 0) == 0 }
  }

  private static let columnCount = 4

  /// Places of the months shown: the country's landmarks and the run's last month; months evenly apart where
  /// the run lacks a landmark, or the country has none. Landmarks do not depend on a scenario's measures, so
  /// that a variant is read in the same months.
  private static func readings(_ months: [Day], landmarks: [Day]) -> [Int] {
    guard let last = months.indices.last else { return [] }
    let marked = landmarks.compactMap { landmark in months.firstIndex(of: landmark) }
    if !landmarks.isEmpty, marked.count == landmarks.count {
      return marked + (marked.contains(last) ? [] : [last])
    }
    let even = (0..<columnCount).map { last * $0 / (columnCount - 1) }
    return Set(even).sorted()
  }
}
