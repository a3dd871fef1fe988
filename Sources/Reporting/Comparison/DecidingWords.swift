import Kernel
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

  /// The part of a page, with its heading; empty without worlds.
  func html(_ words: Words) -> String {
    guard results.manifest.isOverWorlds, results.scenarios[variant].firstDifference != nil else {
      return ""
    }
    let items = rows.flatMap { row, assumptions in
      assumptions.map { assumption in
        let ends = [assumption.lower, assumption.upper].map { words.digits(Self.signed($0)) }
        let text = words(
          assumption.correlation > 0 ? "page.depends.higher" : "page.depends.lower",
          words.label(Label(row.label.words), of: row.indicator, money: ""), assumption.key,
          words.digits(Self.signed(assumption.correlation)),
          "\(ends[0]) \(words("interval.to")) \(ends[1])")
        return "<li>\(HTML.escaped(text))</li>"
      }
    }
    let list =
      items.isEmpty
      ? "<p>\(HTML.escaped(words("page.depends.none")))</p>" : "<ul>\(items.joined())</ul>"
    return """
      <h3>\(HTML.escaped(words("page.depends")))</h3>
      \(list)
      <p class="note">\(HTML.escaped(words("page.depends.note")))</p>
      """
  }

  private static func signed(_ correlation: Double) -> String {
    (correlation > 0 ? "+" : "") + NumberText.fixed(correlation, decimals: 2)
  }
}
