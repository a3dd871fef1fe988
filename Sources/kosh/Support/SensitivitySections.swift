import Experiments
import Reporting

extension SensitivityPage {
  /// The page of a sweep's answers.
  init(_ sweep: Sweep, _ answers: [SensitivityStudy.Answer]) {
    self.init(
      title: sweep.plan.name, question: sweep.plan.question, about: SensitivityPage.about(sweep),
      sections: answers.map(\.section))
  }

  /// Design, points and scale, on a line.
  static func about(_ sweep: Sweep) -> String {
    let plan = sweep.plan
    let run = plan.variants[0].scenario.inputs.run
    let end = plan.until ?? run.until
    return "\(plan.design.kind), \(sweep.points.count) points, \(plan.replicates) "
      + "\(plan.replicates == 1 ? "replicate" : "replicates") · scale \(RunWords.scale(run.scale)) "
      + "· \(run.from) to \(end) · seed \(run.seed)"
  }
}

extension SensitivityStudy.Answer {
  fileprivate var section: SensitivityPage.Section {
    let table = table
    return SensitivityPage.Section(
      heading: policy == "base" ? outcome.name : "\(outcome.name), policy \(policy)",
      lead: isAnswered
        ? chart.lead(areIntervalsSound: areIntervalsSound) : "There is no answer for this outcome.",
      warning: warning, chart: chart, header: table.columns, rows: table.rows,
      notes: table.notes.filter { $0 != warning })
  }

  private var isAnswered: Bool { if case .none = method { false } else { true } }

  private var bars: [RankChart.Bar] {
    switch method {
    case .morris(let screening):
      screening.effects.map {
        RankChart.Bar(
          name: $0.factor, value: $0.meanSize.estimate, lower: $0.meanSize.lower,
          upper: $0.meanSize.upper, second: $0.deviation, isDownward: $0.mean < 0)
      }
    case .sobol(let indices):
      indices.indices.map {
        RankChart.Bar(
          name: $0.factor, value: $0.total.estimate, lower: $0.total.lower,
          upper: $0.total.upper, second: $0.first.estimate)
      }
    case .none: []
    }
  }

  private var chart: RankChart {
    switch method {
    case .morris:
      RankChart(
        title: "Change of \(outcome.indicator) over a factor's whole spread",
        caption:
          "Bars: mean size μ* with its 95 % interval, to the left where the factor lowers the outcome; "
          + "ticks: σ, how much that depends on the other factors.",
        bars: bars)
    case .sobol, .none:
      RankChart(
        title: "Part of the variance of \(outcome.indicator)",
        caption: "Bars: total index with its 95 % interval; ticks: first-order index.", bars: bars)
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
