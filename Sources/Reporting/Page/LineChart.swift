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
  /// The unit of money that it is in, where it is in several.
  let money: MoneyUnit?
  /// The file with its numbers, in the folder of charts; none where there is none.
  let file: String?
  /// Around the first series, where it is known only within bounds; a range a month, or none at all.
  let band: [ClosedRange<Double>?]
  let words: Words

  private static let width = 440.0
  private static let height = 250.0
  private static let left = 62.0
  private static let right = 12.0
  private static let lineOfMarks = 13.0
  private static let bottom = 26.0

  /// Where the lines begin, below the marks.
  private var top: Double { 22 + Self.lineOfMarks * Double(levels.max() ?? 0) }

  private let axis: Axis
  private let factor: Factor

  /// What a number is multiplied by to be written on the axis, and the unit it then has.
  private struct Factor {
    var multiple: Double
    var unit: String
    var decimals: Int

    /// - Parameter most: the largest magnitude to be written.
    init(_ indicator: Indicator, moneyWord: String, most: Double, words: Words) {
      let own = indicator.unit.text(money: moneyWord)
      let unit = words.unit(own)
      (multiple, self.unit) =
        if ValueFormat(of: indicator) == .percent {
          (100, own == "share" ? "%" : own == "share points" ? words("unit.axis.points") : unit)
        } else if most >= 2e9 {
          (1e-9, words("unit.axis.billion", unit))
        } else if most >= 2e6 {
          (1e-6, words("unit.axis.million", unit))
        } else if most >= 2e4 {
          (1e-3, words("unit.axis.thousand", unit))
        } else {
          (1, unit)
        }
      let scaled = most * multiple
      decimals = scaled < 10 ? 2 : scaled < 100 ? 1 : 0
    }
  }

  init(
    number: Int, title: String, months: [Day], indicators: [Indicator], moneyWord: String,
    series: [[Double?]], marks: [LawMark], band: [ClosedRange<Double>?] = [],
    money: MoneyUnit? = nil,
    file: String? = nil, words: Words = Words()
  ) {
    self.words = words
    self.number = number
    self.title = title
    self.months = months
    self.indicators = indicators
    // What is no number has no place in a chart.
    let series = series.map { $0.map { $0.flatMap { $0.isFinite ? $0 : nil } } }
    self.series = series
    self.marks = marks
    self.band = band
    self.money = money
    self.file = file
    let known =
      series.flatMap { $0.compactMap { $0 } }
      + band.flatMap { $0.map { [$0.lowerBound, $0.upperBound] } ?? [] }
    let factor = Factor(
      indicators[0], moneyWord: moneyWord, most: known.map(\.magnitude).max() ?? 0,
      words: words)
    self.factor = factor
    axis = Axis(around: known.map { $0 * factor.multiple })
  }

  /// The chart with its title, legend, and a line in which the script reads values out.
  var html: String {
    let id = "chart\(number)"
    let summary = HTML.escaped(Sentences.summary(months, indicators, series, words, text: text))
    let brief = HTML.escaped(Sentences.brief(months, indicators, series, words, text: text))
    let mark = money.map { " " + MoneyView.mark($0) } ?? ""
    let data = file.map {
      " <a href=\"\(ChartFile.folder)/\(HTML.escaped($0))\" aria-label=\"\(HTML.escaped(words("chart.data", title)))\">"
        + "CSV</a>"
    }
    return """
      <figure class="chart\(mark)"><figcaption><span class="t" id="\(id)t"><b>\(HTML.escaped(title))</b> \
      <span>\(HTML.escaped(factor.unit + cut))</span></span>\(data ?? "")</figcaption>
      \(legend)
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" tabindex="0" role="img" \
      aria-labelledby="\(id)t" aria-describedby="\(id)d" data-chart="\(number)" \
      data-left="\(Int(Self.left))" data-right="\(Int(Self.width - Self.right))">
      <desc id="\(id)d">\(summary)</desc>
      \(grid)
      \(years)
      \(law)
      \(zero)\(bounds)
      \(lines)
      <line class="reader" y1="\(Int(top))" y2="\(Int(Self.height - Self.bottom))"/></svg>
      <output aria-live="polite">\(brief)</output></figure>
      """
  }

  /// Said where the axis does not begin at nothing.
  private var cut: String { axis.low > 0 || axis.high < 0 ? " · " + words("chart.cut") : "" }

  /// A value in the axis' unit, three digits or so.
  private func text(_ value: Double) -> String {
    words.digits(NumberText.fixed(value * factor.multiple, decimals: factor.decimals))
  }

  private var legend: String {
    if indicators.count == 1 { return "" }
    let items = indicators.enumerated().map { place, indicator in
      "<span class=\"key k\(place)\">\(HTML.escaped(words.indicator(indicator)))</span>"
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
    let room = Self.height - top - Self.bottom
    return Self.height - Self.bottom - room * axis.place(value)
  }

  private var grid: String {
    let decimals = axis.step >= 1 && axis.step == axis.step.rounded() ? 0 : axis.step >= 0.1 ? 1 : 2
    return axis.ticks.map { tick in
      let place = short(y(tick))
      let label = words.digits(NumberText.fixed(tick, decimals: decimals))
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
    // A run that ends early in a year has no room for its number.
    return inner.filter { $0 < end && x($0) <= Self.width - 34 }.map { day in
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
    return zip(marks, levels).map { mark, level in
      let place = x(mark.from)
      let title = HTML.escaped(mark.text(words))
      let windows = mark.windows.map { until in
        """
        <rect class="window" x="\(short(place))" y="\(Int(top))" \
        width="\(short(max(1, x(until + 1) - place)))" \
        height="\(short(Self.height - Self.bottom - top))"/>
        """
      }
      let height = top - 7 - Self.lineOfMarks * Double(level)
      return """
        <g><title>\(title)</title>\(windows.joined())<line class="event" x1="\(short(place))" \
        x2="\(short(place))" y1="\(Int(height) + 3)" y2="\(bottom)"/><text class="mark" \
        x="\(short(place))" y="\(Int(height))" text-anchor="middle">\(mark.number)</text></g>
        """
    }.joined()
  }

  /// How many lines above the plot each mark's number stands, so that none covers another.
  private var levels: [Int] {
    var ends: [Double] = []
    return marks.map { mark in
      let half = Double("\(mark.number)".count) * 4.5 + 2
      let start = x(mark.from) - half
      let level = ends.firstIndex { $0 <= start } ?? ends.count
      if level == ends.count { ends.append(0) }
      ends[level] = x(mark.from) + half
      return level
    }
  }

  /// Where a chart has more and less than nothing, nothing is worth a line.
  private var zero: String {
    guard axis.low < 0, axis.high > 0 else { return "" }
    let place = short(y(0))
    return """
      <line class="zero" x1="\(Int(Self.left))" x2="\(Int(Self.width - Self.right))" \
      y1="\(place)" y2="\(place)"/>
      """
  }

  /// The band, in pieces where months are unknown.
  private var bounds: String {
    var pieces: [[(Day, ClosedRange<Double>)]] = [[]]
    for (month, range) in zip(months, band) {
      if let range {
        pieces[pieces.count - 1].append((month, range))
      } else {
        pieces.append([])
      }
    }
    return pieces.filter { !$0.isEmpty }.map { piece in
      func point(_ month: Day, _ value: Double) -> String {
        "\(short(x(month + 15))),\(short(y(value * factor.multiple)))"
      }
      let ends =
        piece.map { point($0.0, $0.1.upperBound) }
        + piece.reversed().map { point($0.0, $0.1.lowerBound) }
      return "<polygon class=\"band\" points=\"\(ends.joined(separator: " "))\"/>"
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
