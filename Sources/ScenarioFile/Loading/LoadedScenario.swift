import Inputs

/// A valid scenario: what a run is given, and how it came to be.
package struct LoadedScenario: Sendable {
  package let inputs: Inputs
  /// Printed on standard error; they do not change the exit code.
  package let warnings: [Diagnostic]
  /// The effective scenario as YAML with its tables inlined. Loading it from anywhere gives equal
  /// inputs, bit for bit, and the same text again.
  package let resolvedText: String
  /// The same but for the table of worlds; empty where there is none.
  let textWithoutWorlds: String
  /// Every value by path: the fixed sections first, then the measures.
  package let settings: [Setting]
  /// The tables by name, in canonical form, a line an element.
  package let tables: [(name: String, lines: [String])]
  /// What documents say of the country: kept apart from the inputs, so that no run can read it.
  package let evidence: [DocumentedFact]
  /// What the baseline was fitted to, of the same form: what a study sets beside a run.
  package let fit: [DocumentedFact]
  /// Sets of values that are as plausible as its own; nil where its files name none.
  package let worlds: Worlds?
  /// The files read, the scenario's own first.
  package let files: [String]
  /// Those that the user named: one, or reforms that are joined.
  package let ownFiles: [String]
  /// What its files write, before anything was set from outside.
  let written: WrittenKeys

  /// Where a value comes from; nil for a path that nobody wrote.
  package func provenance(of path: String) -> Provenance? {
    settings.first { $0.path == path }?.provenance
  }
}
