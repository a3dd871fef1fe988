import Experiments
import Kernel
import Reporting
import Results

extension SensitivityPage {
  /// The page of a sweep's policies: which holds up on an outcome, and what decides it.
  init(
    _ sweep: Sweep, _ found: PolicyComparison, outcome: String,
    prefer: PolicyComparison.Preference
  ) {
    let tables = found.tables(outcome, prefer: prefer)
    var sections = [
      found.regrets(tables[0], outcome, prefer), found.wins(outcome),
    ]
    if tables.count > 1 { sections.append(found.deciding(tables[1])) }
    self.init(
      kind: "Robust policy", title: sweep.plan.name, question: sweep.plan.question,
      about: SensitivityPage.about(sweep), sections: sections)
  }
}

extension PolicyComparison {
  fileprivate func regrets(
    _ table: StudyTable, _ outcome: String, _ prefer: Preference
  ) -> SensitivityPage.Section {
    SensitivityPage.Section(
      heading: "Regret on \(outcome), \(prefer == .high ? "more" : "less") is better",
      lead: lead,
      warning: warning,
      chart: RankChart(
        title: "Regret of each policy",
        caption: "Bars: mean over all futures; lines: up to the worst; ticks: 95th percentile.",
        bars: policies.map {
          RankChart.Bar(
            name: $0.name, value: $0.meanRegret, lower: $0.meanRegret, upper: $0.worstRegret,
            second: $0.highRegret)
        }), header: table.columns, rows: table.rows,
      notes: table.notes.filter { $0 != leftOutSentence })
  }

  private var warning: String? {
    let small =
      futures < 30
      ? "The sample is small: with \(futures) futures, shares and deciding factors may change. "
        + "Use at least 30." : nil
    let sentences = [small, leftOutSentence].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var lead: String {
    guard let robust = policies.first else { return "There is no policy." }
    let share = percent(policies.first { $0.name == favourite }?.bestShare ?? 0)
    if robust.name == favourite {
      return "\(robust.name) is the most robust, and the best in \(share) of \(futures) futures."
    }
    return "\(robust.name) is the most robust: its worst regret is the smallest. "
      + "\(favourite) is best most often, in \(share) of \(futures) futures."
  }

  fileprivate func wins(_ outcome: String) -> SensitivityPage.Section {
    let sorted = policies.sorted { ($0.bestShare, $1.name) > ($1.bestShare, $0.name) }
    return SensitivityPage.Section(
      heading: "Best in how many futures",
      lead: "\(favourite) is best in \(percent(sorted.first?.bestShare ?? 0)) of them. Futures in "
        + "which policies are equal count for each.", warning: nil,
      chart: RankChart(
        title: "Share of futures in which each policy is best",
        caption: "On \(outcome); all policies face the same random draws and the same assumptions.",
        bars: sorted.map {
          RankChart.Bar(
            name: $0.name, value: $0.bestShare, lower: $0.bestShare, upper: $0.bestShare,
            second: nil)
        }), header: [], rows: [], notes: [])
  }

  fileprivate func deciding(_ table: StudyTable) -> SensitivityPage.Section {
    let first = deciders[0]
    return SensitivityPage.Section(
      heading: table.title,
      lead: "\(first.factor) decides most: it is \(first.distance > 0 ? "higher" : "lower") where "
        + "\(favourite) is best.", warning: nil,
      chart: RankChart(
        title: "How far factors lie apart where \(favourite) is best and where it is not",
        caption: "In standard deviations; to the left where the factor is lower where it is best.",
        bars: deciders.map {
          RankChart.Bar(
            name: $0.factor, value: $0.distance, lower: $0.distance, upper: $0.distance,
            second: nil)
        }), header: table.columns, rows: table.rows, notes: table.notes)
  }

  private func percent(_ share: Double) -> String {
    NumberText.fixed(100 * share, decimals: 0) + " %"
  }
}
