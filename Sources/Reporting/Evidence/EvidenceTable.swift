import Results
import Statistics

/// What documents say beside what a run gives, for the terminal and for pages.
struct EvidenceTable {
  /// The facts whose dates a run covers.
  let rows: [EvidenceRow]
  let words: Words
  /// Whether replicates live in several worlds, so that what they give is a range.
  let isOverWorlds: Bool

  init(_ rows: [EvidenceRow], isOverWorlds: Bool = false, words: Words = Words()) {
    self.rows = rows.filter { $0.mean != nil }
    self.isOverWorlds = isOverWorlds
    self.words = words
  }

  private var agreeing: Int { rows.count { $0.agrees == true } }

  /// `11 of 14 facts agree`; nil where no fact lies within the run.
  var count: String? {
    if rows.isEmpty { return nil }
    if words.language != .en { return words("evidence.count", "\(agreeing)", "\(rows.count)") }
    return "\(agreeing) of \(rows.count) \(rows.count == 1 ? "fact" : "facts") "
      + (agreeing == 1 ? "agrees" : "agree")
  }

  private var hasIntervals: Bool { rows.contains { $0.known.count > 1 } }

  private var header: [String] {
    ["fact", "documented", "range", hasIntervals ? "mean" : "value"].map {
      words("evidence.\($0)")
    } + (hasIntervals ? [words(isOverWorlds ? "page.table.worlds" : "page.table.interval")] : [])
      + ["", words("evidence.use"), words("evidence.source")]
  }

  private func cells(_ row: EvidenceRow) -> [String] {
    let fact = row.fact
    let interval = interval(row)
    let text = fact.unit.text
    return [fact.fact, fact.documented, range(fact.low.map(text), fact.high.map(text))]
      + [text(row.mean)]
      + (hasIntervals
        ? [
          interval.map { "\(text($0.lowerBound)) \(words("interval.to")) \(text($0.upperBound))" }
            ?? "–"
        ]
        : [])
      + [
        words(row.agrees == true ? "evidence.agrees" : "evidence.misses"),
        words(fact.use == .set ? "evidence.set" : "evidence.free"), "\(fact.source), \(fact.id)",
      ]
  }

  /// Of the mean, for luck; or between which nine worlds in ten lie.
  private func interval(_ row: EvidenceRow) -> ClosedRange<Double>? {
    if isOverWorlds {
      guard row.known.count > 1, let ends = try? quantiles(of: row.known, at: [0.05, 0.95]) else {
        return nil
      }
      return ends[0]...ends[1]
    }
    guard let interval = try? ConfidenceInterval(ofMean: row.known) else { return nil }
    return interval.lower...interval.upper
  }

  private func markup(_ row: EvidenceRow) -> [Markup] {
    cells(row).map { text in
      let html = HTML.escaped(text.replacing(" %", with: "\u{A0}%"))
      return Markup(html: text == words("evidence.misses") ? "<b>\(html)</b>" : html)
    }
  }

  func range(_ low: String?, _ high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?): "\(low) \(words("interval.to")) \(high)"
    case (let low?, nil): words("evidence.or_more", low)
    case (nil, let high?): words("evidence.or_less", high)
    case (nil, nil): "–"
    }
  }

  /// Aligned lines for the terminal.
  var lines: [String] {
    guard let count else { return ["evidence: no documented fact lies within the run"] }
    let table = [header] + rows.map(cells)
    let widths = header.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    let lines = table.map { cells in
      let padded = zip(cells, widths).map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }.joined(separator: "  ")
      return String(padded.reversed().drop { $0 == " " }.reversed())
    }
    return ["evidence: \(count)"] + lines
  }

  /// The part of a page, with its heading; empty where no fact lies within the run.
  var html: String {
    guard let count else { return "" }
    let set = rows.count { $0.fact.use == .set }
    let share = words(set == 0 ? "evidence.set.none" : "evidence.set.some", "\(set)")
    return """
      <h2>\(HTML.escaped(words("evidence.title")))</h2>
      <p>\(HTML.escaped(words("evidence.lead", count))) \(HTML.escaped(share))</p>
      \(HTML.table(
        header: header, rows: rows.map(markup), isNumeric: false, isStacked: true))
      <p class="note">\(HTML.escaped(words("evidence.note"))) \
      \(HTML.escaped(words(
        isOverWorlds
          ? "evidence.worlds" : hasIntervals ? "evidence.intervals" : "evidence.no_interval")))</p>
      """
  }
}
