import Kernel
import Results

extension Study {
  /// What the baseline was fitted to, beside what it gives: the scenario's table `fit`.
  ///
  /// - Parameter name: as the country that is shipped calls it.
  package static func baseline(named name: String) -> Study {
    Study(
      name: name,
      question: "Does the baseline lie within the tolerances of what it was fitted to?",
      scales: [0.1], replicates: 1
    ) { settings in
      let rows = try settings.documented(settings.fit, until: settings.fit.lastDay)
      return [
        StudyTable(
          "What the baseline was fitted to, scale \(NumberText.shortest(settings.scales[0]))",
          columns: EvidenceRow.studyColumns, rows: rows.map(\.cells),
          notes: [
            settings.fit.isEmpty
              ? "The scenario has no table 'fit', so there is nothing to be beside."
              : "Tolerances were written down before the run, in the scenario's table 'fit'."
          ],
          holds: rows.allSatisfy { $0.agrees ?? true })
      ]
    }
  }
}
