import Kernel
import Measurement
import Results

/// The page of a comparison: one HTML file that needs nothing else and opens offline.
///
/// Made from the results alone, and from nothing that depends on the machine or the time, so that a rebuilt
/// page has the same bytes.
package struct ComparisonPage {
  let results: ComparisonResults

  package init(_ results: ComparisonResults) { self.results = results }

  package var html: String {
    let variants = Array(1..<results.scenarios.count)
    let sections = variants.map { VariantSection(results, variant: $0) }
    return """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>\(HTML.escaped(title))</title><style>
      \(PageStyle.css)
      \(ComparisonStyle.css)
      \(MoneyView.css)
      \(PageStyle.print)
      </style></head><body><main>
      \(opening)
      \(MoneyView(results.money, months: results.months).control)
      \(overview(sections))
      \(sections.map(\.html).joined(separator: "\n"))
      \(EvidenceTable(results.evidence).html)
      \(VariantEvidence(results)?.html ?? "")
      <h2>What is uncertain</h2>
      \(uncertainty)
      \(MoneyView(results.money, months: results.months).note)
      <h2>Make it again</h2>
      \(again)
      </main><script type="application/json" id="data">\(data(sections))</script><script>
      \(PageStyle.script)
      </script></body></html>

      """
  }

  private var title: String {
    results.scenarios.count == 2
      ? "\(results.scenarios[1].title) against \(results.scenarios[0].title)"
      : "\(results.scenarios.count - 1) variants of \(results.scenarios[0].title)"
  }

  private var opening: String {
    let manifest = results.manifest
    let base = results.scenarios[0]
    return """
      <p class="kick">Comparison · \(manifest.firstDay) to \(manifest.lastDay) · scale \
      \(RunWords.scale(manifest.scale)) (\(RunWords.short(base.persons)) persons) · \
      \(HTML.escaped(ComparisonWords.replicates(manifest))) · seed \(manifest.seed)</p>
      <h1>\(HTML.escaped(title))</h1>
      \(results.scenarios.count == 2 ? "" : "<p class=\"lead\">Each variant differs from "
        + "\(HTML.escaped(base.title)) in what its section says; all use the same random draws.</p>")
      """
  }

  /// All variants in one table, where there are several.
  private func overview(_ sections: [VariantSection]) -> String {
    guard sections.count > 1, let first = sections.first else { return "" }
    let money = first.money
    let header = first.rows.map { money.heading($0.label) }
    let rows = sections.map { [Markup($0.scenario.title)] + $0.differences }
    return """
      <h2>All variants</h2>
      <div class="overview">\(HTML.table(
        header: [Heading("")] + header, rows: rows, isNumeric: true, isStacked: true))</div>
      <p class="note">Differences from the baseline, means of the months from the first that differs. \
      A question mark: \(results.manifest.isOverWorlds
        ? "fewer than nine worlds in ten agree on the sign" : "the 95 % interval holds 0").</p>
      """
  }

  private var uncertainty: String {
    let count = results.manifest.replicates
    let sharing =
      results.manifest.isLuckCommon ?? true ? "the same for" : "others for each of"
    if results.manifest.isOverWorlds { return worldsUncertainty }
    let luck =
      count == 1
      ? "With one replicate there are no intervals: chance and the effect of the variant cannot "
        + "be told apart."
      : "Intervals are Student's, at 95 %, over \(count) replicates with other random draws, \(sharing) "
        + "each pair of runs. One in twenty misses the model's mean even where all is well; with many "
        + "numbers on a page some do."
    let short = ComparisonWords.shortfalls(results).map {
      "<p class=\"warn\">\(HTML.escaped($0))</p>"
    }
    return """
      <p>\(luck)</p>
      \(short.joined(separator: "\n"))
      <p>Intervals tell what chance leaves open, not whether the model is right: its assumptions and their \
      ranges stand in each <code>scenario.yaml</code>, and are the same for all scenarios here.</p>
      """
  }

  private var worldsUncertainty: String {
    let manifest = results.manifest
    let twice = manifest.secondLives ?? 0
    return """
      <p>Ranges are over \(manifest.worlds ?? 0) plausible worlds: sets of assumptions under which the model gives \
      the documented facts. All scenarios live in the same worlds, with the same random draws. Nine worlds in ten \
      lie between the ends of a range.</p>
      <p>\(twice > 0 ? "\(twice) worlds were lived twice, which tells how much of a range is luck: the column "
        + "luck_share of differences.csv." : "No world was lived twice, so luck's part of a range is not known.") \
      A sentence is made of what stands out from chance among all that the page tells, and has the same sign in nine \
      worlds of ten.</p>
      """
  }

  private var again: String {
    let manifest = results.manifest
    let scenarios = results.scenarios.map { scenario in
      [scenario.name, scenario.scenarioSHA256, scenario.digest]
    }
    return """
      <p><code>\(HTML.escaped(manifest.command))</code> gives the same digest, with any number of \
      threads, on any machine; so do the files <code>scenario.yaml</code> in this folder.</p>
      <div class="facts">
      \(HTML.table(
        header: ["scenario", "SHA-256 of its text", "digest of its runs"], rows: scenarios,
        isNumeric: false))
      \(HTML.table(
        header: ["", "this comparison"],
        rows: [
          ["digest", manifest.digest + (results.isChecked ? "" : "; " + RunWords.unchecked)],
          ["Kosh", "\(manifest.version), commit \(manifest.commit), \(manifest.toolchain)"],
        ], isNumeric: false))
      <p>All numbers: <a href="differences.csv">differences.csv</a>, \
      <a href="results.sqlite">results.sqlite</a>\(results.evidence.isEmpty
        ? "" : ", <a href=\"evidence.csv\">evidence.csv</a>").</p>
      </div>
      """
  }

  /// A file a variant and outcome: both levels and their difference, month by month.
  package var chartFiles: [ChartFile] {
    (1..<results.scenarios.count).flatMap { VariantSection(results, variant: $0).chartFiles }
  }

  /// What the script reads values from: texts, so that it need not format numbers.
  private func data(_ sections: [VariantSection]) -> String {
    let months = JSON.array(results.months.map { .text($0.monthText) })
    return HTML.script(
      JSON.object([("months", months), ("charts", .array(sections.flatMap(\.chartData)))]))
  }
}
