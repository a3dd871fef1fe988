import Kernel
import Measurement
import Results

/// How migrants move between home, search, irregular and lawful work: counts of events, as a figure and year
/// by year.
struct StatusFlows {
  /// What is told.
  static let counted: [NationalIndicator] = [
    .arrivals, .returns, .expelled, .migrantHires, .irregularHires, .migrantsGainedStatus,
    .migrantsLostStatus, .legalised, .cardsLapsed, .patentsSold,
  ]

  private let results: RunResults
  private let words: Words

  /// Nil where the run does not count them, or nobody came.
  init?(_ results: RunResults, words: Words) {
    self.results = results
    self.words = words
    guard let arrivals = results.series(.arrivals), arrivals.contains(where: { ($0 ?? 0) != 0 }),
      results.series(.irregularHires) != nil, results.series(.migrantsGainedStatus) != nil
    else { return nil }
  }

  /// Mean a month over the last twelve.
  private func recent(_ indicator: NationalIndicator) -> Double {
    let known = (results.series(indicator) ?? []).suffix(12).compactMap { $0 }
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }

  var html: String {
    let count = min(12, results.months.count)
    return """
      <h2>\(HTML.escaped(words("page.flows")))</h2>
      <p class="note">\(HTML.escaped(words("flow.note", "\(count)")))</p>
      \(figure)
      \(years)
      """
  }

  private func number(_ value: Double) -> String {
    words.digits(NumberText.fixed(value, decimals: 0))
  }

  private var figure: String {
    let irregular = recent(.irregularHires)
    let lawful = max(0, recent(.migrantHires) - irregular)
    let arrows: [(Arrow, Double, String)] = [
      (Arrow(90, 104, 174, 104), recent(.arrivals), "x=\"127\" y=\"92\" text-anchor=\"middle\""),
      (Arrow(174, 126, 90, 126), recent(.returns), "x=\"135\" y=\"148\" text-anchor=\"middle\""),
      (Arrow(268, 104, 329, 54), irregular, "x=\"290\" y=\"68\" text-anchor=\"end\""),
      (Arrow(268, 126, 329, 176), lawful, "x=\"290\" y=\"172\" text-anchor=\"end\""),
      (
        Arrow(356, 68, 356, 163), recent(.migrantsGainedStatus),
        "x=\"346\" y=\"118\" text-anchor=\"end\""
      ),
      (Arrow(396, 164, 396, 69), recent(.migrantsLostStatus), "x=\"404\" y=\"118\""),
    ]
    let most = max(arrows.map(\.1).max() ?? 0, 1)
    let lines = arrows.map { arrow, number, place in
      """
      \(arrow.html(breadth: 1 + 9 * number / most))<text class="tick strong" \
      \(place)>\(self.number(number))</text>
      """
    }
    let boxes = [
      ("home", 4, 92), ("searching", 176, 92), ("irregular_job", 330, 22), ("lawful_job", 330, 164),
    ].map { name, x, y in
      let width = x == 4 ? 84 : x == 176 ? 90 : 104
      return """
        <rect class="status" x="\(x)" y="\(y)" width="\(width)" height="46" rx="7"/><text \
        class="name" x="\(x + width / 2)" y="\(y + 28)" text-anchor="middle">\(HTML.escaped(words("flow.box.\(name)")))</text>
        """
    }
    return """
      <svg class="flows" viewBox="0 0 440 232" role="img" aria-labelledby="flowsd">
      <desc id="flowsd">\(HTML.escaped(summary))</desc>
      \(lines.joined(separator: "\n"))
      \(boxes.joined(separator: "\n"))
      \(patents)</svg>
      """
  }

  /// A way to lawful work from any other box and a way to stay there, and so words in place of an arrow.
  private var patents: String {
    let sold = recent(.patentsSold)
    return sold == 0
      ? ""
      : """
      <text class="tick strong" x="434" y="225" text-anchor="end">\
      \(HTML.escaped(words("flow.box.patents", number(sold))))</text>
      """
  }

  private var summary: String {
    Self.counted.filter { results.series($0) != nil }.map { indicator in
      "\(words("flow.\(indicator.name)")): \(number(recent(indicator)))"
    }.joined(separator: "; ") + " (\(words("page.flows.unit")))."
  }

  /// Sums of calendar years.
  private var years: String {
    let years = results.months.map(\.civil.year).reduce(into: [Int]()) {
      if $0.last != $1 { $0.append($1) }
    }
    let rows = Self.counted.compactMap { indicator -> [String]? in
      guard let series = results.series(indicator) else { return nil }
      return [words("flow.\(indicator.name)")]
        + years.map { year in
          number(
            zip(results.months, series).reduce(0) {
              $1.0.civil.year == year ? $0 + ($1.1 ?? 0) : $0
            })
        }
    }
    return HTML.table(
      header: [words("flow.years")] + years.map { "\($0)" }, rows: rows, isNumeric: true)
  }

  /// A line with a head, as broad as what it stands for.
  private struct Arrow {
    var from: (x: Double, y: Double)
    var to: (x: Double, y: Double)

    init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
      from = (x1, y1)
      to = (x2, y2)
    }

    func html(breadth: Double) -> String {
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let length = (dx * dx + dy * dy).squareRoot()
      let (ux, uy) = (dx / length, dy / length)
      let head = 10.0
      let half = max(5, breadth / 2 + 3)
      let neck = (x: to.x - head * ux, y: to.y - head * uy)
      func point(_ x: Double, _ y: Double) -> String {
        "\(NumberText.shortest((x * 10).rounded() / 10)),\(NumberText.shortest((y * 10).rounded() / 10))"
      }
      let corners = [
        point(neck.x - half * uy, neck.y + half * ux), point(to.x, to.y),
        point(neck.x + half * uy, neck.y - half * ux),
      ]
      return """
        <path class="flow" d="M\(point(from.x, from.y)) L\(point(neck.x, neck.y))" \
        stroke-width="\(NumberText.fixed(breadth, decimals: 1))"/><polygon class="head" \
        points="\(corners.joined(separator: " "))"/>
        """
    }
  }

  static let css = """
    .flows{max-width:620px;margin:.4rem 0 1rem}.flow{stroke:var(--c0);opacity:.55;fill:none}\
    .head{fill:var(--c0);opacity:.55}.status{fill:var(--card);stroke:var(--soft)}\
    .name{fill:var(--ink);font-size:13px}.strong{fill:var(--ink)}
    """
}
