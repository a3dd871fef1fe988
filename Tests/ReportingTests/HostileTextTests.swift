import Inputs
import Kernel
import Measurement
import Reporting
import Results
import ScenarioFile
import TestSupport
import Testing

/// Text and numbers that nobody should write, on pages and in what is printed.
@Suite struct HostileTextTests {
  private static let hostile = "<!--<script>x('&\")</script>\u{1B}[2J\u{9B}2J"

  private var evidence: [EvidenceRow] {
    var fact = DocumentedFact()
    fact.id = Self.hostile
    fact.fact = Self.hostile
    fact.documented = Self.hostile
    fact.source = Self.hostile
    fact.low = 1
    fact.high = 2
    return [EvidenceRow(fact: fact, values: [1.5, 1.6])]
  }

  private var measure: MeasureDates {
    MeasureDates(
      name: Self.hostile, kind: Self.hostile, from: Day(year: 2005, month: 2, day: 10), until: nil)
  }

  private func expectHarmless(_ html: String) {
    for word in ["<!--", "<script>x", "\u{1B}", "\u{9B}"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("&lt;script&gt;x(&#39;&amp;&quot;)"))
    #expect(html.contains("\\u{1B}[2J"))
    // What the script reads ends where it should.
    #expect(html.components(separatedBy: "</script>").count == 3)
  }

  @Test func `A run's page shows any text as text`() {
    var results = SyntheticRun.results(of: SyntheticRun.records(monthCount: 24))
    results.about.name = Self.hostile
    results.about.question = Self.hostile
    results.about.measures.append(measure)
    results.manifest.scenario = Self.hostile
    results.manifest.machine = Self.hostile
    results.evidence = evidence
    expectHarmless(RunPage(results).html)
  }

  @Test func `A comparison's page shows any text as text`() {
    let month = Day(year: 2005, month: 2, day: 1)
    let estimate = Estimate(
      base: 1, variant: 2, difference: 1, lower: 0.5, upper: 1.5, replicates: 5)
    let effects = National.indicators.flatMap { indicator in
      [(Effect.nation, ""), ("region", Self.hostile), ("sector", Self.hostile)].map {
        Effect(
          variant: 1, dimension: $0.0, member: $0.1, indicator: indicator.name,
          unit: indicator.unit.text(money: "EUR"), periods: ["2005-02", Effect.after, Effect.all],
          estimates: [estimate, estimate, estimate])
      }
    }
    let scenarios = (0..<2).map { _ in
      ComparedScenario(
        name: Self.hostile, title: Self.hostile, question: Self.hostile, scenarioSHA256: "ab",
        digest: "cd", persons: 1000, employers: 100, measures: [measure], firstDifference: month)
    }
    var manifest = ComparisonManifest()
    manifest.replicates = 5
    manifest.command = Self.hostile
    var results = ComparisonResults(
      manifest: manifest, scenarios: scenarios, indicators: National.indicators, months: [month],
      regions: [TilePlace(name: Self.hostile, column: 1, row: 1)], effects: effects,
      money: MoneyUnits(currency: Currency(code: "EUR", name: Self.hostile, symbol: Self.hostile)))
    results.evidence = evidence
    results.variantEvidence = [evidence]
    expectHarmless(ComparisonPage(results).html)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e308, -1e308, 1e-300])
  func `A page comes to its end whatever the numbers are`(number: Double) {
    var results = SyntheticRun.results(of: SyntheticRun.records(monthCount: 3))
    for column in results.indicators.indices { results.national[1][column] = number }
    #expect(RunPage(results).html.hasSuffix("</html>\n"))
    results.national = results.national.map { $0.map { _ in number } }
    #expect(RunPage(results).html.hasSuffix("</html>\n"))
  }

  @Test func `Days that no month's table holds are told`() {
    var records = SyntheticRun.records(monthCount: 2)
    #expect(
      !HeadlineText.text(SyntheticRun.results(of: records), page: "p").contains("not whole"))
    SyntheticRun.addDays(
      from: Day(year: 2005, month: 3, day: 1), to: Day(year: 2005, month: 3, day: 15), &records)
    #expect(
      HeadlineText.text(SyntheticRun.results(of: records), page: "p").contains(
        "2005-03-01 to 2005-03-15 were simulated too, but the month is not whole: no table of "
          + "months holds it (daily.csv does)\n"))
    var none = SyntheticRun.records(monthCount: 0)
    SyntheticRun.addDays(
      from: Day(year: 2005, month: 1, day: 1), to: Day(year: 2005, month: 1, day: 1), &none)
    #expect(
      HeadlineText.text(SyntheticRun.results(of: none), page: "p")
        .contains("2005-01-01 was simulated too"))
  }

  @Test func `Results that are not known to be the digest's say so`() {
    var results = SyntheticRun.results(of: SyntheticRun.records(monthCount: 2))
    for isChecked in [true, false] {
      results.isChecked = isChecked
      for text in [HeadlineText.text(results, page: "p"), RunPage(results).html] {
        #expect(text.contains("has no checksums") == !isChecked)
      }
    }
  }
}
