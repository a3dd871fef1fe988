import Kernel
import Measurement
import Results

/// The page of a run: one HTML file that needs nothing else and opens offline.
package struct RunPage {
  let results: RunResults
  let families: [Family]
  let marks: [LawMark]
  let money: MoneyView
  let words: Words

  package init(_ results: RunResults, words: Words = Words()) {
    self.results = results
    self.words = words
    families = Family.present(in: results)
    marks = LawMark.marks(of: results)
    money = MoneyView(results.money, months: results.months, words: words)
  }

  package var html: String {
    """
    <!doctype html><html lang="\(words.language.rawValue)"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>\(HTML.escaped(results.about.name))</title><style>
    \(PageStyle.css)
    \(FirstScreen.css)
    \(MoneyView.css)
    \(StatusFlows.css)
    \(PageStyle.print)
    </style></head><body><main>
    \(RunScreen(results: results, marks: marks, words: words).html)
    \(kick)
    \(money.control)
    \(heading("page.other_outcomes"))
    \(headline)
    \(heading("run.months"))
    <p class="note">\(say("run.months.note"))</p>
    \(money.note)
    <div class="charts">
    \(charts(\.isKnown))
    </div>
    \(StatusFlows(results, words: words)?.html ?? "")
    \(heading("page.law"))
    \(lawTable)
    \(EvidenceTable(results.evidence, words: words).html)
    \(heading("run.series"))
    \(codebook)
    \(others)
    <details><summary>\(say("run.values"))</summary>
    \(values)
    </details>
    \(heading("page.glossary"))
    \(Glossary(words: words).html)
    \(heading("page.reproduce"))
    \(again)
    </main><script type="application/json" id="data">\(data)</script><script>
    \(PageStyle.script)
    </script></body></html>

    """
  }

  private func say(_ key: String) -> String { HTML.escaped(words(key)) }

  private func heading(_ key: String) -> String { "<h2>\(say(key))</h2>" }

  private var kick: String {
    let manifest = results.manifest
    let about = results.about
    let text = words(
      "run.made_from", "\(manifest.firstDay)", manifest.lastDay.map { "\($0)" } ?? "–",
      RunWords.scale(manifest.scale), words.digits(NumberText.grouped(about.persons)),
      words.digits(NumberText.grouped(about.employers)), "\(manifest.seed)")
    return "<p class=\"kick\">\(HTML.escaped(about.name)) · \(HTML.escaped(text))</p>"
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
    money.markup(isMoney: row.isMoney) { unit in
      words.label(row.label, of: row.indicator, money: money.word(unit))
    }
  }

  /// A value of the headline in every unit, each as precise as its unit asks.
  private func value(_ row: Headline.Row, _ place: Int, _ headline: Headline) -> Markup {
    guard row.values.indices.contains(place),
      let month = results.months.firstIndex(of: headline.months[place])
    else { return Markup("–") }
    return money.markup(isMoney: row.isMoney) { unit in
      words.digits(
        row.format.text(money.value(row.values[place], month: month, in: unit), in: unit))
    }
  }

  /// Charts of series that belong to no family.
  private var others: String {
    guard families.contains(where: { !$0.isKnown }) else { return "" }
    return """
      <details><summary>\(say("run.other_series"))</summary>
      <div class="charts">
      \(charts { !$0.isKnown })
      </div></details>
      """
  }

  private var lawTable: String {
    let rows = results.about.measures.sorted { ($0.from, $0.name) < ($1.from, $1.name) }
    if rows.isEmpty { return "<p>\(say("page.law.none"))</p>" }
    return HTML.table(
      header: ["mark", "kind", "measure", "in_force"].map { words("page.law.\($0)") },
      rows: rows.map { measure in
        let mark = marks.first { $0.names.contains(measure.name) }
        let dates =
          measure.until.map { words("law.dates", "\(measure.from)", "\($0)") }
          ?? words("law.from", "\(measure.from)")
        return [
          mark.map { "\($0.number)" } ?? "–", words.name("lever.\(measure.kind)"), measure.name,
          dates,
        ]
      }, isNumeric: false)
  }

  /// How each series is computed is said in English alone, as in the files.
  private var codebook: String {
    let heads = ["column", "name", "unit"] + (words.language == .en ? ["formula"] : []) + ["who"]
    let header: [String] = heads.map { words("run.series.\($0)") }
    let rows: [[String]] = results.indicators.map { indicator in
      var row = [
        indicator.name, words.indicator(indicator),
        words.unit(money.text(indicator.unit, in: .own)),
      ]
      if words.language == .en { row.append(indicator.formula) }
      let who = indicator.perspective == .official ? "official" : "actual"
      row.append(words("run.series.\(who)"))
      return row
    }
    return HTML.table(header: header, rows: rows, isNumeric: false)
  }

  private var values: String {
    let formats = results.indicators.map(ValueFormat.init(of:))
    return HTML.table(
      header: [words("run.month")] + results.indicators.map(\.name),
      rows: zip(results.months, results.national).map { month, row in
        [month.monthText]
          + zip(formats, row).map { format, value in words.digits(format.text(value)) }
      }, isNumeric: true)
  }

  private var data: String {
    let months = JSON.array(results.months.map { .text($0.monthText) })
    return HTML.script(JSON.object([("months", months), ("charts", .array(chartData))]))
  }

  private var again: String {
    let manifest = results.manifest
    let until = manifest.lastDay.map { " --until \($0)" } ?? ""
    func number(_ value: Int) -> String { words.digits(NumberText.grouped(value)) }
    func seconds(_ value: Double) -> String { words.digits(NumberText.fixed(value, decimals: 1)) }
    let facts: [(String, String)] = [
      (
        words("page.files.whole"),
        manifest.digest + (results.isChecked ? "" : "; " + words("page.unchecked"))
      ),
      (words("page.files.scenario"), "\(manifest.scenario), SHA-256 \(manifest.scenarioSHA256)"),
      ("Kosh", "\(manifest.version), \(manifest.commit), \(manifest.toolchain)"),
      (words("run.made.machine"), manifest.machine),
      (words("run.made.threads"), words("run.made.threads.note", "\(manifest.threads)")),
      (
        words("run.made.time"),
        words(
          "run.made.time.note", seconds(manifest.populationSeconds),
          seconds(manifest.burnInSeconds), number(results.dayCount),
          seconds(manifest.dayLoopSeconds))
      ),
      (
        words("run.made.work"),
        words(
          "run.made.work.note", number(manifest.events), number(manifest.personDays),
          words.digits(NumberText.fixed(Double(manifest.peakMemoryBytes) / 1_048_576, decimals: 0)))
      ),
      (
        words("run.made.audits"),
        manifest.audits == 0
          ? words("value.none") : words("run.made.audits.note", number(manifest.audits))
      ),
    ]
    return """
      <p><code>kosh run scenario.yaml\(until)</code> \(say("run.same_digest"))</p>
      <div class="facts">
      \(HTML.table(
        header: ["", words("run.made")], rows: facts.map { [$0.0, $0.1] }, isNumeric: false))
      </div>
      """
  }
}
