import Kernel
import Reporting
import Results
import TestSupport
import Testing

/// Money in the country's currency, dollars and constant prices, and the files beside a page.
@Suite struct MoneyTests {
  private let results = SyntheticRun.results(of: SyntheticRun.records(monthCount: 36))

  @Test func `The page has a switch of units, each chart of money in all of them`() {
    let html = RunPage(results).html
    #expect(html.contains("id=\"in-own\" checked> KZT</label>"))
    #expect(html.contains("id=\"in-dollars\"> USD</label>"))
    #expect(html.contains("id=\"in-constant\"> KZT of 2006</label>"))
    for unit in ["own", "dollars", "constant"] {
      #expect(html.contains("<figure class=\"chart m-\(unit)\">"))
    }
  }

  @Test func `A run without drivers has no switch`() {
    var bare = results
    bare.money = MoneyUnits(currency: bare.money.currency)
    let html = RunPage(bare).html
    #expect(!html.contains("type=\"radio\"") && !html.contains("class=\"chart m-"))
  }

  @Test func `A chart's file holds its series in every unit, month by month`() throws {
    let file = try #require(
      RunPage(results).chartFiles.first { $0.name == "wages-of-natives.csv" })
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",").map(String.init) }
    #expect(
      lines[0] == [
        "month", "wage_native", "wage_native_low", "wage_native_usd", "wage_native_low_usd",
        "wage_native_real", "wage_native_low_real",
      ])
    #expect(lines.count == 1 + 36)
    let wage = try #require(results.series(.wageNative))
    let last = lines[36].dropFirst().compactMap { Double($0) }
    let value = try #require(wage[35])
    #expect(last[0] == value && last[2] == value * (1 / 125) && last[4] == value * (1 / 1.1))
  }

  @Test func `Every chart names a file that is there`() {
    let page = RunPage(results)
    let names = Set(page.chartFiles.map(\.name))
    let linked = page.html.matches(of: /href="charts\/([^"]+)"/).map { String($0.1) }
    #expect(Set(linked) == names && names.count == page.chartFiles.count)
  }

  @Test func `The numbers of the law's dates never cover one another`() {
    var results = results
    results.about.measures = (0..<14).map { number in
      MeasureDates(
        name: "m\(number)", kind: "quota", from: Day(year: 2006, month: 3, day: 1 + 2 * number),
        until: number % 3 == 0 ? Day(year: 2006, month: 9, day: 1) : nil)
    }
    let html = RunPage(results).html
    let chart = html.split(separator: "<figure").first { $0.hasPrefix(" class=\"chart") } ?? ""
    let marks = chart.matches(of: /<text class="mark" x="([0-9.]+)" y="([0-9.]+)"/)
      .compactMap { match in Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } } }
    #expect(marks.count == 14)
    for (place, one) in marks.enumerated() {
      for other in marks.dropFirst(place + 1) {
        #expect((one.0 - other.0).magnitude >= 12 || one.1 != other.1)
      }
      #expect(one.1 >= 10)
    }
  }

  @Test func `Measures of one day share a mark, whatever their ends`() {
    var results = results
    results.about.measures = ["a", "b"].map { name in
      MeasureDates(
        name: name, kind: "quota", from: Day(year: 2006, month: 3, day: 1),
        until: name == "a" ? Day(year: 2006, month: 9, day: 1) : nil)
    }
    #expect(RunPage(results).html.contains("<title>1: 2006-03-01: a (to 2006-09-01), b</title>"))
  }
}
