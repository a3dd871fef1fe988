import Kernel
import Measurement
import Results

/// What a variant does to the flows between statuses, and what its effects cost.
extension VariantSection {
  var flows: String {
    let rows = StatusFlows.counted.compactMap { indicator -> [String]? in
      guard
        let estimate = results.effect(indicator, variant: variant)?.estimate(Effect.after),
        estimate.base != nil
      else { return nil }
      let format = ValueFormat.count
      return [
        words("flow.\(indicator.name)"),
        words.digits(format.text(estimate.base)), words.digits(format.text(estimate.variant)),
        words.digits(format.difference(estimate.difference)), words.interval(format, estimate),
      ]
    }
    guard !rows.isEmpty else { return "" }
    return """
      <h3>\(HTML.escaped(words("page.flows")))</h3>
      \(HTML.table(
        header: [words("page.flows.unit")]
          + ["base", "policy", "change", rangeName].map { words("page.table.\($0)") },
        rows: rows, isNumeric: true, isStacked: true))
      <p class="note">\(HTML.escaped(averages))</p>
      """
  }

  /// Only where neither the effect nor the money may have the other sign.
  var costs: String {
    let costs = results.effects.filter {
      $0.dimension == Effect.cost && $0.variant == variant
    }.compactMap { effect in effect.estimates.first.map { (effect.member, $0) } }
      .filter { $0.1.isClear }
    guard !costs.isEmpty else { return "" }
    return """
      <h3>\(HTML.escaped(words("page.costs")))</h3>
      \(HTML.table(
        header: [words("page.costs.per"), money.word(.own), words("page.table.interval")],
        rows: costs.map { name, estimate in
          [
            words("page.costs.\(name.replacing(" ", with: "_").replacing("-", with: "_"))"),
            words.digits(NumberText.fixed(estimate.difference ?? 0, decimals: 0)),
            words.digits(NumberText.fixed(estimate.lower ?? 0, decimals: 0)) + " "
              + words("interval.to") + " "
              + words.digits(NumberText.fixed(estimate.upper ?? 0, decimals: 0)),
          ]
        }, isNumeric: true, isStacked: true))
      <p class="note">\(HTML.escaped(words("page.costs.note")))</p>
      """
  }
}
