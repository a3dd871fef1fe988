import Kernel
import Results

/// The terminal's table of a variant whose replicates live in plausible worlds.
enum WorldsText {
  private static let labelWidth = 37
  private static let columnWidths = [12, 12, 12, 26, 15]

  static func table(_ results: ComparisonResults, _ variant: Int) -> [String] {
    let since = results.scenarios[variant].firstDifference.map { " since \($0.monthText)" } ?? ""
    let head = ["base", "policy", "change", "nine in ten worlds", "worlds agree"]
    return [ComparisonText.line("monthly averages\(since)", head, labelWidth, columnWidths)]
      + OutcomeRow.rows(results, variant: variant).map { row in
        let estimate = row.estimate
        let ends = estimate.overWorlds.map { row.format.alike([$0.median, $0.p05, $0.p95]) }
        let unit = row.format == .percent ? " pts" : ""
        return ComparisonText.line(
          row.label.text(money: results.money.currency.code),
          [
            row.format.text(estimate.base), row.format.text(estimate.variant),
            ends.map { $0[0] + unit } ?? "–", ends.map { "\($0[1]) to \($0[2])" } ?? "–",
            ComparisonWords.agreement(estimate),
          ], labelWidth, columnWidths)
      }
  }
}
