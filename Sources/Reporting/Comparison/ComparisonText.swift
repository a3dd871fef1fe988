import Kernel
import Measurement
import Results

/// What `kosh compare` prints.
package enum ComparisonText {
  private static let labelWidth = 37
  private static let columnWidths = [14, 14, 15, 24, 12, 9]

  /// The whole text, ended by a line feed. The last line is where the page lies.
  package static func text(_ results: ComparisonResults, page: String) -> String {
    var lines = [title(results)]
    lines += ComparisonWords.intervals(results.manifest).map { ["", $0] } ?? []
    for variant in 1..<results.scenarios.count {
      lines.append("")
      lines.append(heading(results, variant))
      lines += table(results, variant)
      lines += DecidingWords(results, variant: variant).lines
    }
    lines += ComparisonWords.shortfalls(results)
    lines.append("")
    let manifest = results.manifest
    if let first = Day(text: manifest.firstDay) {
      let outside = RunWords.daysOfNoMonth(
        results.months, from: first, to: Day(text: manifest.lastDay))
      lines += [outside].compactMap { $0 }
    }
    if !results.isChecked { lines.append(RunWords.unchecked) }
    lines.append(costs(manifest))
    lines.append(page)
    return lines.joined(separator: "\n") + "\n"
  }

  static func title(_ results: ComparisonResults) -> String {
    let manifest = results.manifest
    let base = results.scenarios[0]
    return "\(base.title) and \(results.scenarios.count - 1) "
      + "\(results.scenarios.count == 2 ? "variant" : "variants")   \(manifest.firstDay) to "
      + "\(manifest.lastDay)   scale \(RunWords.scale(manifest.scale)) "
      + "(\(RunWords.short(base.persons)) persons)   seed \(manifest.seed)   "
      + ComparisonWords.replicates(manifest)
  }

  private static func heading(_ results: ComparisonResults, _ variant: Int) -> String {
    let scenario = results.scenarios[variant]
    guard scenario.firstDifference != nil else {
      return "\(scenario.title) (\(scenario.name)): equal to the baseline in every number"
    }
    return "\(scenario.title) (\(scenario.name)): \(ComparisonWords.since(results, variant))"
  }

  private static func table(_ results: ComparisonResults, _ variant: Int) -> [String] {
    if results.manifest.isOverWorlds { return WorldsText.table(results, variant) }
    let head = ["base", "variant", "difference", "95 % interval", "relative", "pairing"]
    return [line("", head, labelWidth, columnWidths)]
      + OutcomeRow.rows(results, variant: variant).map { row in
        let estimate = row.estimate
        return line(
          row.label.text(money: results.money.currency.code),
          [
            row.format.text(estimate.base), row.format.text(estimate.variant),
            row.format.difference(estimate.difference),
            row.format.interval(estimate.lower, estimate.upper),
            ValueFormat.relative(estimate.relative(estimate.difference)),
            estimate.pairingGain.map { "×" + ComparisonWords.factor($0) } ?? "–",
          ], labelWidth, columnWidths)
      }
  }

  /// A row of a table: a label to the left, cells to the right.
  static func line(
    _ label: String, _ cells: [String], _ labelWidth: Int, _ columnWidths: [Int]
  ) -> String {
    let padded = zip(cells, columnWidths).map { text, width in
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    return label + String(repeating: " ", count: max(0, labelWidth - label.count))
      + padded.joined()
  }

  private static func costs(_ manifest: ComparisonManifest) -> String {
    let threads = manifest.threads == 1 ? "1 thread" : "\(manifest.threads) threads"
    return "\(NumberText.grouped(manifest.runsSimulated)) runs in "
      + "\(RunWords.seconds(manifest.wallSeconds)) on \(threads), "
      + "\(RunWords.bytes(manifest.peakMemoryBytes))   digest "
      + RunWords.short(digest: manifest.digest)
  }
}

/// One outcome that a reader wants first, with what a variant does to it.
struct OutcomeRow {
  var label: Label
  var indicator: NationalIndicator
  var format: ValueFormat
  /// In the currency where it is money.
  var estimate: Estimate
  var isMoney: Bool { label.isMoney }

  /// The headline's indicators as far as the runs have them: means of the months that differ.
  static func rows(_ results: ComparisonResults, variant: Int) -> [OutcomeRow] {
    Headline.candidates.compactMap { candidate in
      guard
        let estimate = results.effect(candidate.indicator, variant: variant)?
          .estimate(Effect.after),
        !Headline.isIdle(candidate.indicator, [estimate.base, estimate.variant])
      else { return nil }
      return OutcomeRow(
        label: candidate.label, indicator: candidate.indicator, format: candidate.format,
        estimate: estimate)
    }
  }
}

/// Phrases about a comparison that the terminal and the page share.
enum ComparisonWords {
  static func replicates(_ manifest: ComparisonManifest) -> String {
    let count = manifest.replicates
    let draws = manifest.isLuckCommon ?? true ? "the same random draws" : "draws of their own"
    if manifest.isOverWorlds {
      let twice = manifest.secondLives ?? 0
      return "\(manifest.worlds ?? 0) plausible worlds"
        + (count > manifest.worlds ?? 0 ? ", \(count) replicates" : "")
        + (twice > 0 ? ", \(twice) of them lived twice" : "")
    }
    return count == 1 ? "1 replicate, so no intervals" : "\(count) replicates with \(draws)"
  }

  /// What intervals hold, where they are not over worlds; nil where a table's columns say it.
  static func intervals(_ manifest: ComparisonManifest) -> String? {
    if manifest.isOverWorlds { return nil }
    return manifest.replicates == 1
      ? "No intervals: with one replicate, luck cannot be told apart from the effect."
      : "Intervals hold luck alone, 95 % of the mean over \(manifest.replicates) replicates; not what the "
        + "assumptions leave open."
  }

  /// A sentence for each variant that is not known as precisely as was asked for.
  static func shortfalls(_ results: ComparisonResults) -> [String] {
    guard let goal = results.manifest.precision else { return [] }
    let wanted = ValueFormat.relative(goal.share).drop { $0 == "+" }
    return results.shortOfPrecision.map { variant, share in
      let known =
        share.map { "is known to ±\(ValueFormat.relative($0).drop { $0 == "+" })" }
        ?? "has no interval"
      return
        "the difference of \(goal.outcome) in \(results.scenarios[variant].name) \(known), and "
        + "±\(wanted) of the baseline's value was asked for: allow more --replicates"
    }
  }

  /// From when on a variant differs, and what means are of.
  static func since(_ results: ComparisonResults, _ variant: Int) -> String {
    guard let first = results.scenarios[variant].firstDifference else {
      return "equal to the baseline in every number"
    }
    let count = results.months.count { $0 >= first }
    return "differs from \(first.monthText) on; "
      + (count == 1 ? "that month" : "means of the \(count) months since")
  }

  /// What the range of a difference is.
  static func range(_ manifest: ComparisonManifest) -> String {
    manifest.isOverWorlds ? "the range of nine worlds in ten" : "the 95 % interval"
  }

  static func rangeHeading(_ manifest: ComparisonManifest) -> String {
    manifest.isOverWorlds ? "nine in ten worlds" : "95 % interval"
  }

  /// In how many worlds a difference has its median's sign.
  static func agreement(_ estimate: Estimate) -> String {
    estimate.overWorlds.map { "\($0.sameSign) of \($0.worlds)" } ?? "–"
  }

  static let pairingNote =
    "“Pairing” is by how much common luck cuts the variance of the difference, and so the replicates needed."
  static let worldsNote =
    "Worlds are sets of assumptions under which the model gives the documented facts; they agree where the "
    + "difference has the same sign."

  /// By how much pairing saves, short.
  static func factor(_ gain: Double) -> String {
    NumberText.fixed(gain, decimals: gain < 10 ? 1 : 0)
  }
}
