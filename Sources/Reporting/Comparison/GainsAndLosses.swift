import Kernel
import Measurement
import Results

/// Who gains and who loses: relative changes of groups' numbers with their intervals, as bars.
struct GainsAndLosses {
  private struct Row {
    var group: String
    var label: Label
    var format: ValueFormat
    var estimates: [Estimate]
    var isMoney: Bool

    /// In the currency where it is money.
    var estimate: Estimate { estimates[0] }
  }

  private let rows: [Row]
  private let money: MoneyView
  private let words: Words
  /// What ranges hold: the last part of their head's key.
  private let range: String

  private static let candidates: [(group: String, label: String, indicator: NationalIndicator)] = [
    ("natives", "formal_pay", .wageNative), ("natives", "low_skilled_pay", .wageNativeLow),
    ("natives", "informal_pay", .wageNativeInformal),
    ("natives", "at_work", .nativeEmployment), ("natives", "in_formal_jobs", .nativeFormal),
    ("bound_card_holders", "pay", .wageBound),
    ("portable_card_holders", "pay", .wagePortable),
    ("irregular_workers", "pay", .wageIrregular),
    ("irregular_workers", "number", .irregularWork),
    ("migrants", "pay_withheld", .unpaidWages), ("migrants", "sent_home", .remittances),
    ("employers", "surplus", .employersSurplus), ("employers", "wage_bill", .wageBill),
    ("employers", "vacancies", .vacancies),
    ("treasury", "income_tax", .incomeTax), ("treasury", "social_tax", .socialTax),
    ("treasury", "contributions", .contributions),
    ("treasury", "profit_tax", .profitTax),
    ("treasury", "from_migrants", .revenueFromMigrants),
    ("treasury", "patents", .patentTax), ("treasury", "permit_fees", .permitFees),
    ("treasury", "fines_collected", .finesCollected),
    ("treasury", "enforcement_cost", .enforcementCost), ("treasury", "net", .netFiscal),
    ("police", "bribes", .bribes),
  ]

  /// Nil where the runs have none of the numbers.
  init?(_ results: ComparisonResults, variant: Int, words: Words) {
    self.words = words
    let money = MoneyView(results.money, months: results.months, words: words)
    self.money = money
    range = results.manifest.isOverWorlds ? "worlds" : "interval"
    rows = Self.candidates.compactMap { group, label, name -> Row? in
      guard let estimate = results.effect(name, variant: variant)?.estimate(Effect.after),
        estimate.relative(estimate.difference) != nil,
        let indicator = results.indicators.first(where: { $0.name == name.name })
      else { return nil }
      // Sums of money are in millions, so that they can be read.
      let isLarge = indicator.unit.isMoney && (estimate.base?.magnitude ?? 0) > 1e7
      return Row(
        group: words("group.\(group)"),
        label: Label(words("gain.\(label)"), isLarge ? .millions : nil),
        format: isLarge ? .millions : ValueFormat(of: indicator),
        estimates: money.known(for: indicator).map { unit in
          results.effect(name, variant: variant, in: unit)?.estimate(Effect.after) ?? Estimate()
        }, isMoney: indicator.unit.isMoney)
    }
    if rows.isEmpty { return nil }
  }

  var html: String {
    let ends = rows.flatMap { row in
      [
        row.estimate.difference, row.estimate.range?.lowerBound, row.estimate.range?.upperBound,
      ]
      .compactMap { row.estimate.relative($0)?.magnitude }
    }
    let reach = max(ends.max() ?? 0, 1e-9)
    let body = rows.enumerated().map { place, row in
      let before = place > 0 ? rows[place - 1].group : ""
      let estimate = row.estimate
      return """
        <tr><th scope="row">\(row.group == before ? "" : HTML.escaped(row.group))</th>\
        <td>\(label(row).html)</td>\
        <td class="n">\(words.digits(ValueFormat.relative(estimate.relative(estimate.difference))))</td>\
        <td class="bar">\(bar(estimate, reach))</td>\
        <td class="n">\(difference(row).html)</td></tr>
        """
    }
    return """
      <h3>\(HTML.escaped(words("page.gains")))</h3>
      <div class="scroll"><table class="gains"><thead><tr>\(heads)</tr></thead><tbody>
      \(body.joined(separator: "\n"))
      </tbody></table></div>
      <p class="note">\(HTML.escaped(
        words(
          "page.gains.note",
          words.digits(NumberText.fixed(reach * 100, decimals: reach < 0.1 ? 2 : 0)))))</p>
      """
  }

  private func label(_ row: Row) -> Markup {
    guard row.label.isMoney else { return Markup(row.label.words) }
    return money.markup(isMoney: true) { unit in
      words("label.in_millions", row.label.words, money.word(unit))
    }
  }

  private var heads: String {
    ["group", "what", "relative", range, "change"].map { name in
      let isNumber = ["relative", "change"].contains(name)
      return "<th scope=\"col\"\(isNumber ? " class=\"n\"" : "")>"
        + "\(HTML.escaped(words("page.gains.\(name)")))</th>"
    }.joined()
  }

  private func difference(_ row: Row) -> Markup {
    money.markup(isMoney: row.isMoney) { unit in
      let place = money.known.firstIndex(of: unit) ?? 0
      return words.digits(
        row.format.difference(row.estimates[min(place, row.estimates.count - 1)].difference))
    }
  }

  private func bar(_ estimate: Estimate, _ reach: Double) -> String {
    func x(_ value: Double?) -> Double {
      let part = (estimate.relative(value) ?? 0) / reach
      return ((50 + 48 * part) * 10).rounded() / 10
    }
    let middle = x(estimate.difference)
    let from = min(50, middle)
    let text = NumberText.shortest
    let whisker =
      estimate.range.map { range in
        "<line class=\"ci\" x1=\"\(text(x(range.lowerBound)))\" "
          + "x2=\"\(text(x(range.upperBound)))\" y1=\"7\" y2=\"7\"/>"
      } ?? ""
    return """
      <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true"><rect \
      class="\((estimate.difference ?? 0) < 0 ? "less" : "more")" x="\(text(from))" y="3" \
      width="\(text(((middle - 50).magnitude * 10).rounded() / 10))" height="8"/><line class="axis" \
      x1="50" x2="50" y1="0" y2="14"/>\(whisker)</svg>
      """
  }
}
