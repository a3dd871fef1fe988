import Kernel
import Results

/// What `kosh compare --format json` prints: the folder, its manifest, and each variant's headline.
package enum ComparisonJSON {
  package static func json(_ results: ComparisonResults, folder: String) -> JSON {
    let findings = ComparisonFindings(results)
    let variants = (1..<results.scenarios.count).map { variant in
      let scenario = results.scenarios[variant]
      let rows = OutcomeRow.rows(results, variant: variant).map { row in
        let estimate = row.estimate
        let worlds = estimate.overWorlds
        let verdict = findings.verdict(row.indicator, variant: variant)
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
          ("median", .numberOrNull(worlds?.median)), ("p05", .numberOrNull(worlds?.p05)),
          ("p95", .numberOrNull(worlds?.p95)), ("worlds", .integer(worlds?.worlds ?? 0)),
          ("same_sign", worlds.map { .integer($0.sameSign) } ?? .null),
          ("luck_share", .numberOrNull(worlds?.luckShare)),
          ("p_value", .numberOrNull(estimate.probability)),
          ("verdict", .text(verdict.word)),
          (
            "depends_on",
            .array(findings.deciders(row.indicator, variant: variant).map(json))
          ),
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

  private static func json(_ assumption: Assumption) -> JSON {
    .object([
      ("key", .text(assumption.key)), ("correlation", .number(assumption.correlation)),
      ("lower", .number(assumption.lower)), ("upper", .number(assumption.upper)),
    ])
  }
}

extension ComparisonFindings.Verdict {
  /// As programs read it.
  fileprivate var word: String {
    switch self {
    case .told: "told"
    case .notDetected: "not detected"
    case .signDepends: "sign depends on assumptions"
    }
  }
}
