import Kernel
import Measurement
import Results

/// A few monthly series of one unit as an inline SVG, with the dates on which the law changed.
struct LineChart {
  let number: Int
  let title: String
  let months: [Day]
  let indicators: [Indicator]
  /// A series an indicator.
  let series: [[Double?]]
  let marks: [LawMark]

  private static let width = 440.0
  private static let height = 250.0
  private static let left = 62.0
  private static let right = 12.0
  private static let top = 22.0
  private static let bottom = 26.0

  private var axis: Axis {
    Axis(around: series.flatMap { $0 }.compactMap { $0 }.map { $0 * factor.multiple })
  }

  /// What a number is multiplied by to be written on the axis, and the unit it then has.
  private var factor: (multiple: Double, unit: String) {
    let unit = indicators[0].unit
    if ValueFormat(of: indicators[0]) == .percent {
      return (100, unit.replacingShare)
    }
    let most = series.flatMap { $0 }.compactMap { $0?.magnitude }.max() ?? 0
    if most >= 2e9 { return (1e-9, "bn \(unit)") }
    if most >= 2e6 { return (1e-6, "m \(unit)") }
    if most >= 2e4 { return (1e-3, "thousand \(unit)") }
    return (1, unit)
  }

  /// The chart with its title, legend, and a line in which the script reads values out.
  var html: String {
    let id = "chart\(number)"
    let summary = HTML.escaped(Sentences.summary(months, indicators, series, text: text))
    return """
      <figure class="chart"><figcaption id="\(id)t"><b>\(HTML.escaped(title))</b> \
      <span>\(HTML.escaped(factor.unit))</span></figcaption>
      \(legend)
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" tabindex="0" role="img" \
      aria-labelledby="\(id)t" aria-describedby="\(id)d" data-chart="\(number)" \
      data-left="\(Int(Self.left))" data-right="\(Int(Self.width - Self.right))">
      <desc id="\(id)d">\(summary)</desc>
      \(grid)
      \(years)
      \(law)
      \(lines)
      <line class="reader" y1="\(Int(Self.top))" y2="\(Int(Self.height - Self.bottom))"/></svg>
      <output aria-live="polite">\(summary)</output></figure>
      """
  }

  /// A value in the axis' unit, three digits or so.
  private func text(_ value: Double) -> String {
    let most = series.flatMap { $0 }.compactMap { $0?.magnitude }.max() ?? 0
    let scaled = most * factor.multiple
    return NumberText.fixed(
      value * factor.multiple, decimals: scaled < 10 ? 2 : scaled < 100 ? 1 : 0)
  }

  private var legend: String {
    if indicators.count == 1 { return "" }
    let items = indicators.enumerated().map { place, indicator in
      "<span class=\"key k\(place)\">\(HTML.escaped(indicator.name))</span>"
    }
    return "<p class=\"legend\">\(items.joined(separator: " "))</p>"
  }

  private func x(_ day: Day) -> Double {
    guard let first = months.first, let last = months.last else { return Self.left }
    // A month's value stands at its middle.
    let span = Double(max(last.adding(months: 1) - first, 1))
    return Self.left + (Self.width - Self.left - Self.right) * Double(day - first) / span
  }

  private func y(_ value: Double) -> Double {
    let room = Self.height - Self.top - Self.bottom
    return Self.height - Self.bottom - room * axis.place(value)
  }

  private var grid: String {
    let axis = axis
    let decimals = axis.step >= 1 && axis.step == axis.step.rounded() ? 0 : axis.step >= 0.1 ? 1 : 2
    return axis.ticks.map { tick in
      let place = short(y(tick))
      let label = NumberText.fixed(tick, decimals: decimals)
      return """
        <line class="grid" x1="\(Int(Self.left))" x2="\(Int(Self.width - Self.right))" \
        y1="\(place)" y2="\(place)"/><text class="tick" x="\(Int(Self.left) - 6)" \
        y="\(short(y(tick) + 4))" text-anchor="end">\(label)</text>
        """
    }.joined()
  }

  private var years: String {
    guard let first = months.first, let last = months.last else { return "" }
    let end = last.adding(months: 1)
    let span = first.civil.year...last.civil.year
    let every = max(1, span.count / 8)
    let inner = span.filter { ($0 - first.civil.year) % every == 0 }
      .map { max(Day(year: $0, month: 1, day: 1), first) }
    return inner.filter { $0 < end }.map { day in
      let place = short(x(day))
      return """
        <line class="grid" x1="\(place)" x2="\(place)" y1="\(short(Self.height - Self.bottom))" \
        y2="\(short(Self.height - Self.bottom + 4))"/><text class="tick" x="\(place)" \
        y="\(Int(Self.height) - 8)">\(day.civil.year)</text>
        """
    }.joined()
  }

  private var law: String {
    let bottom = short(Self.height - Self.bottom)
    return marks.map { mark in
      let place = x(mark.from)
      let words = HTML.escaped(mark.words)
      let window = mark.until.map { until in
        """
        <rect class="window" x="\(short(place))" y="\(Int(Self.top))" \
        width="\(short(max(1, x(until + 1) - place)))" \
        height="\(short(Self.height - Self.bottom - Self.top))"/>
        """
      }
      return """
        <g><title>\(words)</title>\(window ?? "")<line class="event" x1="\(short(place))" \
        x2="\(short(place))" y1="\(Int(Self.top))" y2="\(bottom)"/><text class="mark" \
        x="\(short(place))" y="\(Int(Self.top) - 7)" text-anchor="middle">\(mark.number)</text></g>
        """
    }.joined()
  }

  private var lines: String {
    series.enumerated().map { place, values in
      var path = ""
      var isDrawing = false
      for (month, value) in zip(months, values) {
        guard let value else {
          isDrawing = false
          continue
        }
        path += isDrawing ? " L" : " M"
        path += "\(short(x(month + 15))),\(short(y(value * factor.multiple)))"
        isDrawing = true
      }
      return "<path class=\"line l\(place)\" d=\"\(path.dropFirst())\"/>"
    }.joined(separator: "\n")
  }

  /// A coordinate with one decimal.
  private func short(_ number: Double) -> String {
    NumberText.shortest((number * 10).rounded() / 10)
  }
}

extension String {
  /// `share of the labour force` → `% of the labour force`.
  var replacingShare: String { hasPrefix("share") ? "%" + dropFirst(5) : self }
}

/// A date on which the law changed, as charts mark it; measures of one first day share a mark.
struct LawMark: Equatable {
  /// What the mark is called in the charts and in the table of measures.
  var number: Int
  var from: Day
  /// The last day of what ends, drawn as a window.
  var until: Day?
  var names: [String]

  var words: String {
    "\(number): \(from)\(until.map { " to \($0)" } ?? ""): " + names.joined(separator: ", ")
  }

  /// Marks of a run's changes that lie within its months, by date.
  static func marks(of results: RunResults) -> [LawMark] {
    var marks: [LawMark] = []
    for change in results.changes {
      let from = max(change.from, results.manifest.firstDay)
      if let last = marks.indices.last, marks[last].from == from, marks[last].until == change.until
      {
        marks[last].names.append(change.name)
      } else {
        let until = change.until.map { min($0, results.manifest.lastDay ?? $0) }
        marks.append(
          LawMark(number: marks.count + 1, from: from, until: until, names: [change.name]))
      }
    }
    return marks
  }
}
