import Inputs

/// Applies a plan's factors to its scenarios, so that a value no scenario takes shows before the sweep.
///
/// Each value of a list alone, then all factors at their low ends together and at their high ends.
struct PlanCorners {
  var variants: [PlanVariant]
  var factors: [PlanFactor]

  func check(places: [Place], into findings: inout Findings) {
    for (factor, place) in zip(factors, places) {
      for (number, value) in (factor.values ?? []).enumerated() where number < 50 {
        tryOut([(factor, value)], place, into: &findings)
      }
    }
    guard let first = places.first, !findings.hasErrors else { return }
    for share in [0.0, 1.0] {
      tryOut(factors.map { ($0, $0.text(at: share)) }, first, into: &findings)
      if findings.hasErrors { return }
    }
  }

  private func tryOut(
    _ values: [(factor: PlanFactor, text: String)], _ place: Place, into findings: inout Findings
  ) {
    for variant in variants {
      let overrides = values.filter { variant.has($0.factor) }
        .map { "\($0.factor.path)=\($0.text)" }
      do throws(ScenarioFaults) {
        _ = try variant.loaded(with: overrides)
      } catch {
        for fault in error.diagnostics where fault.severity == .error {
          findings.error(
            place, PlanFault.inVariant(variant.name, sentence: fault.sentence))
        }
      }
    }
  }
}

extension PlanVariant {
  /// The scenario with other values, as its resolved text with overrides reads.
  /// - Throws: Every fault of the combination.
  package func loaded(with overrides: [String]) throws(ScenarioFaults) -> LoadedScenario {
    try ScenarioLoader.load(
      path: fileName, overrides: overrides,
      files: .inMemory([fileName: Array(scenario.resolvedText.utf8)]))
  }
}
