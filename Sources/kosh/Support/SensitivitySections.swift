import Experiments
import Reporting

extension SensitivityPage {
  /// The page of a sweep's answers.
  init(_ sweep: Sweep, _ answers: [SensitivityStudy.Answer], _ words: Words) {
    self.init(
      title: sweep.plan.name, question: sweep.plan.question,
      about: SensitivityPage.about(sweep, words), sections: answers.map { $0.section(words) },
      words: words)
  }

  /// Design, points and scale, on a line.
  static func about(_ sweep: Sweep, _ words: Words) -> String {
    let plan = sweep.plan
    let run = plan.variants[0].scenario.inputs.run
    let end = plan.until ?? run.until
    return words(
      "sweep.about", plan.design.kind, "\(sweep.points.count)", "\(plan.replicates)",
      RunWords.scale(run.scale), "\(run.from)", "\(end)", "\(run.seed)")
  }

  /// What a factor is called in sentences and charts: `measures.amnesty.card` → `amnesty: card`.
  static func name(ofFactor path: String) -> String {
    path.split(separator: ".").dropFirst(path.contains(".") ? 1 : 0)
      .joined(separator: ": ").replacing("_", with: " ")
  }

  /// An outcome as a plan names it, in words.
  static func name(ofOutcome name: String) -> String { name.replacing("_", with: " ") }
}

extension SensitivityStudy.Answer {
  fileprivate func section(_ words: Words) -> SensitivityPage.Section {
    let table = table
    let name = SensitivityPage.name(ofOutcome: outcome.name)
    return SensitivityPage.Section(
      heading: policy == "base" ? name : words("sweep.outcome.policy", name, policy),
      lead: isAnswered
        ? chart(words).lead(areIntervalsSound: areIntervalsSound, words) : words("sweep.none"),
      warning: warning, chart: chart(words), header: table.columns, rows: table.rows,
      notes: table.notes.filter { $0 != warning })
  }

  private var isAnswered: Bool { if case .none = method { false } else { true } }

  private var bars: [RankChart.Bar] {
    switch method {
    case .morris(let screening):
      screening.effects.map {
        RankChart.Bar(
          name: SensitivityPage.name(ofFactor: $0.factor), value: $0.meanSize.estimate,
          lower: $0.meanSize.lower,
          upper: $0.meanSize.upper, second: $0.deviation, isDownward: $0.mean < 0)
      }
    case .sobol(let indices):
      indices.indices.map {
        RankChart.Bar(
          name: SensitivityPage.name(ofFactor: $0.factor), value: $0.total.estimate,
          lower: $0.total.lower,
          upper: $0.total.upper, second: $0.first.estimate)
      }
    case .none: []
    }
  }

  private func chart(_ words: Words) -> RankChart {
    let name = words.name("indicator.\(outcome.indicator)")
    return switch method {
    case .morris:
      RankChart(
        title: words("sweep.morris.title", name), caption: words("sweep.morris.caption"), bars: bars
      )
    case .sobol, .none:
      RankChart(
        title: words("sweep.sobol.title", name), caption: words("sweep.sobol.caption"), bars: bars)
    }
  }

  /// Whether a sample that is too small for every index may still tell which is the largest: its intervals
  /// are resampled from enough rows.
  private var areIntervalsSound: Bool {
    switch method {
    case .morris: warning == nil
    case .sobol(let indices): warning == nil || indices.rowCount >= 64
    case .none: false
    }
  }
}
