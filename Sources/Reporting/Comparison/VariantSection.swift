import Kernel
import Measurement
import Results

/// What one variant does, as a part of the page.
struct VariantSection {
  private let results: ComparisonResults
  private let variant: Int
  private let rows: [OutcomeRow]
  private let marks: [LawMark]

  init(_ results: ComparisonResults, variant: Int) {
    self.results = results
    self.variant = variant
    rows = OutcomeRow.rows(results, variant: variant)
    marks = LawMark.marks(
      of: results.scenarios[variant].measures + results.scenarios[0].measures, results)
  }

  private var scenario: ComparedScenario { results.scenarios[variant] }

  var html: String {
    """
    <section>
    <h2>\(HTML.escaped(scenario.title))</h2>
    \(scenario.question.isEmpty ? "" : "<p>\(HTML.escaped(scenario.question))</p>")
    <p class="lead">\(HTML.escaped(ComparisonSentences.lead(results, variant)))</p>
    \(cards)
    \(table)
    <h3>Over time</h3>
    <p class="note">The band is the 95 % interval of the difference. Numbers above a chart are dates of \
    the law, listed below. Move over a chart, or focus it and use the arrow keys, to read its values.</p>
    <div class="charts pairs">
    \(charts)
    </div>
    \(TileMap(results, variant: variant)?.html ?? "")
    \(GainsAndLosses(results, variant: variant)?.html ?? "")
    <h3>The law</h3>
    \(law)
    </section>
    """
  }

  private var cards: String {
    let cards = rows.filter { $0.estimate.isClear }.prefix(4).map { row in
      """
      <div class="card"><b>\(row.format.difference(row.estimate.difference))</b>\
      \(HTML.escaped(row.label))<br><span>95 % interval \
      \(row.format.interval(row.estimate.lower, row.estimate.upper))</span></div>
      """
    }
    return cards.isEmpty ? "" : "<div class=\"cards\">\(cards.joined(separator: "\n"))</div>"
  }

  private var table: String {
    HTML.table(
      header: ["", "baseline", "variant", "difference", "95 % interval", "relative", "pairing"],
      rows: rows.map { row in
        let estimate = row.estimate
        return [
          row.label, row.format.text(estimate.base), row.format.text(estimate.variant),
          row.format.difference(estimate.difference),
          row.format.interval(estimate.lower, estimate.upper),
          ValueFormat.relative(estimate.relative(estimate.difference)),
          estimate.pairingGain.map { "×" + ComparisonWords.factor($0) } ?? "–",
        ]
      }, isNumeric: true, isStacked: true)
        + """
        <p class="note">The variant \(HTML.escaped(ComparisonWords.since(results, variant))). \
        “Pairing” is by how much common luck cuts the variance of the difference, and so the replicates \
        needed.</p>
        """
  }

  /// Two charts an outcome: both levels, and their difference with its interval.
  private var charts: String {
    rows.enumerated().flatMap { place, row -> [String] in
      guard let (levels, difference) = series(row) else { return [] }
      let number = firstChart + 2 * place
      let unit = indicator(row).unit
      let names = [results.scenarios[0].title, scenario.title]
      return [
        LineChart(
          number: number, title: capitalised(row.label), months: results.months,
          indicators: names.map { Indicator($0, unit: unit, "") }, series: levels, marks: marks
        ).html,
        LineChart(
          number: number + 1, title: "Difference: \(row.label)", months: results.months,
          indicators: [Indicator("difference", unit: differenceUnit(unit), "")],
          series: [difference.map(\.difference)], marks: marks,
          band: difference.map { estimate in
            guard let lower = estimate.lower, let upper = estimate.upper else { return nil }
            return lower...upper
          }
        ).html,
      ]
    }.joined(separator: "\n")
  }

  private func differenceUnit(_ unit: String) -> String {
    unit.hasPrefix("share") ? unit + " points" : unit
  }

  /// Charts are numbered through the whole page.
  private var firstChart: Int {
    (1..<variant).reduce(0) { $0 + 2 * OutcomeRow.rows(results, variant: $1).count }
  }

  private func indicator(_ row: OutcomeRow) -> Indicator {
    results.indicators.first { $0.name == row.indicator }
      ?? Indicator(row.indicator, unit: "", "")
  }

  private func series(_ row: OutcomeRow) -> (levels: [[Double?]], difference: [Estimate])? {
    guard let effect = results.effect(row.indicator, variant: variant) else { return nil }
    let estimates = results.months.map { effect.estimate($0.monthText) ?? Estimate() }
    return ([estimates.map(\.base), estimates.map(\.variant)], estimates)
  }

  /// Texts for the script, in the order of the charts.
  var chartData: [JSON] {
    rows.flatMap { row -> [JSON] in
      guard let (levels, difference) = series(row) else { return [] }
      let format = ValueFormat(of: indicator(row))
      let unit = format == .percent ? "" : indicator(row).unit
      func entry(_ name: String, _ texts: [String]) -> JSON {
        .object([
          ("name", .text(name)), ("unit", .text(unit)), ("text", .array(texts.map(JSON.text))),
        ])
      }
      return [
        .array(
          zip([results.scenarios[0].title, scenario.title], levels).map { name, values in
            entry(name, values.map(format.text))
          }),
        .array([
          entry(
            "difference",
            difference.map { estimate in
              format.difference(estimate.difference)
                + (estimate.lower == nil
                  ? "" : " (\(format.interval(estimate.lower, estimate.upper)))")
            })
        ]),
      ]
    }
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

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
