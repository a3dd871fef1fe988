import Kernel
import Measurement
import Results

/// The page of a run: one HTML file that needs nothing else and opens offline.
package struct RunPage {
  let results: RunResults
  let families: [Family]
  let marks: [LawMark]
  let money: MoneyView

  package init(_ results: RunResults) {
    self.results = results
    families = Family.present(in: results)
    marks = LawMark.marks(of: results)
    money = MoneyView(results.money, months: results.months)
  }

  package var html: String {
    """
    <!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>\(HTML.escaped(results.about.name))</title><style>
    \(PageStyle.css)
    \(MoneyView.css)
    \(StatusFlows.css)
    \(PageStyle.print)
    </style></head><body><main>
    \(opening)
    \(money.control)
    \(cards)
    <h2>Key figures</h2>
    \(headline)
    <h2>Month by month</h2>
    <p class="note">Move over a chart, or focus it and use the arrow keys, to read its values. \
    Numbered lines mark when laws take effect, as listed below; the data can be downloaded (CSV).</p>
    \(money.note)
    <div class="charts">
    \(charts(\.isKnown))
    </div>
    \(StatusFlows(results)?.html ?? "")
    <h2>The law</h2>
    \(lawTable)
    \(EvidenceTable(results.evidence).html)
    <h2>What the series mean</h2>
    \(codebook)
    \(others)
    <details><summary>All values, month by month</summary>
    \(values)
    </details>
    <h2>How to reproduce this</h2>
    \(again)
    </main><script type="application/json" id="data">\(data)</script><script>
    \(PageStyle.script)
    </script></body></html>

    """
  }

  private var opening: String {
    let manifest = results.manifest
    let last = manifest.lastDay.map { " to \($0)" } ?? ""
    let about = results.about
    let question =
      about.question.isEmpty ? "" : "<p class=\"lead\">\(HTML.escaped(about.question))</p>"
    let partial =
      manifest.complete
      ? ""
      : "<p class=\"warn\">This run was interrupted: the page holds whole months only.</p>"
    return """
      <p class="kick">Run · \(manifest.firstDay)\(last) · scale \(RunWords.scale(manifest.scale)) \
      (\(RunWords.short(about.persons)) persons, \(RunWords.short(about.employers)) employers) · \
      seed \(manifest.seed)</p>
      <h1>\(HTML.escaped(about.name))</h1>
      \(question)
      \(partial)
      <p class="lead">\(HTML.escaped(Sentences.lead(results).replacing(" %", with: "\u{A0}%")))</p>
      """
  }

  private var cards: String {
    guard let last = results.months.last else { return "" }
    let headline = Headline(results)
    let cards = headline.rows.prefix(6).map { row in
      """
      <div class="card"><b>\(value(row, headline.months.count - 1, headline).html)</b>\
      \(label(row).html)<br><span>\(RunWords.month(last))</span></div>
      """
    }
    return "<div class=\"cards\">\(cards.joined(separator: "\n"))</div>"
  }

  private var headline: String {
    let headline = Headline(results)
    return HTML.table(
      header: [""] + headline.months.map(\.monthText),
      rows: headline.rows.map { row in
        [label(row)] + row.values.indices.map { value(row, $0, headline) }
      },
      isNumeric: true)
  }

  private func label(_ row: Headline.Row) -> Markup {
    money.markup(row.label)
  }

  /// A value of the headline in every unit, each as precise as its unit asks.
  private func value(_ row: Headline.Row, _ place: Int, _ headline: Headline) -> Markup {
    guard row.values.indices.contains(place),
      let month = results.months.firstIndex(of: headline.months[place])
    else { return Markup("–") }
    return money.markup(isMoney: row.isMoney) { unit in
      row.format.text(money.value(row.values[place], month: month, in: unit), in: unit)
    }
  }

  /// Charts of series that belong to no family.
  private var others: String {
    guard families.contains(where: { !$0.isKnown }) else { return "" }
    return """
      <details><summary>Charts of all other series</summary>
      <div class="charts">
      \(charts { !$0.isKnown })
      </div></details>
      """
  }

  private var lawTable: String {
    let rows = results.about.measures.sorted { ($0.from, $0.name) < ($1.from, $1.name) }
    if rows.isEmpty { return "<p>No measure beside the tables of the country.</p>" }
    return HTML.table(
      header: ["mark", "measure", "kind", "holds"],
      rows: rows.map { measure in
        let mark = marks.first { $0.names.contains(measure.name) }
        let until = measure.until.map { "\(measure.from) to \($0)" } ?? "from \(measure.from)"
        return [mark.map { "\($0.number)" } ?? "–", measure.name, measure.kind, until]
      }, isNumeric: false)
  }

  private var codebook: String {
    HTML.table(
      header: ["series", "unit", "how it is computed", ""],
      rows: results.indicators.map { indicator in
        [
          indicator.name, money.text(indicator.unit, in: .own), indicator.formula,
          indicator.perspective == .official ? "as the state sees it" : "as it is",
        ]
      }, isNumeric: false)
  }

  private var values: String {
    let formats = results.indicators.map(ValueFormat.init(of:))
    return HTML.table(
      header: ["month"] + results.indicators.map(\.name),
      rows: zip(results.months, results.national).map { month, row in
        [month.monthText] + zip(formats, row).map { format, value in format.text(value) }
      }, isNumeric: true)
  }

  private var data: String {
    let months = JSON.array(results.months.map { .text($0.monthText) })
    return HTML.script(JSON.object([("months", months), ("charts", .array(chartData))]))
  }

  private var again: String {
    let manifest = results.manifest
    let until = manifest.lastDay.map { " --until \($0)" } ?? ""
    let facts = [
      ("digest", manifest.digest + (results.isChecked ? "" : "; " + RunWords.unchecked)),
      ("scenario", "\(manifest.scenario), SHA-256 \(manifest.scenarioSHA256)"),
      ("Kosh", "\(manifest.version), commit \(manifest.commit), \(manifest.toolchain)"),
      ("machine", manifest.machine),
      ("threads", "\(manifest.threads) (they change only the time)"),
      (
        "time",
        "population \(RunWords.seconds(manifest.populationSeconds)), burn-in "
          + "\(RunWords.seconds(manifest.burnInSeconds)), \(NumberText.grouped(results.dayCount)) "
          + "days \(RunWords.seconds(manifest.dayLoopSeconds))"
      ),
      (
        "work",
        "\(NumberText.grouped(manifest.events)) events, "
          + "\(NumberText.grouped(manifest.personDays)) person-days, "
          + "\(RunWords.bytes(manifest.peakMemoryBytes)) of memory"
      ),
      ("audits", manifest.audits == 0 ? "none" : "\(manifest.audits), all in balance"),
    ]
    return """
      <p>In this folder: <code>kosh run scenario.yaml\(until)</code> gives the same digest, with any \
      number of threads, on any machine.</p>
      <div class="facts">
      \(HTML.table(header: ["", "this run"], rows: facts.map { [$0.0, $0.1] }, isNumeric: false))
      </div>
      """
  }
}
