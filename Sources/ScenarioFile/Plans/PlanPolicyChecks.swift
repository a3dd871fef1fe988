import Inputs
import Kernel

/// Whether a plan's policies are what their authors wrote, and can be paired with the base.
struct PlanPolicyChecks {
  var raw: RawPlan
  /// The base first.
  var variants: [PlanVariant]
  /// From the command line, as `key=value`.
  var overrides: [String]

  /// - Parameter until: the last day simulated, where that is not each scenario's own.
  func check(until: Day?, into findings: inout Findings) {
    let entries = raw.section("policies", into: &findings) ?? []
    let last = until ?? raw.entries["until"].flatMap { $0.value.text.flatMap(Day.init(text:)) }
    for variant in variants.dropFirst() {
      guard let entry = entries.first(where: { $0.key == variant.name }) else { continue }
      let (base, own) = (variants[0].scenario, variant.scenario)
      if let found = own.inputs.run.firstUnpaired(with: base.inputs.run, until: last) {
        findings.error(
          entry.value.place,
          PlanFault.otherRun(variant.name, key: found.key, own: found.own, base: found.other))
      }
      checkSettings(variant, entry, into: &findings)
    }
  }

  /// What is set for all must not change in silence what a policy is about.
  private func checkSettings(
    _ variant: PlanVariant, _ entry: RawEntry, into findings: inout Findings
  ) {
    for path in overrides.map(Overrides.path) where !path.hasPrefix("run.") {
      if variant.sets(path) || !variants[0].agrees(with: variant, on: path) {
        findings.error(Overrides.place, PlanFault.setOverPolicy(path, policy: variant.name))
      }
    }
    let written = raw.entries["set"].map { RawPlan.lines($0) } ?? []
    for line in written where !line.key.hasPrefix("run.") {
      if !variants[0].agrees(with: variant, on: line.key) {
        findings.error(line.place, PlanFault.setOverPolicy(line.key, policy: variant.name))
      }
    }
  }
}

extension PlanVariant {
  /// Whether the plan gives the policy this key, one of a measure that `path` names, or the measure of one
  /// that it names.
  func sets(_ path: String) -> Bool {
    ownValues.keys.contains {
      $0 == path || $0.hasPrefix(path + ".") || path.hasPrefix($0 + ".")
    }
  }

  /// Whether neither's own file writes a key otherwise than the other one has it.
  func agrees(with other: PlanVariant, on path: String) -> Bool {
    scenario.ownPlace(of: path, beside: other.scenario) == nil
      && other.scenario.ownPlace(of: path, beside: scenario) == nil
  }
}
