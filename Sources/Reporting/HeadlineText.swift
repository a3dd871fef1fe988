import Kernel
import Results

/// What `kosh run` prints when a run has ended.
package enum HeadlineText {
  private static let labelWidth = 37
  private static let columnWidth = 11
  private static let lineWidth = 98

  /// The whole text, ended by a line feed. The last line is where the page lies.
  ///
  /// - Parameter withEvidence: whether the evidence is told fact by fact, or only how much of it agrees.
  package static func text(
    _ results: RunResults, page: String, withEvidence: Bool = false
  ) -> String {
    var lines = [title(results)]
    lines += law(results)
    lines.append("")
    lines += table(Headline(results), currency: results.money.currency.code)
    lines.append("")
    lines += evidence(results, page: page, isWhole: withEvidence)
    let manifest = results.manifest
    let outside = RunWords.daysOfNoMonth(
      results.months, from: manifest.firstDay, to: manifest.lastDay)
    if let outside { lines.append(outside + " (daily.csv does)") }
    if !results.isChecked { lines.append(RunWords.unchecked) }
    if !results.manifest.complete { lines.append(interruption(results)) }
    lines.append(costs(results.manifest, dayCount: results.dayCount))
    lines.append(page)
    return lines.joined(separator: "\n") + "\n"
  }

  static func title(_ results: RunResults) -> String {
    let manifest = results.manifest
    let about = results.about
    let last = manifest.lastDay.map { " to \($0)" } ?? ""
    return "\(about.name)   \(manifest.firstDay)\(last)   scale \(RunWords.scale(manifest.scale)) "
      + "(\(RunWords.short(about.persons)) persons, \(RunWords.short(about.employers)) employers)"
      + "   seed \(manifest.seed)"
  }

  /// What the law changed during the run, wrapped between measures.
  static func law(_ results: RunResults) -> [String] {
    let changes = results.changes.map { "\($0.name) \(RunWords.dates($0))" }
    if changes.isEmpty { return ["law: unchanged"] }
    var lines: [String] = []
    var line = "law: "
    for (number, change) in changes.enumerated() {
      let isFirst = number == 0
      if !isFirst, line.count + change.count + 3 > lineWidth {
        lines.append(line + " ·")
        line = "     " + change
      } else {
        line += (isFirst ? "" : " · ") + change
      }
    }
    return lines + [line]
  }

  static func table(_ headline: Headline, currency: String) -> [String] {
    if headline.months.isEmpty { return ["no whole month was simulated"] }
    func right(_ text: String) -> String {
      String(repeating: " ", count: max(1, columnWidth - text.count)) + text
    }
    func left(_ text: String) -> String {
      text + String(repeating: " ", count: max(0, labelWidth - text.count))
    }
    let header = left("") + headline.months.map { right($0.monthText) }.joined()
    let rows = headline.rows.map { row in
      left(row.label.text(money: currency)) + row.values.map { right(row.format.text($0)) }.joined()
    }
    return [header] + rows
  }

  private static func evidence(
    _ results: RunResults, page: String, isWhole: Bool
  ) -> [String] {
    if results.evidence.isEmpty { return [] }
    let table = EvidenceTable(results.evidence)
    if isWhole { return table.lines + [""] }
    let folder = page.hasSuffix("/report.html") ? String(page.dropLast(12)) : page
    return table.count.map { ["evidence: \($0) (kosh report \(folder) for the table)"] } ?? []
  }

  private static func interruption(_ results: RunResults) -> String {
    let last = results.manifest.lastDay?.description ?? "none"
    return "interrupted: the files hold whole months only, the last day in them is \(last)"
  }

  private static func costs(_ manifest: Manifest, dayCount: Int) -> String {
    let threads = manifest.threads == 1 ? "1 thread" : "\(manifest.threads) threads"
    let events = NumberText.fixed(Double(manifest.events) / 1e6, decimals: 1)
    let books = manifest.audits > 0 ? "books balance" : "books not checked"
    return "\(NumberText.grouped(dayCount)) days in \(RunWords.seconds(manifest.dayLoopSeconds)) "
      + "on \(threads), \(events) m events, \(RunWords.bytes(manifest.peakMemoryBytes))   \(books)"
      + "   digest \(RunWords.short(digest: manifest.digest))"
  }
}
