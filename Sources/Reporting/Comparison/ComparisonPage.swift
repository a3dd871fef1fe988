import Kernel
import Measurement
import Results

/// The page of a comparison: one HTML file that needs nothing else and opens offline.
///
/// Made from the results alone, and from nothing that depends on the machine or the time, so that a rebuilt
/// page has the same bytes.
package struct ComparisonPage {
  let results: ComparisonResults
  let words: Words
  /// Two pages of paper: the first screen, winners and losers, public money.
  let isBrief: Bool

  package init(_ results: ComparisonResults, words: Words = Words(), isBrief: Bool = false) {
    self.results = results
    self.words = words
    self.isBrief = isBrief
  }

  package var html: String {
    let sections = (1..<results.scenarios.count).map {
      VariantSection(results, variant: $0, words: words)
    }
    return """
      <!doctype html><html lang="\(words.language.rawValue)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>\(HTML.escaped(title))</title><style>
      \(PageStyle.css)
      \(ComparisonStyle.css)
      \(FirstScreen.css)
      \(MoneyView.css)
      \(PageStyle.print)
      </style></head><body\(sections.count > 1 ? " class=\"several\"" : "")><main>
      \(isBrief ? brief(sections) : whole(sections))
      </main><script type="application/json" id="data">\(isBrief ? noData : data(sections))</script><script>
      \(PageStyle.script)
      </script></body></html>

      """
  }

  private func whole(_ sections: [VariantSection]) -> String {
    let view = MoneyView(results.money, months: results.months, words: words)
    return """
      \(first)
      \(view.control)
      \(overview(sections))
      \(sections.map(\.html).joined(separator: "\n"))
      \(EvidenceTable(
        results.evidence, isOverWorlds: results.manifest.isOverWorlds, words: words).html)
      \(VariantEvidence(results, words: words)?.html ?? "")
      <h2>\(HTML.escaped(words("page.uncertain")))</h2>
      \(uncertainty)
      \(view.note)
      <h2>\(HTML.escaped(words("page.glossary")))</h2>
      \(Glossary(words: words).html)
      <h2>\(HTML.escaped(words("page.reproduce")))</h2>
      \(again)
      """
  }

  private func brief(_ sections: [VariantSection]) -> String {
    """
    \(first)
    \(sections.map(\.brief).joined(separator: "\n"))
    <p class="note">\(HTML.escaped(words("page.brief.note", results.manifest.digest)))</p>
    """
  }

  private let noData = "{\"months\":[],\"charts\":[]}"

  private var title: String {
    let base = results.scenarios[0].title
    return results.scenarios.count == 2
      ? words("page.title.one", results.scenarios[1].title, base)
      : words("overview.title", "\(results.scenarios.count - 1)", base)
  }

  /// What a reader sees first: the one policy's screen, or all of them side by side.
  private var first: String {
    let screen = FirstScreen(results, variant: 1, words: words)
    return results.scenarios.count == 2 ? screen.html : screen.overview
  }

  /// All variants in one table, where there are several.
  private func overview(_ sections: [VariantSection]) -> String {
    guard sections.count > 1, let first = sections.first else { return "" }
    let money = first.money
    let header = first.rows.map { money.heading($0) }
    let rows = sections.map { [Markup($0.scenario.title)] + $0.differences }
    return """
      <h2>\(HTML.escaped(words("page.all_policies")))</h2>
      <div class="overview">\(HTML.table(
        header: [Heading("")] + header, rows: rows, isNumeric: true, isStacked: true))</div>
      <p class="note">\(HTML.escaped(words(
        results.manifest.isOverWorlds ? "page.all_policies.worlds" : "page.all_policies.note")))</p>
      """
  }

  private var uncertainty: String {
    let count = results.manifest.replicates
    if results.manifest.isOverWorlds { return worldsUncertainty }
    let luck =
      count == 1
      ? words("page.chance.one")
      : words(
        results.manifest.isLuckCommon ?? true ? "page.chance" : "page.chance.apart", "\(count)")
    let short = ComparisonWords.shortfalls(results).map {
      "<p class=\"warn\">\(HTML.escaped($0))</p>"
    }
    return """
      <p>\(HTML.escaped(luck))</p>
      \(short.joined(separator: "\n"))
      <p>\(HTML.escaped(words("page.assumptions")))</p>
      """
  }

  private var worldsUncertainty: String {
    let twice = results.manifest.secondLives ?? 0
    let luck = words(twice > 0 ? "page.worlds.twice" : "page.worlds.once", "\(twice)")
    return """
      <p>\(HTML.escaped(words("page.worlds", "\(results.manifest.worlds ?? 0)")))</p>
      <p>\(HTML.escaped(luck)) \(HTML.escaped(words("page.worlds.told")))</p>
      """
  }

  private var again: String {
    let manifest = results.manifest
    let scenarios = results.scenarios.map { scenario in
      [scenario.name, scenario.scenarioSHA256, scenario.digest]
    }
    let base = results.scenarios[0]
    let checked = results.isChecked ? "" : "; " + words("page.unchecked")
    return """
      <p class="kick">\(HTML.escaped(words(
        "page.made_from", "\(manifest.firstDay)", "\(manifest.lastDay)",
        RunWords.scale(manifest.scale), words.digits(NumberText.grouped(base.persons)),
        "\(manifest.replicates)", "\(manifest.seed)")))</p>
      \(manifest.replicates == 1 ? "<p>\(HTML.escaped(words("page.chance.one")))</p>" : pairing)
      <p><code>\(HTML.escaped(manifest.command))</code> \(HTML.escaped(words("page.same_digest")))</p>
      <div class="facts">
      \(HTML.table(
        header: ["scenario", "sha", "digest"].map { words("page.files.\($0)") }, rows: scenarios,
        isNumeric: false))
      \(HTML.table(
        header: ["", words("page.files.this")],
        rows: [
          [words("page.files.whole"), manifest.digest + checked],
          ["Kosh", "\(manifest.version), \(manifest.commit), \(manifest.toolchain)"],
        ], isNumeric: false))
      <p>\(HTML.escaped(words("page.files.all"))) <a href="differences.csv">differences.csv</a>, \
      <a href="results.sqlite">results.sqlite</a>\(results.evidence.isEmpty
        ? "" : ", <a href=\"evidence.csv\">evidence.csv</a>").</p>
      </div>
      """
  }

  /// What using the same random draws gains, outcome by outcome.
  private var pairing: String {
    let rows = (1..<results.scenarios.count).flatMap { variant in
      OutcomeRow.rows(results, variant: variant).compactMap { row in
        row.estimate.pairingGain.map { gain in
          [
            results.scenarios[variant].title,
            words.label(row, money: results.money.currency.code),
            "×" + ComparisonWords.factor(gain),
          ]
        }
      }
    }
    if rows.isEmpty { return "" }
    return """
      <details><summary>\(HTML.escaped(words("page.pairing")))</summary>
      \(HTML.table(header: ["", "", ""], rows: rows, isNumeric: false))
      </details>
      """
  }

  /// A file a variant and outcome: both levels and their difference, month by month.
  package var chartFiles: [ChartFile] {
    (1..<results.scenarios.count).flatMap {
      VariantSection(results, variant: $0, words: words).chartFiles
    }
  }

  /// What the script reads values from: texts, so that it need not format numbers.
  private func data(_ sections: [VariantSection]) -> String {
    let months = JSON.array(results.months.map { .text($0.monthText) })
    return HTML.script(
      JSON.object([("months", months), ("charts", .array(sections.flatMap(\.chartData)))]))
  }
}
