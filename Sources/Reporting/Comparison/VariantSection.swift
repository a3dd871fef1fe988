import Kernel
import Measurement
import Results

/// What one variant does, as a part of the page.
struct VariantSection {
  let results: ComparisonResults
  let variant: Int
  let rows: [OutcomeRow]
  let marks: [LawMark]
  let money: MoneyView

  init(_ results: ComparisonResults, variant: Int) {
    self.results = results
    self.variant = variant
    money = MoneyView(results.money, months: results.months)
    rows = OutcomeRow.rows(results, variant: variant)
    marks = LawMark.marks(
      of: results.scenarios[variant].measures + results.scenarios[0].measures, results)
  }

  var scenario: ComparedScenario { results.scenarios[variant] }

  var html: String {
    """
    <section>
    <h2>\(HTML.escaped(scenario.title))</h2>
    \(scenario.question.isEmpty ? "" : "<p>\(HTML.escaped(scenario.question))</p>")
    <p class="lead">\(HTML.escaped(ComparisonSentences.lead(results, variant)))</p>
    \(cards)
    \(table)
    <h3>Over time</h3>
    <p class="note">The band is \(ComparisonWords.range(results.manifest)) of the difference. Numbers above a chart are dates of \
    the law, listed below. Move over a chart, or focus it and use the arrow keys, to read its values; CSV is its numbers.</p>
    <div class="charts pairs">
    \(charts)
    </div>
    \(TileMap(results, variant: variant)?.html ?? "")
    \(GainsAndLosses(results, variant: variant)?.html ?? "")
    \(flows)
    \(costs)
    <h3>The law</h3>
    \(law)
    </section>
    """
  }

  /// What a reader sees of an outcome in each unit of money: its mean over the months that differ.
  private func markup(_ row: OutcomeRow, _ text: (Estimate, MoneyUnit) -> String) -> Markup {
    money.markup(isMoney: row.isMoney) { text(estimate(row, in: $0), $0) }
  }

  private func estimate(_ row: OutcomeRow, in unit: MoneyUnit) -> Estimate {
    results.effect(row.indicator, variant: variant, in: unit)?.estimate(Effect.after)
      ?? Estimate()
  }

  /// What it does to each outcome, for the table of all variants.
  var differences: [Markup] {
    rows.map { row in
      money.choice(isMoney: row.isMoney) { unit in
        let estimate = estimate(row, in: unit)
        let text = HTML.escaped(row.format.difference(estimate.difference))
        let isOpen = !estimate.isClear && estimate.difference != 0
        return Markup(
          html: isOpen
            ? "<span><span class=\"open\">\(text)</span> ?</span>" : "<span>\(text)</span>")
      }
    }
  }

  private func label(_ row: OutcomeRow) -> Markup {
    money.markup(row.label)
  }

  private var cards: String {
    let findings = ComparisonFindings(results)
    let told = rows.filter { findings.verdict($0.indicator, variant: variant) == .told }
    let cards = told.prefix(4).map { row in
      """
      <div class="card"><b>\(markup(row) { estimate, _ in row.format.difference(estimate.difference) }.html)</b>\
      \(label(row).html)<br><span>\(ComparisonWords.range(results.manifest)) \
      \(markup(row) { estimate, _ in row.format.interval(estimate.range) }.html)</span></div>
      """
    }
    return cards.isEmpty ? "" : "<div class=\"cards\">\(cards.joined(separator: "\n"))</div>"
  }

  private var table: String {
    let isOverWorlds = results.manifest.isOverWorlds
    return HTML.table(
      header: [
        "", "baseline", "variant", "difference", ComparisonWords.rangeHeading(results.manifest),
        "relative", isOverWorlds ? "worlds agree" : "pairing",
      ],
      rows: rows.map { row in
        [
          label(row), markup(row) { row.format.text($0.base, in: $1) },
          markup(row) { row.format.text($0.variant, in: $1) },
          markup(row) { estimate, _ in row.format.difference(estimate.difference) },
          markup(row) { estimate, _ in row.format.interval(estimate.range) },
          markup(row) { estimate, _ in
            ValueFormat.relative(estimate.relative(estimate.difference))
          },
          Markup(
            isOverWorlds
              ? ComparisonWords.agreement(row.estimate)
              : row.estimate.pairingGain.map { "×" + ComparisonWords.factor($0) } ?? "–"),
        ]
      }, isNumeric: true, isStacked: true)
        + """
        <p class="note">The variant \(HTML.escaped(ComparisonWords.since(results, variant))). \
        \(isOverWorlds ? ComparisonWords.worldsNote : ComparisonWords.pairingNote)</p>
        """
  }

  /// The measures of both, by date, and which of the two has them.
  private var law: String {
    let base = results.scenarios[0].measures
    let all = (base + scenario.measures.filter { !base.contains($0) })
      .sorted { ($0.from, $0.name) < ($1.from, $1.name) }
    if all.isEmpty { return "<p>No measure beside the tables of the country.</p>" }
    return HTML.table(
      header: ["mark", "measure", "kind", "holds", "in"],
      rows: all.map { measure in
        let mark = marks.first { $0.names.contains(measure.name) && $0.from == measure.from }
        let until = measure.until.map { "\(measure.from) to \($0)" } ?? "from \(measure.from)"
        let (inBase, inVariant) = (base.contains(measure), scenario.measures.contains(measure))
        return [
          mark.map { "\($0.number)" } ?? "–", measure.name, measure.kind, until,
          inBase ? inVariant ? "both" : "baseline" : "variant",
        ]
      }, isNumeric: false)
  }
}
