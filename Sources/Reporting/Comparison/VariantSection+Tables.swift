import Kernel
import Measurement
import Results

/// What a variant does to the flows between statuses, and what its effects cost.
extension VariantSection {
  var flows: String {
    let rows = StatusFlows.counted.compactMap { label, indicator -> [String]? in
      guard
        let estimate = results.effect(indicator, variant: variant)?.estimate(Effect.after),
        estimate.base != nil
      else { return nil }
      let format = ValueFormat.count
      return [
        label, format.text(estimate.base), format.text(estimate.variant),
        format.difference(estimate.difference), format.interval(estimate.range),
      ]
    }
    guard !rows.isEmpty else { return "" }
    return """
      <h3>Flow between statuses</h3>
      \(HTML.table(
        header: [
          "migrants a month", "baseline", "variant", "difference",
          ComparisonWords.rangeHeading(results.manifest),
        ],
        rows: rows, isNumeric: true, isStacked: true))
      <p class="note">Averages of the months that differ.</p>
      """
  }

  /// Only of effects whose sign luck leaves no doubt about.
  var costs: String {
    let costs = results.effects.filter {
      $0.dimension == Effect.cost && $0.variant == variant
    }.compactMap { effect in effect.estimates.first.map { (effect.member, $0) } }
    guard !costs.isEmpty else {
      return results.manifest.replicates > 1 && scenario.firstDifference != nil
        ? """
        <h3>What it costs</h3>
        <p>No cost for each person legalised or irregular job less is given: the interval of either effect \
        includes 0.</p>
        """ : ""
    }
    return """
      <h3>What it costs</h3>
      \(HTML.table(
        header: ["net cost to the budget per", money.word(.own), "95 % interval"],
        rows: costs.map { name, estimate in
          [
            name, NumberText.fixed(estimate.difference ?? 0, decimals: 0),
            "\(NumberText.fixed(estimate.lower ?? 0, decimals: 0)) to "
              + NumberText.fixed(estimate.upper ?? 0, decimals: 0),
          ]
        }, isNumeric: true, isStacked: true))
      <p class="note">Less than 0: the treasury gains. Where a variant has fewer legalised, or more irregular \
      jobs, it is what undoing that would cost. Revenue from migrants less enforcement, over the months that \
      differ; an effect is left out where its own interval includes 0. Intervals after Fieller.</p>
      """
  }
}
