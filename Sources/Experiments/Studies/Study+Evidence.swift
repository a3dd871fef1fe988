import Kernel
import Results
import ScenarioFile
import Statistics

extension Study {
  /// What documents say of the country, beside what the scenario gives.
  ///
  /// The facts stand in the scenario's table `evidence`, which the world never reads.
  package static let evidence = Study(
    name: "evidence",
    question: "Which documented facts about migrants does the baseline meet?",
    scales: [0.1], replicates: 3
  ) { settings in
    let last = settings.until ?? settings.inputs.run.until
    let end = settings.evidence.filter { ($0.lastDay ?? last) <= last }.lastDay
    let rows = try settings.documented(settings.evidence, until: end).filter { $0.mean != nil }
    return [
      StudyTable(
        "The evidence, scale \(NumberText.shortest(settings.scales[0])), "
          + "\(settings.replicates) replicates",
        columns: EvidenceRow.studyColumns, rows: rows.map(\.cells),
        notes: [
          "Rows that are set had a parameter fitted to them; the others are left alone.",
          "The stock of migrants is a choice among documents that disagree, and so a parameter too.",
        ])
    ]
  }
}

extension StudySettings {
  /// Facts beside what the replicates of the first scale give.
  ///
  /// - Parameter end: the last day to simulate; nil for the run's own.
  func documented(_ facts: [DocumentedFact], until end: Day?) throws -> [EvidenceRow] {
    let last = end ?? until ?? inputs.run.until
    let runs = try (0..<replicates).map { replicate in
      try run(
        inputs, scale: scales[0], replicate: replicate, until: last, withTables: true
      ).records.evidence(facts, scale: scales[0])
    }
    return EvidenceRow.rows(facts, runs)
  }
}

extension DocumentedFact {
  /// The last day that its formula needs.
  fileprivate var lastDay: Day? { formula?.terms.map(\.time.days.upperBound).max() }
}

extension [DocumentedFact] {
  /// The last day that any of them needs.
  var lastDay: Day? { compactMap(\.lastDay).max() }
}

extension EvidenceRow {
  static let studyColumns = [
    "fact", "documented", "agrees from", "to", "simulated", "95 % interval", "", "use",
  ]

  var cells: [String] {
    let interval = try? ConfidenceInterval(ofMean: known)
    return [
      "\(fact.fact) (\(fact.id))", fact.documented, fact.unit.text(fact.low),
      fact.unit.text(fact.high), fact.unit.text(mean),
      interval.map { "\(fact.unit.text($0.lower)) to \(fact.unit.text($0.upper))" } ?? "–",
      agrees == true ? "agrees" : "misses", fact.use.rawValue,
    ]
  }
}
