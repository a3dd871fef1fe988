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
    for entry in entries {
      checkOwn(entry, into: &findings)
      guard let variant = variants.dropFirst().first(where: { $0.name == entry.key }) else {
        continue
      }
      let (base, own) = (variants[0].scenario, variant.scenario)
      if let found = own.inputs.run.firstUnpaired(with: base.inputs.run, until: last) {
        findings.error(
          entry.value.place,
          PlanFault.otherRun(variant.name, key: found.key, own: found.own, base: found.other))
      }
      checkFile(variant, into: &findings)
      // What contradicts itself is told alone.
      if !findings.hasErrors {
        checkIdle(variant, at: entry.value.place, until: last, into: &findings)
      }
    }
  }

  /// Warns of a policy that is the base, unless a factor varies what it has of its own.
  private func checkIdle(
    _ variant: PlanVariant, at place: Place, until last: Day?, into findings: inout Findings
  ) {
    let (base, own) = (variants[0].scenario.inputs, variant.scenario.inputs)
    let end = last.map { min($0, own.run.until) } ?? own.run.until
    guard let clause = own.idleClause(beside: base, until: end), !variesOwn(variant) else { return }
    findings.warning(place, PlanFault.idlePolicy(variant.name, clause: clause))
  }

  /// Whether the points may give a policy's own measures other values than it has here.
  private func variesOwn(_ variant: PlanVariant) -> Bool {
    // Only where factors are listed by name can that be told.
    guard let factors = raw.entries["factors"] else { return true }
    let (base, own) = (variants[0].scenario.inputs, variant.scenario.inputs)
    let ownNames = Set(
      own.measures.filter { !base.measures.contains($0) }.map(\.name)
        + own.amendments.filter { !base.amendments.contains($0) }.map(\.name))
    return RawPlan.lines(factors).contains { line in
      ownNames.contains { line.key.hasPrefix("measures.\($0).") }
    }
  }

  /// What the command line sets must not be, or take away, what the plan itself gives a policy.
  private func checkOwn(_ entry: RawEntry, into findings: inout Findings) {
    let own = RawPlan.lines(entry).map(\.key)
    for path in overrides.map(Overrides.path) where !path.hasPrefix("run.") {
      let isOwn = own.contains {
        $0 == path || $0.hasPrefix(path + ".") || path.hasPrefix($0 + ".")
      }
      if isOwn {
        findings.error(Overrides.place, PlanFault.setOverPolicy(path, policy: entry.key))
      }
    }
  }

  /// What is set for all must not take away what a policy's own file writes.
  private func checkFile(_ variant: PlanVariant, into findings: inout Findings) {
    let inPlan = (raw.entries["set"].map { RawPlan.lines($0) } ?? []).map { ($0.key, $0.place) }
    let given = overrides.map { (Overrides.path($0), Overrides.place) }
    for (path, place) in inPlan + given where !path.hasPrefix("run.") {
      if !variants[0].agrees(with: variant, on: path) {
        findings.error(place, PlanFault.setOverPolicy(path, policy: variant.name))
      }
    }
  }
}

extension PlanVariant {
  /// Whether neither's own file writes a key otherwise than the other one has it.
  func agrees(with other: PlanVariant, on path: String) -> Bool {
    scenario.ownPlace(of: path, beside: other.scenario) == nil
      && other.scenario.ownPlace(of: path, beside: scenario) == nil
  }
}
