import Kernel
import Results

/// Phrases about a run that the terminal and the page share.
package enum RunWords {
  /// `1:10`, or a plain factor where a simulated person stands for no whole number of real ones.
  package static func scale(_ scale: Double) -> String {
    let weight = 1 / scale
    return abs(weight - weight.rounded()) < 1e-9 * weight
      ? "1:\(NumberText.shortest(weight.rounded()))" : NumberText.shortest(scale)
  }

  /// A number of things, short: `7.61 m`, `712 k`, `8,120`.
  package static func short(_ number: Int) -> String {
    switch number {
    case 1_000_000...: NumberText.fixed(Double(number) / 1e6, decimals: 2) + " m"
    case 100_000...: NumberText.fixed(Double(number) / 1e3, decimals: 0) + " k"
    default: NumberText.grouped(number)
    }
  }

  package static func bytes(_ bytes: Int) -> String {
    let mebibytes = Double(bytes) / 1_048_576
    return mebibytes < 1000
      ? NumberText.fixed(mebibytes, decimals: 0) + " MiB"
      : NumberText.fixed(mebibytes / 1024, decimals: 2) + " GiB"
  }

  package static func seconds(_ seconds: Double) -> String {
    NumberText.fixed(seconds, decimals: seconds < 10 ? 2 : 1) + " s"
  }

  /// The two ends of a digest: enough to tell two apart by eye.
  package static func short(digest: String) -> String {
    digest.count > 8 ? "\(digest.prefix(4))…\(digest.suffix(4))" : digest
  }

  /// `January 2005`.
  package static func month(_ month: Day) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let date = month.civil
    return "\(names[date.month - 1]) \(date.year)"
  }

  /// Days after the last whole month, which no table of months holds; nil where there are none.
  package static func daysOfNoMonth(
    _ months: [Day], from first: Day, to last: Day?
  ) -> String? {
    let start = max(first, months.last.map { $0.adding(months: 1) } ?? first)
    guard let last, last >= start else { return nil }
    let days = start == last ? "\(start) was" : "\(start) to \(last) were"
    return "\(days) simulated too, but the month is not whole: no table of months holds it"
  }

  /// What is said of results that an earlier version wrote, without checksums.
  static let unchecked =
    "results.sqlite has no checksums: whether its numbers are still those of the digest is not known"

  /// When a measure holds: `2020-08-01 to 2020-12-31`, or its first day alone.
  package static func dates(_ measure: MeasureDates) -> String {
    measure.until.map { "\(measure.from) to \($0)" } ?? measure.from.description
  }
}

extension RunResults {
  /// The measures that begin or end while results are kept, by date: what the law changed in the run. What
  /// held all the time is not news.
  package var changes: [MeasureDates] {
    guard let last = manifest.lastDay else { return [] }
    return MeasureDates.changes(about.measures, from: manifest.firstDay, to: last)
  }

  /// Days whose results are kept.
  package var dayCount: Int { manifest.lastDay.map { $0 - manifest.firstDay + 1 } ?? 0 }
}

extension MeasureDates {
  /// Those that begin or end between two days, by date.
  static func changes(
    _ measures: [MeasureDates], from first: Day, to last: Day
  ) -> [MeasureDates] {
    measures
      .filter { measure in
        let begins = measure.from > first && measure.from <= last
        let ends = measure.until.map { $0 >= first && $0 < last } ?? false
        return begins || ends
      }
      .sorted { ($0.from, $0.name) < ($1.from, $1.name) }
  }
}
