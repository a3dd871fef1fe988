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
  private let range: String

  private static let candidates: [(group: String, label: String, indicator: NationalIndicator)] = [
    ("natives", "formal pay", .wageNative), ("natives", "low-skilled pay", .wageNativeLow),
    ("natives", "informal pay", .wageNativeInformal),
    ("natives", "at work", .nativeEmployment), ("natives", "in formal jobs", .nativeFormal),
    ("bound card holders", "pay", .wageBound),
    ("portable card holders", "pay", .wagePortable),
    ("irregular workers", "pay", .wageIrregular),
    ("irregular workers", "number", .irregularEmployed),
    ("migrants", "pay withheld", .unpaidWages), ("migrants", "sent home", .remittances),
    ("employers", "wage bill", .wageBill), ("employers", "vacancies", .vacancies),
    ("treasury", "income tax", .incomeTax), ("treasury", "social tax", .socialTax),
    ("treasury", "contributions", .contributions),
    ("treasury", "from migrants", .revenueFromMigrants),
    ("treasury", "enforcement cost", .enforcementCost), ("treasury", "net", .netFiscal),
    ("police", "bribes", .bribes),
  ]

  /// Nil where the runs have none of the numbers.
  init?(_ results: ComparisonResults, variant: Int) {
    let money = MoneyView(results.money, months: results.months)
    self.money = money
    range = ComparisonWords.rangeHeading(results.manifest)
    rows = Self.candidates.compactMap { group, label, name -> Row? in
      guard let estimate = results.effect(name, variant: variant)?.estimate(Effect.after),
        estimate.relative(estimate.difference) != nil,
        let indicator = results.indicators.first(where: { $0.name == name.name })
      else { return nil }
      // Sums of money are in millions, so that they can be read.
      let isLarge = indicator.unit.isMoney && (estimate.base?.magnitude ?? 0) > 1e8
      return Row(
        group: group, label: Label(label, isLarge ? .millions : nil),
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
        <td>\(money.markup(row.label).html)</td>\
        <td class="n">\(ValueFormat.relative(estimate.relative(estimate.difference)))</td>\
        <td class="bar">\(bar(estimate, reach))</td>\
        <td class="n">\(difference(row).html)</td></tr>
        """
    }
    return """
      <h3>Who gains, who loses</h3>
      <div class="scroll"><table class="gains"><thead><tr><th scope="col">group</th>\
      <th scope="col">what</th><th scope="col" class="n">relative</th>\
      <th scope="col">with \(range)</th><th scope="col" class="n">difference</th></tr>\
      </thead><tbody>
      \(body.joined(separator: "\n"))
      </tbody></table></div>
      <p class="note">Means of the months that differ. Bars reach to \
      ±\(NumberText.fixed(reach * 100, decimals: reach < 0.1 ? 2 : 0)) %; the line in the middle is 0.</p>
      """
  }

  private func difference(_ row: Row) -> Markup {
    money.markup(isMoney: row.isMoney) { unit in
      let place = money.known.firstIndex(of: unit) ?? 0
      return row.format.difference(row.estimates[min(place, row.estimates.count - 1)].difference)
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
