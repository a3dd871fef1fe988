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
  let words: Words

  init(_ results: ComparisonResults, variant: Int, words: Words) {
    self.results = results
    self.variant = variant
    self.words = words
    money = MoneyView(results.money, months: results.months, words: words)
    rows = OutcomeRow.rows(results, variant: variant)
    marks = LawMark.marks(
      of: results.scenarios[variant].measures + results.scenarios[0].measures, results)
  }

  var scenario: ComparedScenario { results.scenarios[variant] }

  /// What a policy does beyond the first screen; where there are several, its own first screen too.
  var html: String {
    """
    <section>
    \(opening)
    \(GainsAndLosses(results, variant: variant, words: words)?.html ?? "")
    \(TileMap(results, variant: variant, words: words)?.html ?? "")
    \(PublicMoney(results, variant: variant, words: words)?.html ?? "")
    <h3>\(HTML.escaped(words("page.other_outcomes")))</h3>
    \(table)
    <h3>\(HTML.escaped(words("page.over_time")))</h3>
    <p class="note">\(HTML.escaped(words(
      results.manifest.isOverWorlds ? "page.over_time.worlds" : "page.over_time.note")))</p>
    <div class="charts pairs">
    \(charts)
    </div>
    <div class="flows-part">\(flows)</div>
    \(costs)
    \(DecidingWords(results, variant: variant).html(words))
    <div class="law"><h3>\(HTML.escaped(words("page.law")))</h3>
    \(law)</div>
    </section>
    """
  }

  /// For two pages of paper.
  var brief: String {
    """
    <section>
    \(opening)
    \(GainsAndLosses(results, variant: variant, words: words)?.html ?? "")
    \(PublicMoney(results, variant: variant, words: words)?.html ?? "")
    </section>
    """
  }

  private var opening: String {
    results.scenarios.count == 2
      ? "" : FirstScreen(results, variant: variant, words: words, isPart: true).html
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
        let text = HTML.escaped(difference(row, estimate))
        let isOpen = !estimate.isClear && estimate.difference != 0
        return Markup(
          html: isOpen
            ? "<span><span class=\"open\">\(text)</span> ?</span>" : "<span>\(text)</span>")
      }
    }
  }

  private func difference(_ row: OutcomeRow, _ estimate: Estimate) -> String {
    let text = row.format.difference(estimate.difference)
    return words.digits(text.replacing(" pts", with: " " + words("unit.points")))
  }

  private func label(_ row: OutcomeRow) -> Markup {
    money.markup(row)
  }

  private var table: String {
    let isOverWorlds = results.manifest.isOverWorlds
    let heads =
      (["base", "policy", "change", rangeName, "relative"] + (isOverWorlds ? ["agree"] : []))
      .map { words("page.table.\($0)") }
    return HTML.table(
      header: [""] + heads,
      rows: rows.map { row in
        [
          label(row), markup(row) { words.digits(row.format.text($0.base, in: $1)) },
          markup(row) { words.digits(row.format.text($0.variant, in: $1)) },
          markup(row) { estimate, _ in difference(row, estimate) },
          markup(row) { estimate, _ in words.interval(row.format, estimate) },
          markup(row) { estimate, _ in
            words.digits(ValueFormat.relative(estimate.relative(estimate.difference)))
          },
        ] + (isOverWorlds ? [Markup(agreement(row.estimate))] : [])
      }, isNumeric: true, isStacked: true)
      + "<p class=\"note\">\(HTML.escaped(averages))</p>"
  }

  /// What ranges hold: the last part of their head's key.
  var rangeName: String { results.manifest.isOverWorlds ? "worlds" : "interval" }

  private func agreement(_ estimate: Estimate) -> String {
    estimate.overWorlds.map { words("sure.worlds", "\($0.sameSign)", "\($0.worlds)") } ?? "–"
  }

  var averages: String {
    scenario.firstDifference.map { words("page.table.note", words.since($0)) }
      ?? words("answer.nothing")
  }

  /// The measures of both, by date, and which of the two has them.
  private var law: String {
    let base = results.scenarios[0].measures
    let all = (base + scenario.measures.filter { !base.contains($0) })
      .sorted { ($0.from, $0.name) < ($1.from, $1.name) }
    if all.isEmpty { return "<p>\(HTML.escaped(words("page.law.none")))</p>" }
    return HTML.table(
      header: ["mark", "measure", "kind", "in_force", "applies_to"].map {
        words("page.law.\($0)")
      },
      rows: all.map { measure in
        let mark = marks.first { $0.names.contains(measure.name) && $0.from == measure.from }
        let until = measure.until.map { "\(measure.from) – \($0)" } ?? "\(measure.from) –"
        let (inBase, inVariant) = (base.contains(measure), scenario.measures.contains(measure))
        return [
          mark.map { "\($0.number)" } ?? "–", measure.name, words.name("lever.\(measure.kind)"),
          until,
          words("page.law." + (inBase ? inVariant ? "both" : "base" : "policy")),
        ]
      }, isNumeric: false)
  }
}
