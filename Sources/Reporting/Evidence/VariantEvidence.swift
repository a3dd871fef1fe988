import Results

/// What variants give for the documented facts, where it is not what the baseline gives.
struct VariantEvidence {
  /// By fact, the baseline's first.
  private let rows: [[EvidenceRow]]
  private let titles: [String]

  /// Nil where the results hold none, or no variant differs.
  init?(_ results: ComparisonResults) {
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
      let range = EvidenceTable.range(
        fact.low.map(fact.unit.text), fact.high.map(fact.unit.text))
      return [Markup(fact.fact), Markup(range)] + row.map(Self.markup)
    }
    return """
      <h3>The same facts in the variants</h3>
      <div class="overview">\(HTML.table(
        header: ["fact", "agrees if"] + titles, rows: cells, isNumeric: true, isStacked: true))</div>
      <p class="note">Means over replicates, of the facts for which a variant gives something else than the \
      baseline. Documents tell what happened: a variant that asks what another law would have done need not \
      agree with what came after; one that assumes another past is tested by it.</p>
      """
  }

  private static func markup(_ row: EvidenceRow) -> Markup {
    let text = HTML.escaped(row.fact.unit.text(row.mean).replacing(" ", with: "\u{A0}"))
    return Markup(
      html: row.agrees == false
        ? "<span>\(text)</span> <b>misses</b>" : "<span>\(text)</span>")
  }
}
