import Results

/// What variants give for the documented facts, where it is not what the baseline gives.
struct VariantEvidence {
  /// By fact, the baseline's first.
  private let rows: [[EvidenceRow]]
  private let titles: [String]
  private let words: Words

  /// Nil where the results hold none, or no variant differs.
  init?(_ results: ComparisonResults, words: Words = Words()) {
    self.words = words
    titles = results.scenarios.map(\.title)
    let scenarios = [results.evidence] + results.variantEvidence
    guard scenarios.allSatisfy({ $0.count == results.evidence.count }) else { return nil }
    rows = results.evidence.indices.map { fact in scenarios.map { $0[fact] } }
      .filter { row in row.contains { $0.mean != row[0].mean } }
    if rows.isEmpty { return nil }
  }

  var html: String {
    let cells = rows.map { row in
      let fact = row[0].fact
      let range = EvidenceTable([], words: words).range(
        fact.low.map(fact.unit.text), fact.high.map(fact.unit.text))
      return [Markup(fact.fact), Markup(range)] + row.map(markup)
    }
    return """
      <h3>\(HTML.escaped(words("evidence.variants")))</h3>
      <div class="overview">\(HTML.table(
        header: [words("evidence.fact"), words("evidence.range")] + titles, rows: cells, isNumeric: true, isStacked: true))</div>
      <p class="note">\(HTML.escaped(words("evidence.variants.note")))</p>
      """
  }

  private func markup(_ row: EvidenceRow) -> Markup {
    let text = HTML.escaped(row.fact.unit.text(row.mean).replacing(" ", with: "\u{A0}"))
    return Markup(
      html: row.agrees == false
        ? "<span>\(text)</span> <b>\(HTML.escaped(words("evidence.misses")))</b>"
        : "<span>\(text)</span>")
  }
}
