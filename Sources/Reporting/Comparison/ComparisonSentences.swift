import Kernel
import Results

/// Sentences computed from a comparison's numbers, true for the unexciting ones too.
enum ComparisonSentences {
  /// What a variant moved most clearly, and what it did not move measurably.
  static func lead(_ results: ComparisonResults, _ variant: Int) -> String {
    guard let first = results.scenarios[variant].firstDifference else {
      return "Nothing differs: every number of every month and replicate equals the baseline's."
    }
    let rows = OutcomeRow.rows(results, variant: variant)
    let opening = "From \(RunWords.month(first)) on"
    guard results.manifest.replicates > 1 else {
      let largest = bySize(rows).first.map {
        "\(opening), \(change($0, money: results.money.currency.code))."
      }
      return (largest ?? "\(opening) the two runs differ.")
        + " With one replicate, chance cannot be told apart from the effect of the variant."
    }
    let clear = bySize(rows.filter { $0.estimate.isClear })
    let money = results.money.currency.code
    let unclear = rows.filter { !$0.estimate.isClear }.map { $0.label.text(money: money) }
    guard !clear.isEmpty else {
      return
        "\(opening) the runs differ, but no headline outcome changed by more than chance would explain."
    }
    let found = clear.prefix(2).map { change($0, money: money) }.joined(separator: ", and ")
    let rest =
      unclear.isEmpty ? "" : " No detectable effect on: \(unclear.joined(separator: "; "))."
    return "\(opening), \(found).\(rest)"
  }

  /// The largest relative changes first.
  private static func bySize(_ rows: [OutcomeRow]) -> [OutcomeRow] {
    func size(_ row: OutcomeRow) -> Double {
      row.estimate.relative(row.estimate.difference)?.magnitude ?? 0
    }
    return rows.filter { $0.estimate.difference != nil }.sorted { size($0) > size($1) }
  }

  /// `vacancies fell by 1,234 on average (−1.20 %; 95 % interval −1,300 to −1,168)`.
  private static func change(_ row: OutcomeRow, money: String) -> String {
    let estimate = row.estimate
    let difference = estimate.difference ?? 0
    let amount = row.format.difference(difference.magnitude).drop { $0 == "+" }
    let verb =
      difference == 0 ? "stayed" : (difference > 0 ? "is higher by " : "is lower by ") + amount
    let interval =
      estimate.lower == nil
      ? "" : "; 95 % interval \(row.format.interval(estimate.lower, estimate.upper))"
    return "“\(row.label.text(money: money))” \(verb) on average "
      + "(\(ValueFormat.relative(estimate.relative(estimate.difference)))\(interval))"
  }
}
