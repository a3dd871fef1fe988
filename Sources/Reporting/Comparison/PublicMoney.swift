import Kernel
import Measurement
import Results

/// What a policy does to public money, step by step: taxes and contributions on migrants' lawful pay, patents, fees, fines
/// collected, profit tax on migrants' work, the cost of police, and what is left.
struct PublicMoney {
  private struct Step {
    var name: String
    /// Money a month.
    var change: Double
    var isSum = false
  }

  private let steps: [Step]
  private let words: Words
  private let currency: String

  /// Nil where the runs lack a part, or nothing changes.
  init?(_ results: ComparisonResults, variant: Int, words: Words) {
    func change(_ indicator: NationalIndicator) -> Double? {
      results.effect(indicator, variant: variant)?.estimate(Effect.after)?.difference
    }
    guard let revenue = change(.revenueFromMigrants), let patents = change(.patentTax),
      let fees = change(.permitFees), let fines = change(.finesCollected),
      let profits = change(.profitTaxMigrants),
      let police = change(.enforcementCost), let net = change(.netFiscal)
    else { return nil }
    let parts = [
      Step(name: "taxes", change: revenue), Step(name: "patents", change: patents),
      Step(name: "fees", change: fees), Step(name: "fines", change: fines),
      Step(name: "profits", change: profits), Step(name: "police", change: -police),
    ].filter { $0.change != 0 && $0.change.isFinite }
    guard !parts.isEmpty, net.isFinite else { return nil }
    steps = parts + [Step(name: "net", change: net, isSum: true)]
    self.words = words
    currency = words.currency(results.money.currency)
  }

  var html: String {
    """
    <h3>\(HTML.escaped(words("page.money")))</h3>
    <svg class="steps" viewBox="0 0 720 \(height)" role="img" aria-label="\(HTML.escaped(summary))">\
    \(bars)</svg>
    <p class="note">\(HTML.escaped(words("page.money.note")))</p>
    """
  }

  private var height: Int { 14 + 34 * steps.count }

  private var summary: String {
    steps.map { "\(words("page.money.\($0.name)")) \(text($0.change))" }.joined(separator: "; ")
  }

  private func text(_ change: Double) -> String {
    (change < 0 ? "−" : "+") + words.money(change, half: nil, currency)
  }

  /// Where each bar begins and ends: a part goes on where the one before it ended, the sum begins at nothing.
  private var spans: [(from: Double, to: Double)] {
    var level = 0.0
    return steps.map { step in
      if step.isSum { return (0, step.change) }
      defer { level += step.change }
      return (level, level + step.change)
    }
  }

  private var bars: String {
    let ends: [Double] = spans.flatMap { [$0.from, $0.to] } + [0]
    let (least, most) = (ends.min() ?? 0, ends.max() ?? 1)
    let reach = max(most - least, 1e-9)
    func x(_ value: Double) -> Double { 240 + 330 * (value - least) / reach }
    func short(_ number: Double) -> String { NumberText.shortest((number * 10).rounded() / 10) }
    let rows = zip(steps, spans).enumerated().map { place, pair in
      let (step, span) = pair
      let top = 8 + 34 * place
      let (from, to) = (min(x(span.from), x(span.to)), max(x(span.from), x(span.to)))
      let kind = step.isSum ? "sum" : step.change < 0 ? "less" : "more"
      return """
        <text class="tick" x="230" y="\(top + 17)" text-anchor="end">\
        \(HTML.escaped(words("page.money.\(step.name)")))</text><rect class="\(kind)" x="\(short(from))" \
        y="\(top)" width="\(short(max(1, to - from)))" height="24"/><text class="tick strong" \
        x="\(short(to + 8))" y="\(top + 17)">\(HTML.escaped(text(step.change)))</text>
        """
    }
    return rows.joined()
      + "<path class=\"nought\" d=\"M\(short(x(0))) 4V\(height - 4)\"/>"
  }
}
