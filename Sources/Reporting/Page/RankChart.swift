import Kernel
import Results

/// Bars with intervals, the largest first: which factor matters how much, and which way. What is negative
/// is drawn to the left of nought.
package struct RankChart: Sendable, Equatable {
  /// A factor's bar.
  package struct Bar: Sendable, Equatable {
    package var name: String
    package var value: Double
    /// The ends of its interval.
    package var lower: Double
    package var upper: Double
    /// A second number, drawn as a tick; nil for none.
    package var second: Double?
    /// Whether it is the size of something that is negative.
    package var isDownward: Bool

    package init(
      name: String, value: Double, lower: Double, upper: Double, second: Double?,
      isDownward: Bool = false
    ) {
      self.name = name
      self.value = value
      self.lower = lower
      self.upper = upper
      self.second = second
      self.isDownward = isDownward
    }

    /// As it is drawn.
    fileprivate func signed(_ number: Double) -> Double { isDownward ? -number : number }
  }

  package var title: String
  /// What bars and ticks are, in a sentence.
  package var caption: String
  package var bars: [Bar]

  package init(title: String, caption: String, bars: [Bar]) {
    self.title = title
    self.caption = caption
    self.bars = bars
  }

  /// Which bar leads, as far as their intervals tell them apart, in a sentence.
  ///
  /// - Parameter areIntervalsSound: false where they come from too few rows to be believed.
  package func lead(areIntervalsSound: Bool, _ words: Words = Words()) -> String {
    guard let first = bars.first else { return words("sweep.nothing") }
    guard areIntervalsSound else { return words("sweep.so_far", first.name) }
    let rivals = bars.dropFirst().filter { $0.upper >= first.lower }.map(\.name)
    return rivals.isEmpty
      ? words("sweep.most", first.name)
      : words("sweep.rivals", first.name, rivals.joined(separator: ", "))
  }

  private static let width = 720.0
  private static let rowHeight = 34.0
  private static let top = 8.0
  private static let bottom = 26.0

  /// An inline SVG; names stand above their bars, so that long ones fit on narrow screens.
  var html: String {
    let all = bars.flatMap { (bar: Bar) -> [Double] in
      [bar.value, bar.lower, bar.upper, bar.second ?? 0].map(bar.signed)
    }
    let axis = Axis(around: [0] + all)
    let height = RankChart.top + Double(bars.count) * RankChart.rowHeight + RankChart.bottom
    func x(_ value: Double) -> Double {
      (min(1, max(0, axis.place(value))) * (RankChart.width - 16)).rounded() + 8
    }
    let foot = height - RankChart.bottom
    let ticks = axis.ticks.map { tick in
      // A long number at either end would hang over it.
      let anchor = tick == axis.ticks.first ? "start" : tick == axis.ticks.last ? "end" : "middle"
      return """
        <line class="grid" x1="\(x(tick))" x2="\(x(tick))" y1="\(RankChart.top)" y2="\(foot)"/>\
        <text class="tick" text-anchor="\(anchor)" x="\(x(tick))" y="\(foot + 18)">\
        \(RankChart.label(tick))</text>
        """
    }
    let rows = bars.enumerated().map { place, bar in
      let y = RankChart.top + Double(place) * RankChart.rowHeight
      let tick = bar.second.map { second in
        let place = x(bar.signed(second))
        return "<line class=\"rank-second\" x1=\"\(place)\" x2=\"\(place)\" y1=\"\(y + 16)\" "
          + "y2=\"\(y + 30)\"/>"
      }
      let (nought, end) = (x(0), x(bar.signed(bar.value)))
      let (lower, upper) = (x(bar.signed(bar.lower)), x(bar.signed(bar.upper)))
      return """
        <text class="rank-name" x="8" y="\(y + 13)">\(HTML.escaped(bar.name))</text>\
        <rect class="rank-bar" x="\(min(nought, end))" y="\(y + 18)" \
        width="\(max(1, abs(end - nought)))" height="10"/>\
        <line class="rank-range" x1="\(lower)" x2="\(upper)" y1="\(y + 23)" \
        y2="\(y + 23)"/>\(tick ?? "")
        """
    }
    return """
      <figure class="chart"><figcaption><b>\(HTML.escaped(title))</b><br>\
      <span>\(HTML.escaped(caption))</span></figcaption>
      <svg viewBox="0 0 \(Int(RankChart.width)) \(Int(height))" role="img">
      <desc>\(HTML.escaped(summary))</desc>
      \(ticks.joined(separator: "\n"))
      \(rows.joined(separator: "\n"))
      </svg></figure>
      """
  }

  /// Millions from a million on.
  private static func label(_ tick: Double) -> String {
    tick.magnitude < 1e6
      ? NumberText.shortest((tick * 1e9).rounded() / 1e9)
      : NumberText.grouped(Int((tick / 1e6).rounded())) + " m"
  }

  /// The chart in words, for those who do not see it.
  private var summary: String {
    bars.prefix(3).map { "\($0.name): \(NumberText.shortest($0.signed($0.value)))" }
      .joined(separator: ", ")
  }

  static let css = """
    .rank-name{fill:var(--ink);font-size:13px}.rank-bar{fill:var(--c0)}
    .rank-range{stroke:var(--ink);stroke-width:2}.rank-second{stroke:var(--c1);stroke-width:3}
    """
}
