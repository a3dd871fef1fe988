import Experiments
import Reporting

extension SensitivityPage {
  /// The page of a search for worlds.
  init(_ sweep: Sweep, _ report: WorldReport) {
    let plan = sweep.plan
    let run = plan.variants[0].scenario.inputs.run
    let sections = [
      (report.course, "Values were drawn, ruled out, solved for and simulated anew."),
      (report.targets, "What was documented, and what the worlds that were kept give."),
      (report.ranges, "How far what is documented narrows what nobody measured."),
      (report.pairs, "Values that make up for each other: the targets fix what they do together."),
      (report.emulators, "Whether the stand-ins for the model say honestly how far off they are."),
    ]
    self.init(
      kind: "Plausible worlds", title: plan.name, question: plan.question,
      about: "\(report.worldCount) worlds · \(plan.factors.count) values free · scale "
        + "\(RunWords.scale(run.scale)) · seed \(run.seed)",
      sections: sections.map { table, lead in
        Section(
          heading: table.title, lead: lead, warning: nil,
          chart: RankChart(title: "", caption: "", bars: []), header: table.columns,
          rows: table.rows, notes: table.notes)
      })
  }
}
