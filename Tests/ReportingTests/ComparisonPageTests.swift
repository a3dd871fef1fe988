import Foundation
import Inputs
import Kernel
import Measurement
import Reporting
import Results
import ScenarioFile
import Testing

/// The page and the table say what the numbers say, the unexciting ones too.
@Suite struct ComparisonPageTests {
  private func results(difference: Double?, spread: Double?, replicates: Int = 5)
    -> ComparisonResults
  {
    let month = Day(year: 2007, month: 1, day: 1)
    let names = ["2007-01", "2007", Effect.after, Effect.all]
    let effects = National.indicators.map { indicator in
      let base = indicator.unit.isShare ? 0.1 : 1_000_000
      let estimate = Estimate(
        base: base, variant: difference.map { base * (1 + $0) },
        difference: difference.map { base * $0 },
        lower: spread.flatMap { spread in difference.map { base * ($0 - spread) } },
        upper: spread.flatMap { spread in difference.map { base * ($0 + spread) } },
        replicates: replicates)
      return Effect(
        variant: 1, dimension: Effect.nation, member: "", indicator: indicator.name,
        unit: indicator.unit.text(money: "KZT"), periods: names,
        estimates: names.map { _ in estimate })
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
      regions: [TilePlace(name: "North", column: 2, row: 1)], effects: effects,
      money: MoneyUnits(currency: Currency(code: "KZT")))
  }

  /// The same with a second variant, and every effect in all units of money: 125 KZT a dollar, prices doubled.
  private func inAllUnits() -> ComparisonResults {
    var results = results(difference: 0.02, spread: 0.01)
    results.money = MoneyUnits(
      currency: Currency(code: "KZT"), exchangeRate: [125], priceIndex: [2])
    results.scenarios.append(results.scenarios[1])
    results.effects = (1...2).flatMap { variant in
      results.effects.flatMap { effect in
        [(MoneyUnit.own, 1), (.dollars, 1.0 / 125), (.constant, 0.5)].map { unit, factor in
          var converted = effect
          converted.variant = variant
          converted.dimension = unit.dimension
          for place in converted.estimates.indices {
            converted.estimates[place].difference? *= factor
            converted.estimates[place].lower? *= factor
            converted.estimates[place].upper? *= factor
          }
          return converted
        }
      }
    }
    return results
  }

  @Test func `The table of all variants follows the switch of units, in heads, labels and cells`()
    throws
  {
    let html = ComparisonPage(inAllUnits()).html
    let rest = try #require(
      html.components(separatedBy: "<h2>All policies, all key figures</h2>").last)
    let table = rest.components(separatedBy: "</table>")[0]
    for (unit, label, word, cell) in [
      ("own", "label", "KZT", "+20,000"), ("dollars", "dollars", "USD", "+160"),
      ("constant", "constant", "constant KZT", "+10,000"),
    ] {
      #expect(table.contains("<span class=\"m-\(unit)\">average wage, \(word) a month</span>"))
      #expect(table.contains(" data-\(label)=\"average wage, \(word) a month\""))
      #expect(table.contains("<span class=\"m-\(unit)\"><span>\(cell)</span></span>"))
    }
    #expect(html.contains("Money is in KZT."))
    #expect(html.contains("td[data-dollars]::before"))
  }

  @Test func `Where a variant gives other evidence, it stands beside the baseline's`() {
    var results = results(difference: 0.02, spread: 0.01)
    func fact(_ id: String) -> DocumentedFact {
      var fact = DocumentedFact()
      (fact.id, fact.fact, fact.unitText, fact.low) = (id, "fact \(id)", "persons", 100)
      return fact
    }
    results.evidence = ["E1", "E2"].map { EvidenceRow(fact: fact($0), values: [200, 220]) }
    results.variantEvidence = [results.evidence]
    #expect(!ComparisonPage(results).html.contains("The same facts under the policies"))
    results.variantEvidence[0][1].values = [50, 70]
    let html = ComparisonPage(results).html
    let table = html.components(separatedBy: "The same facts under the policies").last ?? ""
    #expect(!table.contains("fact E1") && table.contains("fact E2"))
    #expect(table.contains("<span>210</span></td>"))
    #expect(table.contains("<span>60</span> <b>misses</b></td>"))
  }

  @Test func `A clear change is told with its interval`() {
    let html = ComparisonPage(results(difference: 0.02, spread: 0.01)).html
    #expect(html.contains("Irregular work rises by about 20,000 people (2.0\u{A0}%)"))
    #expect(html.contains("(between 10,000 and 30,000 people, chance alone)"))
    #expect(!html.contains("no detectable effect on"))
  }

  @Test func `What luck leaves open is not called a change`() {
    let html = ComparisonPage(results(difference: 0.02, spread: 0.05)).html
    #expect(html.contains("There is no detectable effect on irregular work"))
    #expect(!html.contains("rises by"))
  }

  @Test func `No difference is told as none`() {
    let page = ComparisonPage(results(difference: 0, spread: 0)).html
    #expect(page.contains("Nothing changes: in every month"))
    #expect(
      ComparisonText.text(results(difference: 0, spread: 0), page: "p")
        .contains("equal to the baseline in every number"))
  }

  @Test func `One replicate has no intervals, and the page says so`() {
    let page = ComparisonPage(results(difference: 0.02, spread: nil, replicates: 1)).html
    #expect(page.contains("this rests on one pair of runs"))
    #expect(page.contains("With one pair of runs there are no intervals"))
  }

  @Test func `A brief is the first screen with winners, losers and money, in any language`() {
    let results = results(difference: 0.02, spread: 0.01)
    let whole = ComparisonPage(results).html
    for language in Language.allCases {
      let brief = ComparisonPage(results, words: Words(language), isBrief: true).html
      #expect(brief.count < whole.count / 2)
      #expect(brief.contains("<html lang=\"\(language.rawValue)\">"))
      #expect(brief.contains("class=\"gains\"") && brief.contains("class=\"steps\""))
      #expect(!brief.contains("<h2>Evidence</h2>"))
    }
  }

  @Test(arguments: [Language.ru, .kk])
  func `In another language no English word is left beside names of files and scenarios`(
    language: Language
  ) throws {
    var results = results(difference: 0.02, spread: 0.01)
    for place in results.scenarios.indices {
      results.scenarios[place].title = "Σ"
      results.scenarios[place].question = "Σ?"
      results.scenarios[place].name = "σ"
    }
    let html = ComparisonPage(results, words: Words(language)).html
    let body = try #require(html.components(separatedBy: "<main>").last)
    let shown = body.components(separatedBy: "<script")[0]
      .replacing(/<[^>]*>/, with: " ").replacing(/&#?\w+;/, with: " ")
    let known = [
      "scenario", "yaml", "differences", "results", "sqlite", "North", "Kosh", "tax", "KZT", "SHA",
      "CSV", "csv",
    ]
    let left = Set(shown.matches(of: /[A-Za-z]{3,}/).map { String($0.output) })
    #expect(left.subtracting(known).sorted() == [])
  }

  @Test func `Public money is told step by step, up to what is left`() throws {
    let html = ComparisonPage(results(difference: 0.02, spread: 0.01)).html
    let steps = try #require(html.components(separatedBy: "class=\"steps\"").last)
    let label = steps.components(separatedBy: "aria-label=\"").dropFirst().first ?? ""
    #expect(label.hasPrefix("taxes on migrants’ lawful pay +20,000 KZT; patents +20,000 KZT"))
    #expect(label.contains("cost of police −20,000 KZT; net +20,000 KZT"))
  }

  @Test func `What a policy changes stands on the page, from what to what`() {
    var results = results(difference: 0.02, spread: 0.01)
    results.scenarios[1].changes = [
      .init(
        kind: "amnesty", key: "portability", measure: "amnesty", before: "0 %", after: "100 %",
        since: Day(year: 2007, month: 1, day: 10))
    ]
    let html = ComparisonPage(results).html
    #expect(html.contains("Amnesty: cards let workers change employer</th><td>0 %</td>"))
    #expect(html.contains("<td class=\"to\">100 %</td><td>2007-01-10</td>"))
  }

  @Test func `Names cannot break the page, and no reference leaves it`() {
    let html = ComparisonPage(results(difference: 0.02, spread: 0.01)).html
    #expect(html.contains("The &lt;variant&gt;") && !html.contains("<variant>"))
    #expect(html.contains("Why &amp; how?"))
    for word in ["http:", "https:", "src=", "@import", "url("] { #expect(!html.contains(word)) }
  }
}
