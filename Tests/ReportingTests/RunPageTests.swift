import Foundation
import Kernel
import Reporting
import Results
import TestSupport
import Testing

@Suite struct RunPageTests {
  private let results = SyntheticRun.results(of: SyntheticRun.records(monthCount: 72))

  @Test func `The page needs nothing from elsewhere`() {
    let html = RunPage(results).html
    for word in ["http://", "https://", "src=", "url(", "@import", "<link"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func `Every indicator has a line, every chart a description and a place for the keyboard`()
  {
    let html = RunPage(results).html
    func count(_ text: String) -> Int { html.components(separatedBy: text).count - 1 }
    // Money has a line in each of three units.
    let lines = results.indicators.map { $0.unit.isMoney ? 3 : 1 }.reduce(0, +)
    #expect(count("<path class=\"line l") == lines)
    // The main chart, drawn for wide windows and for narrow ones, is told in its label.
    #expect(count("<svg class=\"main-chart\"") == 2)
    #expect(count("aria-label=\"People in irregular") == 2)
    #expect(count("<svg ") == count("<desc ") + 2)
    #expect(count("data-chart=") == count("tabindex=\"0\""))
  }

  @Test func `What a scenario's author writes cannot become markup`() {
    var results = results
    results.about.name = "<script>alert(1)</script> & \"more\""
    results.about.question = "</p><img src=x>"
    let html = RunPage(results).html
    #expect(!html.contains("<script>alert") && !html.contains("<img"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;"))
  }

  @Test func `The page says how to make the run again, and its digest`() {
    let html = RunPage(results).html
    #expect(html.contains("kosh run scenario.yaml --until 2010-12-31"))
    #expect(html.contains(results.manifest.digest))
  }

  @Test func `The flows between statuses tell of patents, in the figure only where some are sold`()
    throws
  {
    var results = results
    let column = try #require(results.indicators.firstIndex { $0.name == "patents_sold" })
    func html(selling sold: Double) -> String {
      for month in results.national.indices { results.national[month][column] = sold }
      return RunPage(results).html
    }
    #expect(html(selling: 1234).contains(">patents sold: 1,234</text>"))
    #expect(html(selling: 1234).contains("including renewals: 1,234"))
    #expect(!html(selling: 0).contains("patents sold: "))
  }

  @Test func `An interrupted run says so`() {
    var results = results
    #expect(!RunPage(results).html.contains("interrupted"))
    results.manifest.complete = false
    #expect(RunPage(results).html.contains("This run was interrupted"))
  }

  @Test(arguments: [Language.ru, .kk])
  func `A page in another language holds no word of English`(language: Language) {
    var html = RunPage(results, words: Words(language)).html
    for part in ["style", "script", "code"] {
      let pattern = try? Regex("(?s)<\(part)[ >].*?</\(part)>")
      if let pattern { html = html.replacing(pattern, with: " ") }
    }
    // What the run itself is called, and made with.
    if let facts = html.range(of: "<div class=\"facts\">") {
      html = String(html[..<facts.lowerBound])
    }
    let text = html.replacing(/<[^>]*>/, with: " ")
    var known = Set(results.indicators.map(\.name))
    known.formUnion(results.about.measures.map(\.name))
    known.formUnion(["CSV", "KZT", "USD", "Kosh", "kosh", "compare", "serve", "amp", "quot"])
    for words in [results.about.name, results.about.question, results.money.currency.name ?? ""] {
      known.formUnion(words.split { !$0.isLetter }.map(String.init))
    }
    let found = Set(text.matches(of: /[A-Za-z][A-Za-z_0-9]+/).map { String($0.output) })
    #expect(found.subtracting(known).sorted() == [])
  }

  @Test func `A run without a whole month still has a page`() {
    var results = SyntheticRun.results(of: RunRecords())
    results.manifest.complete = false
    #expect(RunPage(results).html.hasSuffix("</html>\n"))
  }

  /// Leaves a page to look at where the variable names a file.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["KOSH_SAMPLE_PAGE"] != nil))
  func `A sample page is written for the eye`() throws {
    let path = try #require(ProcessInfo.processInfo.environment["KOSH_SAMPLE_PAGE"])
    try FileBytes.write(RunPage(results).html, to: path)
  }
}
