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
    let findings = ComparisonFindings(results)
    let money = results.money.currency.code
    func having(_ verdict: ComparisonFindings.Verdict) -> [OutcomeRow] {
      rows.filter { findings.verdict($0.indicator, variant: variant) == verdict }
    }
    let rest =
      silence(having(.notDetected), money) + open(having(.signDepends), findings, variant, money)
    let told = bySize(having(.told))
    guard !told.isEmpty else {
      return "\(opening) the runs differ, but no headline outcome "
        + (rest.isEmpty || having(.signDepends).isEmpty
          ? "changed by more than chance would explain."
          : "changed the same way throughout.\(rest)")
    }
    let found = told.prefix(2).map { change($0, money: money) }.joined(separator: ", and ")
    return "\(opening), \(found).\(rest)"
  }

  private static func names(_ rows: [OutcomeRow], _ money: String) -> String {
    rows.map { $0.label.text(money: money) }.joined(separator: "; ")
  }

  private static func silence(_ rows: [OutcomeRow], _ money: String) -> String {
    rows.isEmpty ? "" : " No detectable effect on: \(names(rows, money))."
  }

  /// What has an effect in most worlds, but not of one sign, and on what that depends.
  private static func open(
    _ rows: [OutcomeRow], _ findings: ComparisonFindings, _ variant: Int, _ money: String
  ) -> String {
    rows.map { row in
      let keys = findings.deciders(row.indicator, variant: variant).map(\.key)
      let most =
        keys.isEmpty
        ? "no single one stands out" : "most on \(keys.joined(separator: ", "))"
      return
        " Whether “\(row.label.text(money: money))” rises or falls depends on assumptions (\(most))."
    }.joined()
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
      if let worlds = estimate.overWorlds {
        "; in nine worlds of ten \(row.format.interval(worlds.p05, worlds.p95)), with the same sign in "
          + "\(worlds.sameSign) of \(worlds.worlds)"
      } else if estimate.lower == nil {
        ""
      } else {
        "; 95 % interval \(row.format.interval(estimate.lower, estimate.upper))"
      }
    return "“\(row.label.text(money: money))” \(verb) on average "
      + "(\(ValueFormat.relative(estimate.relative(estimate.difference)))\(interval))"
  }
}
