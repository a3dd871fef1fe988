import Results
import Statistics

/// What documents say beside what a run gives, for the terminal and for pages.
struct EvidenceTable {
  /// The facts whose dates a run covers.
  let rows: [EvidenceRow]

  init(_ rows: [EvidenceRow]) { self.rows = rows.filter { $0.mean != nil } }

  private var agreeing: Int { rows.count { $0.agrees == true } }

  /// `11 of 14 facts agree`; nil where no fact lies within the run.
  var count: String? {
    rows.isEmpty
      ? nil
      : "\(agreeing) of \(rows.count) \(rows.count == 1 ? "fact" : "facts") "
        + (agreeing == 1 ? "agrees" : "agree")
  }

  private var hasIntervals: Bool { rows.contains { $0.known.count > 1 } }

  private var header: [String] {
    ["fact", "documented", "agrees if", hasIntervals ? "model's mean" : "model's"]
      + (hasIntervals ? ["95 % interval"] : []) + ["", "use", "source"]
  }

  private func cells(_ row: EvidenceRow) -> [String] {
    let fact = row.fact
    let interval = try? ConfidenceInterval(ofMean: row.known)
    let text = fact.unit.text
    return [fact.fact, fact.documented, Self.range(fact.low.map(text), fact.high.map(text))]
      + [text(row.mean)]
      + (hasIntervals
        ? [interval.map { "\(text($0.lower)) to \(text($0.upper))" } ?? "–"] : [])
      + [
        row.agrees == true ? "agrees" : "misses",
        fact.use == .set ? "used for calibration" : "not used", "\(fact.source), \(fact.id)",
      ]
  }

  private func markup(_ row: EvidenceRow) -> [Markup] {
    cells(row).map { text in
      let html = HTML.escaped(text.replacing(" %", with: "\u{A0}%"))
      return Markup(html: text == "misses" ? "<b>\(html)</b>" : html)
    }
  }

  static func range(_ low: String?, _ high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?): "\(low) to \(high)"
    case (let low?, nil): "\(low) or more"
    case (nil, let high?): "\(high) or less"
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
    let share =
      set == 0
      ? "None of them was used for calibration."
      : "\(set == 1 ? "One" : "\(set)") of them \(set == 1 ? "was" : "were") used for calibration, which is no test of the model; "
        + "the others were not used."
    return """
      <h2>Evidence</h2>
      <p>\(count) with what documents say. \(share)</p>
      \(HTML.table(
        header: header, rows: rows.map(markup), isNumeric: false, isStacked: true))
      <p class="note">What agrees was written down before the comparison, in the scenario's table \
      <code>evidence</code>; the simulated world never reads it. \
      \(hasIntervals
        ? "Intervals are Student's, of the mean over replicates: what chance leaves open."
        : "One replicate has no interval; <code>--replicates</code> gives one.")</p>
      """
  }
}
