import Measurement
import Results
import Statistics

/// Which effects a page tells in sentences, and why it is silent of the others.
///
/// Told is what stands out from chance among everything that the page could tell (at a twentieth of false ones,
/// by Benjamini and Hochberg), and has the same sign in nine worlds of ten.
package struct ComparisonFindings {
  /// What can be said of an effect.
  package enum Verdict: Equatable, Sendable {
    case told
    /// Chance alone would give as much.
    case notDetected
    /// There is an effect in most worlds, but not of one sign.
    case signDepends
  }

  /// Of what is told, how much may be chance.
  private static let falseShare = 0.05
  /// The part of the variance beyond which a spread over worlds is put down to luck.
  static let mostLuck = 0.5
  private var verdicts: [Int: [NationalIndicator: Verdict]] = [:]
  private let results: ComparisonResults

  package init(_ results: ComparisonResults) {
    self.results = results
    let rows = (1..<results.scenarios.count)
      .filter { results.scenarios[$0].firstDifference != nil }
      .flatMap { variant in OutcomeRow.rows(results, variant: variant).map { (variant, $0) } }
    let tested = rows.filter { $0.1.estimate.probability != nil }
    let found =
      (try? discoveries(
        among: tested.map { $0.1.estimate.probability ?? 1 }, falseShare: Self.falseShare))
      ?? tested.map { _ in false }
    for ((variant, row), isFound) in zip(tested, found) {
      verdicts[variant, default: [:]][row.indicator] = Self.verdict(row.estimate, isFound: isFound)
    }
    // What older versions wrote has no probabilities.
    for (variant, row) in rows where row.estimate.probability == nil && row.estimate.isClear {
      verdicts[variant, default: [:]][row.indicator] = .told
    }
  }

  private static func verdict(_ estimate: Estimate, isFound: Bool) -> Verdict {
    guard let worlds = estimate.overWorlds else { return isFound ? .told : .notDetected }
    if worlds.agrees { return isFound ? .told : .notDetected }
    return (worlds.luckShare ?? 0) < mostLuck ? .signDepends : .notDetected
  }

  package func verdict(_ indicator: NationalIndicator, variant: Int) -> Verdict {
    verdicts[variant]?[indicator] ?? .notDetected
  }

  /// The assumptions that stand out in an effect, the strongest first; three at most.
  package func deciders(_ indicator: NationalIndicator, variant: Int) -> [Assumption] {
    let own = results.assumptions.filter {
      $0.variant == variant && $0.indicator == indicator.name && $0.isTold
    }
    return Array(own.prefix(3))
  }
}
