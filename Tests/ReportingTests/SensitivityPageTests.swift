import Foundation
import Reporting
import Testing

@Suite struct SensitivityPageTests {
  private func page(_ name: String, warning: String? = nil) -> String {
    let chart = RankChart(
      title: "Total indices", caption: "Bars: total; ticks: first.",
      bars: [
        RankChart.Bar(name: name, value: 0.6, lower: 0.5, upper: 0.7, second: 0.55),
        RankChart.Bar(name: "b", value: 0.1, lower: -0.05, upper: 0.2, second: nil),
      ])
    return SensitivityPage(
      title: name, question: "Which?", about: "saltelli, 64 points",
      sections: [
        SensitivityPage.Section(
          heading: "informal", lead: "\(name) matters most.", warning: warning, chart: chart,
          header: ["factor", "total"], rows: [[name, "0.60"]], notes: ["A note."])
      ]
    ).html
  }

  @Test func `every factor has a bar with its interval, and the chart a description`() {
    let html = page("a")
    #expect(html.components(separatedBy: "class=\"rank-bar\"").count == 3)
    #expect(html.components(separatedBy: "class=\"rank-range\"").count == 3)
    #expect(html.components(separatedBy: "class=\"rank-second\"").count == 2)
    #expect(html.contains("<desc>a: 0.6, b: 0.1</desc>"))
  }

  @Test func `what is negative is no positive bar`() throws {
    let chart = RankChart(
      title: "", caption: "",
      bars: [
        RankChart.Bar(name: "up", value: 0.5, lower: 0.4, upper: 0.6, second: nil),
        RankChart.Bar(name: "below", value: -0.5, lower: -0.6, upper: -0.4, second: nil),
        RankChart.Bar(
          name: "size of what falls", value: 0.5, lower: 0.4, upper: 0.6, second: nil,
          isDownward: true),
      ])
    let page = SensitivityPage(
      title: "", question: "", about: "",
      sections: [
        SensitivityPage.Section(
          heading: "", lead: "", warning: nil, chart: chart, header: [], rows: [], notes: [])
      ]
    ).html
    let bars = page.matches(of: /class="rank-bar" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/)
      .compactMap { match in
        Double(match.1).flatMap { x in Double(match.2).map { (from: x, to: x + $0) } }
      }
    try #require(bars.count == 3)
    // All begin at nought: one goes right, the others left.
    #expect(bars[1].to == bars[0].from)
    #expect(bars[2].to == bars[0].from)
    #expect(bars[0].to > bars[0].from + 100)
    #expect(bars[1].from < bars[0].from - 100)
    #expect(page.contains("<desc>up: 0.5, below: -0.5, size of what falls: -0.5</desc>"))
  }

  @Test func `the page needs nothing from elsewhere, and names cannot become markup`() {
    let html = page("<img src=x>")
    for word in ["http://", "https://", "<img", "url(", "<script", "<link"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("&lt;img src=x&gt;"))
  }

  @Test func `the leader is named as surely as the intervals allow`() {
    var chart = RankChart(
      title: "", caption: "",
      bars: [("a", 0.5, 0.7), ("b", 0.1, 0.4), ("c", 0.1, 0.3)].map {
        RankChart.Bar(name: $0, value: ($1 + $2) / 2, lower: $1, upper: $2, second: nil)
      })
    #expect(
      chart.lead(areIntervalsSound: true)
        == "“a” matters most, beyond the uncertainty of the sample."
    )
    #expect(
      chart.lead(areIntervalsSound: false)
        == "So far “a” comes first; the sample is too small to be sure.")
    chart.bars[0].lower = 0.35
    #expect(
      chart.lead(areIntervalsSound: true)
        == "“a” comes first, but within the uncertainty of the sample these could too: b.")
    chart.bars = []
    #expect(chart.lead(areIntervalsSound: true) == "Nothing that was varied moves it.")
  }

  @Test func `a small sample is warned of`() {
    #expect(!page("a").contains("class=\"warn\""))
    #expect(page("a", warning: "too small").contains("<p class=\"warn\">too small</p>"))
  }
}
