import Kernel
import Reporting
import Results
import TestSupport
import Testing

@Suite struct HeadlineTests {
  private func results(_ monthCount: Int) -> RunResults {
    SyntheticRun.results(of: SyntheticRun.records(monthCount: monthCount))
  }

  private func months(_ monthCount: Int) -> [String] {
    Headline(results(monthCount)).months.map(\.monthText)
  }

  @Test func `The baseline is read before and after the amnesty, a year later, and at the end`() {
    #expect(months(72) == ["2006-07", "2006-12", "2007-12", "2010-12"])
    #expect(months(60) == ["2006-07", "2006-12", "2007-12", "2009-12"])
    #expect(months(36) == ["2006-07", "2006-12", "2007-12"])
  }

  @Test func `A shorter run is read at even distances, and always in its last month`() {
    #expect(months(12) == ["2005-01", "2005-04", "2005-08", "2005-12"])
    #expect(months(2) == ["2005-01", "2005-02"])
    #expect(months(1) == ["2005-01"])
    #expect(months(0) == [])
  }

  @Test func `An indicator that the run has not is no row`() {
    let results = results(72)
    let rows = Headline(results).rows
    let names = results.indicators.map(\.name)
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { names.contains($0.indicator.name) })
  }

  @Test func `The text has the promised form`() {
    let lines = HeadlineText.text(results(72), page: "Output/runs/x/report.html")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines[0] == "Kazakhstan 2006   2005-01-01 to 2010-12-31   scale 1:10 (760 k persons, "
        + "71,000 employers)   seed 2006")
    #expect(lines[1] == "law: amnesty 2006-08-01 to 2006-12-31 · income_tax 2007-01-01")
    #expect(lines[2] == "")
    #expect(
      lines[3] == String(repeating: " ", count: 37)
        + "    2006-07    2006-12    2007-12    2010-12")
    #expect(lines.contains { $0.hasPrefix("native unemployment ") && $0.hasSuffix(" %") })
    #expect(lines.dropFirst(4).allSatisfy { $0.count <= 100 })
    let costs = lines[lines.count - 3]
    #expect(costs.hasPrefix("2,191 days in 1.25 s on 2 threads, 12.3 m events, 1.00 GiB   books"))
    #expect(costs.contains("…"))
    #expect(lines[lines.count - 2] == "Output/runs/x/report.html" && lines.last == "")
  }

  @Test func `A long list of measures is wrapped between measures`() {
    var results = results(72)
    results.about.measures = (0..<12).map { number in
      MeasureDates(
        name: "contributions-\(number)", kind: "contributions",
        from: Day(year: 2006, month: 1 + number, day: 1), until: nil)
    }
    let text = HeadlineText.text(results, page: "x")
    let law = text.split(separator: "\n").filter { $0.contains("contributions-") }
    #expect(law.count == 4 && law.allSatisfy { $0.count <= 100 })
  }

  @Test func `JSON holds the manifest, and null for a mean of nobody`() {
    var results = results(72)
    for month in results.national.indices {
      results.national[month] = results.national[month].map { _ in nil }
    }
    let text = HeadlineJSON.json(results, folder: "Output/runs/x").text
    #expect(text.contains("\"scenario_sha256\"") && text.contains("\"2006-07\": null"))
  }

  @Test func `Sizes are written short`() {
    #expect(RunWords.short(7_612_345) == "7.61 m")
    #expect(RunWords.short(712_345) == "712 k")
    #expect(RunWords.short(8_120) == "8,120")
    #expect(RunWords.scale(1) == "1:1" && RunWords.scale(0.01) == "1:100")
    #expect(RunWords.scale(1.0 / 3) == "1:3" && RunWords.scale(0.3) == "0.3")
    #expect(RunWords.bytes(1_610_612_736) == "1.50 GiB" && RunWords.bytes(52_428_800) == "50 MiB")
  }
}
