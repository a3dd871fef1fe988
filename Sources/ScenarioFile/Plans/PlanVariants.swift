import Inputs

/// Loads the scenarios that a plan names: its base, then its policies.
struct PlanVariants {
  var raw: RawPlan
  var files: ScenarioFiles
  /// Applied to each of them.
  var overrides: [String]

  /// Empty where the base cannot be had; faults say why.
  /// - Throws: The faults of the first scenario that has any, which stand in its own files.
  func read(into findings: inout Findings) throws(ScenarioFaults) -> [PlanVariant] {
    guard let entry = raw.entries["base"], let name = entry.value.text, !name.isEmpty else {
      findings.error(
        raw.entries["base"]?.value.place ?? raw.start,
        PlanFault.missing("base", example: "../my-country.yaml"))
      return []
    }
    let basePath = ScenarioFiles.resolve(name, from: raw.start.file)
    guard let base = try load(basePath, [], at: entry.value.place, into: &findings) else {
      return []
    }
    var variants = [PlanVariant(name: "base", scenario: base)]
    for entry in (raw.section("policies", into: &findings) ?? []).sorted(by: { $0.key < $1.key }) {
      guard let scenario = try policy(entry, basePath, into: &findings) else { continue }
      if let other = variants.first(where: { $0.name.lowercased() == entry.key.lowercased() }) {
        findings.error(entry.place, PlanFault.policyTwice(entry.key, other: other.name))
      }
      let own = RawPlan.lines(entry).map { ($0.key, $0.value.text ?? "…") }
      variants.append(
        PlanVariant(
          name: entry.key, scenario: scenario,
          ownValues: Dictionary(own, uniquingKeysWith: { first, _ in first })))
    }
    return variants
  }

  private func policy(
    _ entry: RawEntry, _ basePath: String, into findings: inout Findings
  ) throws(ScenarioFaults) -> LoadedScenario? {
    if entry.key.lowercased() == "base" {
      findings.error(entry.place, PlanFault.policyNamedBase)
      return nil
    }
    guard RawScenario.isName(entry.key) else {
      findings.error(entry.place, PlanFault.name(entry.key, what: "a policy"))
      return nil
    }
    switch entry.value.content {
    case .text(let file) where !file.isEmpty:
      let path = ScenarioPath.resolve(file, from: raw.start.file, in: files)
      return try load(path, [], at: entry.value.place, into: &findings)
    case .section:
      let own = RawPlan.overrides(entry, into: &findings)
      return try load(basePath, own, at: entry.value.place, into: &findings)
    default:
      findings.error(entry.value.place, KeyFault.emptyValue(entry.key))
      return nil
    }
  }

  /// A scenario; faults of overrides are placed in the plan, all others in the scenario's files.
  private func load(
    _ path: String, _ own: [String], at place: Place, into findings: inout Findings
  ) throws(ScenarioFaults) -> LoadedScenario? {
    do throws(ScenarioFaults) {
      return try ScenarioLoader.load(path: path, overrides: overrides + own, files: files)
    } catch {
      var inFiles = false
      for fault in error.diagnostics where fault.severity == .error {
        if fault.place.file == Overrides.place.file {
          findings.error(place, Sentences(sentence: fault.sentence))
        } else {
          inFiles = true
        }
      }
      if error.isUnreadable {
        findings.error(
          place, NamedFileFault(path: path, isNamedElsewhere: true, fault: .missing))
        return nil
      }
      if inFiles { throw error }
      return nil
    }
  }
}

/// A sentence that something else has already said.
struct Sentences: Sentence {
  var sentence: String
}
