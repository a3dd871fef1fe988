import Kernel
import Measurement

/// The CSV files of a comparison, as bytes.
package enum ComparisonTables {
  /// Numbers of an estimate as columns, in the order of ``columns``.
  static let columns = [
    "base", "with_variant", "difference", "lower", "upper", "relative", "relative_lower",
    "relative_upper", "pairing_gain", "replicates", "median", "p05", "p95", "worlds",
    "same_sign", "luck_share", "p_value",
  ]
  /// Those of them that are whole numbers.
  static let counts = ["replicates", "worlds", "same_sign"]

  static func numbers(_ estimate: Estimate) -> [Double?] {
    let worlds = estimate.overWorlds
    return [
      estimate.base, estimate.variant, estimate.difference, estimate.lower, estimate.upper,
      estimate.relative(estimate.difference), estimate.relative(estimate.lower),
      estimate.relative(estimate.upper), estimate.pairingGain, Double(estimate.replicates),
      worlds?.median, worlds?.p05, worlds?.p95, Double(worlds?.worlds ?? 0),
      worlds.map { Double($0.sameSign) }, worlds?.luckShare, estimate.probability,
    ]
  }

  /// A row a variant, part of the country, indicator and period.
  package static func differences(_ results: ComparisonResults) -> [UInt8] {
    var csv = CSVWriter()
    csv.header(["variant", "dimension", "member", "indicator", "unit", "period"] + columns)
    for effect in results.effects {
      var head = CSVWriter()
      head.field(results.scenarios[effect.variant].name)
      for text in [effect.dimension, effect.member, effect.indicator, effect.unit] {
        head.field(text)
      }
      for (period, estimate) in zip(effect.periods, effect.estimates) {
        csv.fields(head.bytes)
        csv.field(period)
        for number in numbers(estimate) { csv.field(number) }
        csv.endLine()
      }
    }
    return csv.bytes
  }

  /// A row a variant, outcome and assumption.
  package static func assumptions(_ results: ComparisonResults) -> [UInt8] {
    var csv = CSVWriter()
    csv.header(["variant", "indicator", "key", "correlation", "lower", "upper", "is_told"])
    for item in results.assumptions {
      for text in [results.scenarios[item.variant].name, item.indicator, item.key] {
        csv.field(text)
      }
      for number in [item.correlation, item.lower, item.upper] { csv.field(number) }
      csv.field(item.isTold ? "true" : "false")
      csv.endLine()
    }
    return csv.bytes
  }

  /// As a run folder's `national.csv`.
  package static func national(_ run: ComparedRun, _ names: [String]) -> [UInt8] {
    var csv = CSVWriter()
    csv.header(["month"] + names)
    for (month, row) in zip(run.months, run.national) {
      csv.field(month.monthText)
      for number in row { csv.field(number) }
      csv.endLine()
    }
    return csv.bytes
  }

  /// As a run folder's `replicates.csv`.
  package static func replicates(_ runs: [ComparedRun], _ names: [String]) -> [UInt8] {
    var csv = CSVWriter()
    csv.header(["month", "replicate"] + names)
    for (replicate, run) in runs.enumerated() {
      for (month, row) in zip(run.months, run.national) {
        csv.field(month.monthText)
        csv.field(Int64(replicate))
        for number in row { csv.field(number) }
        csv.endLine()
      }
    }
    return csv.bytes
  }
}
