import Kernel
import Measurement

/// The CSV files of a comparison, as bytes.
package enum ComparisonTables {
  /// Numbers of an estimate as columns, in the order of ``columns``.
  static let columns = [
    "base", "with_variant", "difference", "lower", "upper", "relative", "relative_lower",
    "relative_upper", "pairing_gain", "replicates",
  ]

  static func numbers(_ estimate: Estimate) -> [Double?] {
    [
      estimate.base, estimate.variant, estimate.difference, estimate.lower, estimate.upper,
      estimate.relative(estimate.difference), estimate.relative(estimate.lower),
      estimate.relative(estimate.upper), estimate.pairingGain, Double(estimate.replicates),
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
