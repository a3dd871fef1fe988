import Kernel
import Measurement
import Results

/// The outcomes of one policy as rows of dots, and of several side by side.
extension FirstScreen {
  /// A row an outcome, the surest first.
  var rows: String {
    guard let first = scenario.firstDifference else { return "" }
    let sorted = outcomes.enumerated().sorted {
      ($0.element.sureness, -$0.offset) > ($1.element.sureness, -$1.offset)
    }.map(\.element)
    let heads = [
      words("outcomes.averages", words.since(first)), words("outcomes.range"),
      words("outcomes.change"), words("outcomes.sure"),
    ]
    return """
      <div class="outcomes" role="table"><div class="head" role="row">\
      \(heads.map { "<span role=\"columnheader\">\(HTML.escaped($0))</span>" }.joined())</div>
      \(sorted.map(row).joined(separator: "\n"))
      </div>
      """
  }

  private func row(_ outcome: Outcome) -> String {
    let name = words("outcome.\(outcome.subject.rawValue)")
    let change = outcome.change.map { outcome.signed($0, words, currency) } ?? "–"
    let part = outcome.relative.map { part in
      " (\(part < 0 ? "−" : "+")\(words.percent(part)))"
    }
    let range = outcome.rangeText(words, currency) ?? words("range.none")
    let isOpen = !outcome.isClear && outcome.low != nil
    return """
      <div class="outcome\(isOpen ? " open" : "")" role="row" \
      data-outcome="\(outcome.subject.rawValue)"><span class="what" role="rowheader">\
      \(HTML.escaped(name))</span><span class="dots" role="cell">\(dots(outcome))\
      <span data-role="range">\(HTML.escaped(range))</span></span><span class="n" role="cell">\
      <b data-role="difference">\(HTML.escaped(change))</b><small>\(HTML.escaped(part ?? ""))</small></span>\
      <span class="sure" role="cell" data-role="agree">\(HTML.escaped(outcome.sure(words)))</span></div>
      """
  }

  /// A dot with its range around no change, on a scale of its own.
  private func dots(_ outcome: Outcome) -> String {
    let reach = [outcome.change, outcome.low, outcome.high].compactMap { $0?.magnitude }.max() ?? 0
    func x(_ value: Double) -> String {
      NumberText.shortest((150 + (reach > 0 ? value / reach : 0) * 138).rounded())
    }
    let bar = outcome.low.flatMap { low in
      outcome.high.map { high in "<path class=\"reach\" d=\"M\(x(low)) 11H\(x(high))\"/>" }
    }
    let dot = outcome.change.map { "<circle class=\"dot\" cx=\"\(x($0))\" cy=\"11\" r=\"5\"/>" }
    return """
      <svg viewBox="0 0 300 22" aria-hidden="true"><path class="nought" d="M150 2V20"/>\
      \(bar ?? "")\(dot ?? "")</svg>
      """
  }

  /// All policies by the same outcomes, where there are several.
  var matrix: String {
    guard results.scenarios.count > 2 else { return "" }
    let all = (1..<results.scenarios.count).map { ($0, Outcome.all(results, variant: $0)) }
    let heads = Outcome.Subject.allCases.map {
      "<th scope=\"col\">\(HTML.escaped(words("outcome.\($0.rawValue)")))</th>"
    }
    let body = all.map { number, outcomes in
      let cells = Outcome.Subject.allCases.map { subject -> String in
        guard let outcome = outcomes.first(where: { $0.subject == subject }),
          let change = outcome.change
        else { return "<td>–</td>" }
        let text = outcome.signed(change, words, currency)
        let kind = outcome.isClear ? change < 0 ? "down" : "up" : "open"
        return "<td class=\"\(kind)\">\(HTML.escaped(text))</td>"
      }
      return """
        <tr><th scope="row">\(HTML.escaped(results.scenarios[number].title))</th>\(cells.joined())</tr>
        """
    }
    return """
      <div class="scroll"><table class="matrix"><caption>\(HTML.escaped(words("matrix.title")))\
      </caption><thead><tr><th scope="col"></th>\(heads.joined())</tr></thead><tbody>\
      \(body.joined())</tbody></table></div>
      """
  }
}
