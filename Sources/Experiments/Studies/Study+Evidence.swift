import Inputs
import Kernel
import Results
import Statistics

extension Study {
  /// What documents say of the country, beside what the scenario gives.
  ///
  /// The facts stand in the scenario's table `evidence`, which the world never reads.
  static let evidence = Study(
    name: "evidence",
    question: "Which documented facts about migrants does the baseline meet?",
    scales: [0.1], replicates: 3
  ) { settings in
    let scale = settings.scales[0]
    let last = settings.until ?? settings.inputs.run.until
    let end =
      settings.evidence.compactMap { $0.formula?.terms.map(\.time.days.upperBound).max() }
      .filter { $0 <= last }.max() ?? last
    let runs = try (0..<settings.replicates).map { replicate in
      try settings.run(
        settings.inputs, scale: scale, replicate: replicate, until: end, withTables: true
      ).records.evidence(settings.evidence, scale: scale)
    }
    let rows = EvidenceRow.rows(settings.evidence, runs).filter { $0.mean != nil }
    return [
      StudyTable(
        "The evidence, scale \(NumberText.shortest(scale)), \(settings.replicates) replicates",
        columns: [
          "fact", "documented", "agrees from", "to", "simulated", "95 % interval", "", "use",
        ],
        rows: rows.map(\.cells),
        notes: [
          "Rows that are set had a parameter fitted to them; the others are left alone.",
          "The stock of migrants is a choice among documents that disagree, and so a parameter too.",
        ])
    ]
  }
}

extension EvidenceRow {
  fileprivate var cells: [String] {
    let interval = try? ConfidenceInterval(ofMean: known)
    return [
      "\(fact.fact) (\(fact.id))", fact.documented, fact.unit.text(fact.low),
      fact.unit.text(fact.high), fact.unit.text(mean),
      interval.map { "\(fact.unit.text($0.lower)) to \(fact.unit.text($0.upper))" } ?? "–",
      agrees == true ? "agrees" : "misses", fact.use.rawValue,
    ]
  }
}
