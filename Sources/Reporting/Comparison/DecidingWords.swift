import Measurement
import Results

/// What decides a variant's effects, in words: the assumptions with which they go over plausible worlds.
struct DecidingWords {
  private let results: ComparisonResults
  private let variant: Int
  private let findings: ComparisonFindings

  init(_ results: ComparisonResults, variant: Int) {
    self.results = results
    self.variant = variant
    findings = ComparisonFindings(results)
  }

  /// Outcomes for which an assumption stands out, in the order of the headlines.
  private var rows: [(row: OutcomeRow, assumptions: [Assumption])] {
    OutcomeRow.rows(results, variant: variant).compactMap { row in
      guard findings.verdict(row.indicator, variant: variant) != .notDetected else { return nil }
      let found = findings.deciders(row.indicator, variant: variant)
      return found.isEmpty ? nil : (row, found)
    }
  }

  /// A line an outcome, for the terminal.
  var lines: [String] {
    rows.map { row, assumptions in
      let keys = assumptions.map {
        "\($0.key) (\(Self.signed($0.correlation)))"
      }
      return "what decides “\(row.label.words)”: \(keys.joined(separator: ", "))"
    }
  }

  private static func signed(_ correlation: Double) -> String {
    (correlation > 0 ? "+" : "") + NumberText.fixed(correlation, decimals: 2)
  }
}
