import Results

/// What `kosh compare --format json` prints: the folder, its manifest, and each variant's headline.
package enum ComparisonJSON {
  package static func json(_ results: ComparisonResults, folder: String) -> JSON {
    let variants = (1..<results.scenarios.count).map { variant in
      let scenario = results.scenarios[variant]
      let rows = OutcomeRow.rows(results, variant: variant).map { row in
        let estimate = row.estimate
        return JSON.object([
          ("indicator", .text(row.indicator.name)),
          ("label", .text(row.label.text(money: results.money.currency.code))),
          ("base", .numberOrNull(estimate.base)), ("with_variant", .numberOrNull(estimate.variant)),
          ("difference", .numberOrNull(estimate.difference)),
          ("lower", .numberOrNull(estimate.lower)),
          ("upper", .numberOrNull(estimate.upper)),
          ("relative", .numberOrNull(estimate.relative(estimate.difference))),
          ("pairing_gain", .numberOrNull(estimate.pairingGain)),
          ("replicates", .integer(estimate.replicates)),
        ])
      }
      return JSON.object([
        ("name", .text(scenario.name)), ("title", .text(scenario.title)),
        ("first_difference", scenario.firstDifference.map { .text($0.monthText) } ?? .null),
        (
          "precision_reached",
          results.manifest.precision == nil
            ? .null : .flag(!results.shortOfPrecision.contains { $0.variant == variant })
        ),
        ("headline", .array(rows)),
      ])
    }
    return .object([
      ("folder", .text(folder)), ("manifest", results.manifest.json),
      ("variants", .array(variants)),
    ])
  }
}
