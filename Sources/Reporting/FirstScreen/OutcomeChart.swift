import Kernel
import Measurement
import Results

/// The main outcome over time, as it was and with each policy, with the range around a policy; words at the lines' ends.
struct OutcomeChart {
  struct Line {
    var name: String
    /// The place of its colour; 0 is the baseline's.
    var colour: Int
    var values: [Double?]
    /// Nothing where there is no range.
    var band: [ClosedRange<Double>?]
  }

  let title: String
  let months: [Day]
  let lines: [Line]
  /// When the policy begins to matter.
  let start: Day?
  let startWords: String
  /// Numbered dates.
  var marks: [(number: Int, day: Day)] = []
  let words: Words

  /// A drawing for wide windows and one for narrow ones, of which one is seen.
  var html: String {
    "<div class=\"wide\">\(Drawing(self, width: 900, height: 262).svg)</div>"
      + "<div class=\"narrow\">\(Drawing(self, width: 420, height: 300).svg)</div>"
  }

  fileprivate var axis: Axis {
    let known =
      lines.flatMap { $0.values.compactMap { $0 } }
      + lines.flatMap { $0.band.flatMap { $0.map { [$0.lowerBound, $0.upperBound] } ?? [] } }
    return Axis(around: known.filter(\.isFinite) + [0])
  }
}

/// One size of the chart.
private struct Drawing {
  let chart: OutcomeChart
  let width: Double
  let height: Double
  let axis: Axis
  private let left = 74.0
  private let top = 18.0
  private let bottom = 30.0
  private var right: Double { width - (isWide ? 190 : 142) }
  private var isWide: Bool { width > 600 }

  init(_ chart: OutcomeChart, width: Double, height: Double) {
    self.chart = chart
    self.width = width
    self.height = height
    axis = chart.axis
  }

  var svg: String {
    """
    <svg class="main-chart" viewBox="0 0 \(Int(width)) \(Int(height))" role="img" \
    aria-label="\(HTML.escaped(summary))">\(grid)\(years)\(mark)\(marks)\
    \(chart.lines.map(band).joined())\(chart.lines.map(line).joined())\(names)</svg>
    """
  }

  private var summary: String {
    chart.title + ": "
      + chart.lines.compactMap { line -> String? in
        guard let last = line.values.last ?? nil else { return nil }
        return "\(line.name) \(chart.words.digits(NumberText.fixed(last, decimals: 0)))"
      }.joined(separator: "; ")
  }

  private func x(_ day: Day) -> Double {
    guard let first = chart.months.first, let last = chart.months.last else { return left }
    let days = Double(max(1, last.adding(months: 1) - first))
    return left + (right - left) * min(max(Double(day - first) / days, 0), 1)
  }

  private func y(_ value: Double) -> Double {
    height - bottom - (height - bottom - top) * axis.place(value)
  }

  private var grid: String {
    axis.ticks.map { tick in
      let place = short(y(tick))
      let text = chart.words.digits(NumberText.fixed(tick, decimals: axis.step < 1 ? 2 : 0))
      return "<path class=\"grid\" d=\"M\(short(left)) \(place)H\(short(right))\"/>"
        + "<text class=\"tick\" x=\"\(short(left - 8))\" y=\"\(short(y(tick) + 4))\" "
        + "text-anchor=\"end\">\(HTML.escaped(text))</text>"
    }.joined()
  }

  private var years: String {
    guard let first = chart.months.first, let last = chart.months.last else { return "" }
    let span = Array(first.civil.year...last.civil.year)
    let every = max(1, span.count / (isWide ? 12 : 6))
    return span.enumerated().filter { $0.offset % every == 0 }.map { _, year in
      let day = max(Day(year: year, month: 1, day: 1), first)
      return
        "<text class=\"tick\" x=\"\(short(x(day)))\" y=\"\(short(height - 10))\">\(year)</text>"
    }.joined()
  }

  /// Where the policy begins, with a word at it.
  private var mark: String {
    guard let start = chart.start else { return "" }
    let place = x(start)
    let isLate = place > left + (right - left) * 0.7
    return "<path class=\"start\" d=\"M\(short(place)) \(short(top))V\(short(height - bottom))\"/>"
      + "<text class=\"tick\" x=\"\(short(place + (isLate ? -6 : 6)))\" y=\"\(short(top + 10))\" "
      + "text-anchor=\"\(isLate ? "end" : "start")\">\(HTML.escaped(chart.startWords))</text>"
  }

  /// Lines at numbered dates; dates too near to each other for a number each share one, as `2–4`.
  private var marks: String {
    var clusters: [(x: Double, first: Int, last: Int)] = []
    for mark in chart.marks {
      let place = x(mark.day)
      if let last = clusters.last, place - last.x < 26 {
        clusters[clusters.count - 1].last = mark.number
      } else {
        clusters.append((place, mark.number, mark.number))
      }
    }
    let lines = chart.marks.map { mark in
      "<path class=\"start\" d=\"M\(short(x(mark.day))) \(short(top))V\(short(height - bottom))\"/>"
    }
    let numbers = clusters.map { cluster in
      let text =
        cluster.first == cluster.last ? "\(cluster.first)" : "\(cluster.first)–\(cluster.last)"
      return "<text class=\"tick\" x=\"\(short(cluster.x))\" y=\"\(short(top - 5))\">\(text)</text>"
    }
    return lines.joined() + numbers.joined()
  }

  private func band(_ line: OutcomeChart.Line) -> String {
    var above: [String] = []
    var below: [String] = []
    for (month, range) in zip(chart.months, line.band) {
      guard let range else { continue }
      above.append("\(short(x(month + 15))),\(short(y(range.upperBound)))")
      below.append("\(short(x(month + 15))),\(short(y(range.lowerBound)))")
    }
    if above.isEmpty { return "" }
    return
      "<polygon class=\"band b\(line.colour)\" points=\"\((above + below.reversed()).joined(separator: " "))\"/>"
  }

  private func line(_ line: OutcomeChart.Line) -> String {
    var path = ""
    var isDrawing = false
    for (month, value) in zip(chart.months, line.values) {
      guard let value, value.isFinite else {
        isDrawing = false
        continue
      }
      path += (isDrawing ? "L" : "M") + "\(short(x(month + 15))) \(short(y(value)))"
      isDrawing = true
    }
    return "<path class=\"line p\(line.colour)\" d=\"\(path)\"/>"
  }

  /// The lines' names near their ends, none on another.
  private var names: String {
    let ends = chart.lines.compactMap { line -> (line: OutcomeChart.Line, y: Double)? in
      (line.values.last ?? nil).map { (line, y($0)) }
    }.sorted { $0.y < $1.y }
    var taken = top - 12
    return ends.map { end in
      taken = max(end.y + 4, taken + 17)
      return
        "<text class=\"name n\(end.line.colour)\" x=\"\(short(right + 6))\" y=\"\(short(taken))\">"
        + "\(HTML.escaped(shortened(end.line.name)))</text>"
    }.joined()
  }

  /// A name as far as the margin has room.
  private func shortened(_ name: String) -> String {
    let most = isWide ? 22 : 15
    return name.count <= most ? name : name.prefix(most - 1) + "…"
  }

  private func short(_ number: Double) -> String {
    NumberText.shortest((number * 10).rounded() / 10)
  }
}
