import Experiments
import Kernel
import Reporting
import Results

extension SensitivityPage {
  /// The page of a sweep's policies: which holds up on an outcome, and what decides it.
  init(
    _ sweep: Sweep, _ found: PolicyComparison, outcome: String,
    prefer: PolicyComparison.Preference, _ words: Words
  ) {
    let tables = found.tables(outcome, prefer: prefer)
    let name = SensitivityPage.name(ofOutcome: outcome)
    var sections = [found.regrets(tables[0], name, prefer, words), found.wins(words)]
    if tables.count > 1 { sections.append(found.deciding(tables[1], words)) }
    self.init(
      kind: words("sweep.robust"), title: sweep.plan.name, question: sweep.plan.question,
      about: SensitivityPage.about(sweep, words), sections: sections, words: words)
  }
}

extension PolicyComparison {
  fileprivate func regrets(
    _ table: StudyTable, _ outcome: String, _ prefer: Preference, _ words: Words
  ) -> SensitivityPage.Section {
    SensitivityPage.Section(
      heading: words("sweep.regret.\(prefer.rawValue)", outcome), lead: lead(words),
      warning: warning(words),
      chart: RankChart(
        title: words("sweep.regret.title"), caption: words("sweep.regret.caption"),
        bars: policies.map {
          RankChart.Bar(
            name: $0.name, value: $0.meanRegret, lower: $0.meanRegret, upper: $0.worstRegret,
            second: $0.highRegret)
        }), header: table.columns, rows: table.rows,
      notes: table.notes.filter { $0 != leftOutSentence })
  }

  private func warning(_ words: Words) -> String? {
    let small = futures < 30 ? words("sweep.small", "\(futures)") : nil
    let left =
      futuresLeftOut == 0
      ? nil : words("sweep.left_out", "\(futuresLeftOut)", "\(futures + futuresLeftOut)")
    let sentences = [small, left].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func lead(_ words: Words) -> String {
    guard let robust = policies.first else { return words("sweep.none") }
    let share = percent(policies.first { $0.name == favourite }?.bestShare ?? 0)
    return robust.name == favourite
      ? words("sweep.robust.both", robust.name, share, "\(futures)")
      : words("sweep.robust.two", robust.name, favourite, share, "\(futures)")
  }

  fileprivate func wins(_ words: Words) -> SensitivityPage.Section {
    let sorted = policies.sorted { ($0.bestShare, $1.name) > ($1.bestShare, $0.name) }
    return SensitivityPage.Section(
      heading: words("sweep.wins"),
      lead: words("sweep.wins.lead", favourite, percent(sorted.first?.bestShare ?? 0)),
      warning: nil,
      chart: RankChart(
        title: words("sweep.wins.title"), caption: words("sweep.wins.caption"),
        bars: sorted.map {
          RankChart.Bar(
            name: $0.name, value: $0.bestShare, lower: $0.bestShare, upper: $0.bestShare,
            second: nil)
        }), header: [], rows: [], notes: [])
  }

  fileprivate func deciding(_ table: StudyTable, _ words: Words) -> SensitivityPage.Section {
    let first = deciders[0]
    return SensitivityPage.Section(
      heading: words("sweep.decides", favourite),
      lead: words(
        first.distance > 0 ? "sweep.decides.higher" : "sweep.decides.lower",
        SensitivityPage.name(ofFactor: first.factor), favourite),
      warning: nil,
      chart: RankChart(
        title: words("sweep.decides.title", favourite), caption: words("sweep.decides.caption"),
        bars: deciders.map {
          RankChart.Bar(
            name: SensitivityPage.name(ofFactor: $0.factor), value: $0.distance,
            lower: $0.distance, upper: $0.distance, second: nil)
        }), header: table.columns, rows: table.rows, notes: table.notes)
  }

  private func percent(_ share: Double) -> String {
    NumberText.fixed(100 * share, decimals: 0) + " %"
  }
}
