import Inputs

/// A scenario after `extends` and overrides, key by key; still as written, each value with its place.
struct MergedScenario {
  var headings: [String: RawEntry] = [:]
  var groups: [String: RawScenario.Group] = [:]

  /// The names of its measures, sorted.
  var measureNames: [String] {
    groups.keys.filter { $0.hasPrefix("measures.") }.map { String($0.dropFirst(9)) }.sorted()
  }

  /// Lays `child` over what is there: its values replace those of the same key, a measure written
  /// `none` is removed, the rest stays.
  mutating func lay(_ child: RawScenario, into findings: inout Findings) {
    headings.merge(child.headings) { _, new in new }
    for (path, group) in child.groups {
      guard var merged = groups[path] else {
        if group.isRemoved {
          let name = String(path.dropFirst("measures.".count))
          findings.error(group.place, LawFault.nothingToRemove(name, names: measureNames))
        } else {
          groups[path] = group
        }
        continue
      }
      if group.isRemoved {
        // A key that means nothing is a fault even where the measure is not used.
        let name = String(path.dropFirst("measures.".count))
        if merged.entries["amends"] == nil,
          let kind = LeverKind.named(merged.entries["kind"]?.value.text ?? name)
        {
          MeasureReader.checkKeys(merged, of: kind, into: &findings)
        }
        groups[path] = nil
        continue
      }
      var group = group
      if changesKind(group, over: merged, into: &findings) { group.entries["kind"] = nil }
      // What it says as an amendment would mislead if it were read as a measure's.
      if changesWhatIsAmended(group, over: merged, into: &findings) { group.entries = [:] }
      merged.entries.merge(group.entries) { _, new in new }
      // Faults of the whole measure are told to whoever wrote in it last.
      if path.hasPrefix("measures."), !group.entries.isEmpty { merged.place = group.place }
      groups[path] = merged
    }
  }

  /// Whether `child` would make an inherited measure one of another kind, which is a fault.
  private func changesKind(
    _ child: RawScenario.Group, over base: RawScenario.Group, into findings: inout Findings
  ) -> Bool {
    guard child.path.hasPrefix("measures."), let entry = child.entries["kind"],
      let kind = entry.value.text
    else { return false }
    // An amendment has no kind: its reader says so.
    if base.entries["amends"] != nil { return false }
    let name = String(child.path.dropFirst("measures.".count))
    let inherited = base.entries["kind"]?.value.text ?? name
    guard kind != inherited else { return false }
    findings.error(entry.value.place, LawFault.kindChanged(name, from: inherited, to: kind))
    return true
  }

  /// Whether `child` would make an inherited measure an amendment, or one of another kind, which is a fault.
  private func changesWhatIsAmended(
    _ child: RawScenario.Group, over base: RawScenario.Group, into findings: inout Findings
  ) -> Bool {
    guard child.path.hasPrefix("measures."), let entry = child.entries["amends"] else {
      return false
    }
    let name = String(child.path.dropFirst("measures.".count))
    guard let inherited = base.entries["amends"]?.value.text else {
      findings.error(entry.value.place, AmendmentFault.becomesAmendment(name))
      return true
    }
    guard let kind = entry.value.text, kind != inherited else { return false }
    findings.error(
      entry.value.place, AmendmentFault.amendsOther(name, from: inherited, to: kind))
    return true
  }
}
