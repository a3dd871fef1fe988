import Inputs
import Kernel

/// Text → a valid plan, or every fault at once.
package enum PlanLoader {
  /// Loads a plan with the scenarios that it names.
  ///
  /// - Parameters:
  ///   - path: As the user names it; faults name files the same way.
  ///   - overrides: `key=value` as from `--set`, applied to the base and to every policy.
  ///   - indicators: What runs measure.
  ///   - isCalibration: Whether targets are needed, rather than outcomes.
  ///   - until: Instead of the plan's own.
  ///   - replicates: Instead of the plan's own; at least 1.
  ///   - isMatch: Whether targets are needed to look for worlds, with every value free that has a range.
  ///   - worlds: Instead of the plan's own: a number, or `none`.
  ///   - isKept: Whether a sweep's folder keeps the plan, begun perhaps by an older version: what was
  ///     computed must be told, whatever is refused now.
  /// - Throws: Every fault found in the plan, or every fault of one of its scenarios.
  package static func load(
    path: String, overrides: [String] = [], indicators: PlanIndicators,
    isCalibration: Bool = false, until: Day? = nil, replicates: Int? = nil,
    isMatch: Bool = false, worlds: String? = nil, isKept: Bool = false, files: ScenarioFiles = .disk
  ) throws(ScenarioFaults) -> Plan {
    var findings = Findings()
    findings.announce(file: path)
    let start = Place(file: path)
    guard let text = files.text(of: path, namedAt: start, into: &findings) else {
      throw ScenarioFaults(
        diagnostics: findings.sorted, isUnreadable: findings.endsWithUnreadFile)
    }
    guard let root = YAMLReader.read(text, file: path, into: &findings),
      var raw = RawPlan(file: path, root: root, into: &findings)
    else { throw ScenarioFaults(diagnostics: findings.sorted) }
    raw.override("until", until.map { "\($0)" })
    raw.override("replicates", replicates.map { "\($0)" })
    raw.override("worlds", worlds)

    let settings = raw.settings(into: &findings)
    let variants = try PlanVariants(raw: raw, files: files, overrides: settings + overrides)
      .read(into: &findings)
    guard !variants.isEmpty else { throw ScenarioFaults(diagnostics: findings.sorted) }
    if !isKept {
      PlanPolicyChecks(raw: raw, variants: variants, overrides: overrides)
        .check(until: until, into: &findings)
    }
    let reader = PlanReader(
      raw: raw, variants: variants, indicators: indicators,
      isCalibration: isCalibration || isMatch, isMatch: isMatch, overrides: overrides,
      isKept: isKept)
    let plan = reader.read(into: &findings)
    guard let plan, !findings.hasErrors else {
      throw ScenarioFaults(diagnostics: findings.sorted)
    }
    return plan
  }
}

/// A plan as written: its keys by name, nothing interpreted.
struct RawPlan {
  static let names = [
    "kosh-plan", "name", "question", "base", "set", "until", "replicates", "worlds", "design",
    "factors",
    "policies", "outcomes", "targets", "search", "match",
  ]

  var start: Place
  var entries: [String: RawEntry] = [:]

  /// Nil where the text is no plan at all; then a fault says why.
  init?(file: String, root: RawNode, into findings: inout Findings) {
    start = Place(file: file, line: 1, column: 1)
    guard case .section(let written) = root.content else {
      findings.error(root.place, PlanFault.notAPlan)
      return nil
    }
    guard let version = written.first(where: { $0.key == "kosh-plan" }) else {
      findings.error(start, PlanFault.wrongVersion("missing"))
      return nil
    }
    if version.value.text != "1" {
      findings.error(
        version.value.place, PlanFault.wrongVersion(version.value.text ?? "not a number"))
      return nil
    }
    for entry in written {
      if RawPlan.names.contains(entry.key) {
        entries[entry.key] = entry
      } else {
        findings.error(
          entry.place, KeyFault.unknown(entry.key, of: "a plan", among: RawPlan.names))
      }
    }
  }

  /// Puts an option of the command line in the place of what is written.
  mutating func override(_ key: String, _ text: String?) {
    guard let text else { return }
    let place = Place(file: "--\(key)")
    entries[key] = RawEntry(
      key: key, place: place, value: RawNode(place: place, content: .text(text)))
  }

  /// `set:` as overrides, sorted as written.
  func settings(into findings: inout Findings) -> [String] {
    guard let entry = entries["set"] else { return [] }
    return RawPlan.overrides(entry, into: &findings)
  }

  /// The lines of a section; none of anything else.
  static func lines(_ entry: RawEntry) -> [RawEntry] {
    if case .section(let lines) = entry.value.content { lines } else { [] }
  }

  /// A section of `path: value` as overrides `path=value`.
  static func overrides(_ entry: RawEntry, into findings: inout Findings) -> [String] {
    guard case .section(let lines) = entry.value.content else {
      findings.error(entry.value.place, KeyFault.notASection(entry.key, keys: []))
      return []
    }
    return lines.compactMap { line in
      switch line.value.content {
      case .text(let text): return "\(line.key)=\(text)"
      case .list(let items) where items.allSatisfy({ $0.text != nil }):
        let words = items.compactMap(\.text).map(YAMLText.scalar)
        return "\(line.key)=[\(words.joined(separator: ", "))]"
      default:
        findings.error(line.value.place, KeyFault.notAValue(line.key))
        return nil
      }
    }
  }

  /// The entries of a section; a fault where it is none.
  func section(_ key: String, into findings: inout Findings) -> [RawEntry]? {
    guard let entry = entries[key] else { return nil }
    guard case .section(let lines) = entry.value.content else {
      findings.error(entry.value.place, KeyFault.notASection(key, keys: []))
      return nil
    }
    return lines
  }
}
