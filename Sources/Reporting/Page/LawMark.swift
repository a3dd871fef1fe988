import Kernel
import Results

/// A date on which the law changed, as charts mark it; measures of one first day share a mark.
struct LawMark: Equatable {
  /// What the mark is called in the charts and in the table of measures.
  var number: Int
  var from: Day
  /// The last days of what ends, drawn as windows.
  var windows: [Day]
  /// Names of measures, with their last days.
  var names: [String]
  private var ends: [Day?]

  func text(_ words: Words) -> String {
    let measures = zip(names, ends).map { name, end in
      name + (end.map { " (\(words("law.until", "\($0)")))" } ?? "")
    }
    return "\(number): \(from): " + measures.joined(separator: ", ")
  }

  /// Marks of a run's changes that lie within its months, by date.
  static func marks(of results: RunResults) -> [LawMark] {
    marks(
      of: results.changes, from: results.manifest.firstDay,
      to: results.manifest.lastDay ?? results.manifest.firstDay)
  }

  /// Marks of two scenarios' changes in a comparison's months, each measure once.
  static func marks(of measures: [MeasureDates], _ results: ComparisonResults) -> [LawMark] {
    guard let first = results.months.first, let last = results.months.last else { return [] }
    let end = last.adding(months: 1) - 1
    var once: [MeasureDates] = []
    for measure in MeasureDates.changes(measures, from: first, to: end)
    where !once.contains(measure) { once.append(measure) }
    return marks(of: once, from: first, to: end)
  }

  private static func marks(
    of changes: [MeasureDates], from first: Day, to end: Day
  ) -> [LawMark] {
    var marks: [LawMark] = []
    for change in changes {
      let from = max(change.from, first)
      if marks.last?.from != from {
        marks.append(
          LawMark(number: marks.count + 1, from: from, windows: [], names: [], ends: []))
      }
      marks[marks.count - 1].names.append(change.name)
      marks[marks.count - 1].ends.append(change.until)
      if let until = change.until.map({ min($0, end) }),
        !marks[marks.count - 1].windows.contains(until)
      {
        marks[marks.count - 1].windows.append(until)
      }
    }
    return marks
  }
}
