import Kernel
import Measurement
import Reporting
import Results
import Testing

/// The page and the table say what the numbers say, the unexciting ones too.
@Suite struct ComparisonPageTests {
  private func results(difference: Double?, spread: Double?, replicates: Int = 5)
    -> ComparisonResults
  {
    let month = Day(year: 2007, month: 1, day: 1)
    let names = ["2007-01", "2007", Effect.after, Effect.all]
    let effects = National.indicators.map { indicator in
      let base = indicator.unit.hasPrefix("share") ? 0.1 : 1_000_000
      let estimate = Estimate(
        base: base, variant: difference.map { base * (1 + $0) },
        difference: difference.map { base * $0 },
        lower: spread.flatMap { spread in difference.map { base * ($0 - spread) } },
        upper: spread.flatMap { spread in difference.map { base * ($0 + spread) } },
        replicates: replicates)
      return Effect(
        variant: 1, dimension: Effect.nation, member: "", indicator: indicator.name,
        unit: indicator.unit, periods: names, estimates: names.map { _ in estimate })
    }
    func scenario(_ name: String, _ first: Day?) -> ComparedScenario {
      ComparedScenario(
        name: name, title: "The <\(name)>", question: "Why & how?", scenarioSHA256: "ab",
        digest: "cd", persons: 1000, employers: 100,
        measures: [
          MeasureDates(
            name: "tax", kind: "income_tax", from: Day(year: 2007, month: 1, day: 10), until: nil)
        ], firstDifference: first)
    }
    var manifest = ComparisonManifest()
    manifest.replicates = replicates
    return ComparisonResults(
      manifest: manifest,
      scenarios: [scenario("base", nil), scenario("variant", difference == 0 ? nil : month)],
      indicators: National.indicators, months: [month],
      regions: [TilePlace(name: "North", column: 2, row: 1)], effects: effects)
  }

  @Test func `A clear change is told with its interval`() {
    let html = ComparisonPage(results(difference: 0.02, spread: 0.01)).html
    #expect(html.contains("From January 2007 on, “"))
    #expect(html.contains("(+2.00 %; 95 % interval "))
    #expect(!html.contains("Not measurably moved"))
  }

  @Test func `What luck leaves open is not called a change`() {
    let html = ComparisonPage(results(difference: 0.02, spread: 0.05)).html
    #expect(html.contains("no headline outcome moved by more than luck leaves open"))
    #expect(!html.contains("class=\"cards\""))
  }

  @Test func `No difference is told as none`() {
    let page = ComparisonPage(results(difference: 0, spread: 0)).html
    #expect(page.contains("Nothing differs: every number"))
    #expect(
      ComparisonText.text(results(difference: 0, spread: 0), page: "p")
        .contains("equal to the baseline in every number"))
  }

  @Test func `One replicate has no intervals, and the page says so`() {
    let page = ComparisonPage(results(difference: 0.02, spread: nil, replicates: 1)).html
    #expect(page.contains("With one replicate, luck is not told apart"))
    #expect(page.contains("1 replicate, so no intervals"))
  }

  @Test func `Names cannot break the page, and no reference leaves it`() {
    let html = ComparisonPage(results(difference: 0.02, spread: 0.01)).html
    #expect(html.contains("The &lt;variant&gt;") && !html.contains("<variant>"))
    #expect(html.contains("Why &amp; how?"))
    for word in ["http:", "https:", "src=", "@import", "url("] { #expect(!html.contains(word)) }
  }
}
