import Foundation
import Inputs
import Kernel
import Measurement
import Reporting
import Results
import Testing

/// The first screen says what the numbers say, and no more than they allow.
@Suite struct FirstScreenTests {
  /// A comparison in which each outcome changes as told, by its share of a baseline of a million.
  private func results(
    _ change: Double?, half: Double?, replicates: Int = 5, variants: Int = 1
  ) -> ComparisonResults {
    let month = Day(year: 2021, month: 1, day: 1)
    let names = ["2021-01", "2021", Effect.after, Effect.all]
    let effects = (1...variants).flatMap { variant in
      National.indicators.map { indicator in
        let base = indicator.unit.isShare ? 0.1 : 1_000_000
        let estimate = Estimate(
          base: base, variant: change.map { base * (1 + $0) }, difference: change.map { base * $0 },
          lower: half.flatMap { half in change.map { base * ($0 - half) } },
          upper: half.flatMap { half in change.map { base * ($0 + half) } },
          replicates: replicates)
        return Effect(
          variant: variant, dimension: Effect.nation, member: "", indicator: indicator.name,
          unit: indicator.unit.text(money: "EUR"), periods: names,
          estimates: names.map { _ in estimate })
      }
    }
    var manifest = ComparisonManifest()
    manifest.replicates = replicates
    func scenario(_ name: String, _ first: Day?) -> ComparedScenario {
      ComparedScenario(
        name: name, title: "Name <\(name)>", question: "Would \(name) & all help?",
        scenarioSHA256: "", digest: "", persons: 1000, employers: 100, measures: [],
        firstDifference: first)
    }
    let first = change == 0 ? nil : month
    return ComparisonResults(
      manifest: manifest,
      scenarios: [scenario("base", nil)] + (1...variants).map { scenario("policy\($0)", first) },
      indicators: National.indicators, months: [month], regions: [], effects: effects,
      money: MoneyUnits(currency: Currency(code: "EUR", name: "euro")))
  }

  private func screen(_ results: ComparisonResults, _ language: Language = .en) -> FirstScreen {
    FirstScreen(results, variant: 1, words: Words(language))
  }

  @Test func `the answer leads with irregular work, then money, then natives`() {
    let answer = screen(results(-0.2, half: 0.02)).answer
    #expect(
      answer.hasPrefix(
        "Irregular work falls by about 200,000 people (20\u{A0}%) on average since January 2021 "))
    let places = ["Irregular work", "Public money loses", "Employment of natives"].map {
      answer.range(of: $0)?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test func `what chance may have made is no effect`() {
    let answer = screen(results(0.02, half: 0.05)).answer
    #expect(answer.contains("no detectable effect on irregular work"))
    #expect(!answer.contains("rises"))
    #expect(screen(results(0.02, half: 0.05)).html.contains("outcome open"))
  }

  @Test func `a policy that changes nothing says so`() {
    let results = results(0, half: 0)
    #expect(screen(results).answer.hasPrefix("Nothing changes"))
    #expect(!screen(results).html.contains("data-outcome"))
  }

  @Test func `one pair of runs has no range, and the answer says so`() {
    let screen = screen(results(-0.2, half: nil, replicates: 1))
    #expect(screen.answer.contains("one pair of runs"))
    #expect(!screen.answer.contains(" ."))
    #expect(screen.html.contains("no range yet"))
    #expect(screen.outcomes.allSatisfy { !$0.isClear })
  }

  @Test func `every outcome has its number, its range and how sure it is`() throws {
    let html = screen(results(-0.2, half: 0.02)).html
    for subject in Outcome.Subject.allCases {
      let row = try #require(
        html.components(separatedBy: "data-outcome=\"").first { $0.hasPrefix(subject.rawValue) })
      for role in ["difference", "range", "agree"] {
        #expect(row.contains("data-role=\"\(role)\""))
      }
    }
    #expect(html.contains("<b data-role=\"difference\">−200,000 people</b>"))
    #expect(html.contains("<b data-role=\"difference\">−2.40 m euro</b>"))
  }

  @Test func `no more digits are told than are known`() {
    let html = screen(results(-0.123_456, half: 0.031)).html
    #expect(html.contains("−123,000 people"))
    #expect(html.contains("chance leaves −154,000 to −92,000 people"))
    #expect(!html.contains("123,456"))
  }

  @Test func `a range is as large in a language that parts thousands by spaces`() {
    let html = screen(results(-0.2, half: 0.02), .ru).html
    #expect(html.contains("от −220\u{A0}000 до −180\u{A0}000 чел."))
    #expect(html.contains("от 180\u{A0}000 до 220\u{A0}000 чел."))
    #expect(html.contains("до −2,16 млн EUR"))
  }

  @Test func `names and questions are text`() {
    let html = screen(results(-0.2, half: 0.02, variants: 3)).html
    #expect(html.contains("Would policy1 &amp; all help?"))
    #expect(html.contains("Name &lt;policy2&gt;"))
    #expect(!html.contains("<policy"))
  }

  @Test(arguments: Language.allCases)
  func `an answer leaves no gap in any language`(language: Language) {
    for change in [-0.2, 0.2, 0.001, 0] {
      for half in [0.02, nil] {
        let html = screen(results(change, half: half, variants: 2), language).html
        #expect(!html.contains("{"), "\(html)")
        #expect(!html.contains("answer."), "\(html)")
        #expect(!html.contains(" .") && !html.contains(".."), "\(html)")
      }
    }
  }
}
