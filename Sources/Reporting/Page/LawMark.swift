import Kernel
import Results

/// A date on which the law changed, as charts mark it; measures of one first day share a mark.
struct LawMark: Equatable {
  /// What the mark is called in the charts and in the table of measures.
  var number: Int
  var from: Day
  /// The last day of what ends, drawn as a window.
  var until: Day?
  var names: [String]

  var words: String {
    "\(number): \(from)\(until.map { " to \($0)" } ?? ""): " + names.joined(separator: ", ")
  }

  /// Marks of a run's changes that lie within its months, by date.
  static func marks(of results: RunResults) -> [LawMark] {
    var marks: [LawMark] = []
    for change in results.changes {
      let from = max(change.from, results.manifest.firstDay)
      if let last = marks.indices.last, marks[last].from == from, marks[last].until == change.until
      {
        marks[last].names.append(change.name)
      } else {
        let until = change.until.map { min($0, results.manifest.lastDay ?? $0) }
        marks.append(
          LawMark(number: marks.count + 1, from: from, until: until, names: [change.name]))
      }
    }
    return marks
  }
}
