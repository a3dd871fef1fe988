import Inputs
import Kernel

/// Reads a merged group of keys as a measure of its kind.
struct MeasureReader {
  var names: ValueReader.Names
  var units: CountryUnits

  func read(
    _ name: String, _ group: RawScenario.Group, into findings: inout Findings
  ) -> PlacedMeasure? {
    guard let kind = kind(of: name, group, into: &findings) else { return nil }
    let before = findings.errorCount
    MeasureReader.checkKeys(group, of: kind, into: &findings)
    let reader = ValueReader(names: names, units: units)
    var measure = Measure(name: name, from: Day(number: 0), lever: kind.initial)
    let window = WindowReader(name: name, reader: reader).read(group, into: &findings)
    measure.from = window.from
    measure.until = window.until
    var settings = window.settings
    var missing = window.lacksFrom ? ["from"] : []
    for key in kind.keys {
      if let entry = group.entries[key.name] {
        let demand = ValueReader.Demand(key)
        if let found = reader.read(entry.value, as: demand, into: &findings) {
          key.write(&measure.lever, found.value)
          settings.append(setting(name, entry, found, key.kind))
        }
      } else if !key.isOptional {
        missing.append(key.name)
      } else {
        let path = "measures.\(name).\(key.name)"
        settings.append(
          Setting(
            path: path, value: key.read(measure.lever), kind: key.kind, units: units))
      }
    }
    if !missing.isEmpty {
      findings.error(group.place, KeyFault.missing(missing, of: "measure '\(name)'"))
    }
    guard findings.errorCount == before else { return nil }
    return PlacedMeasure(
      measure: measure, kind: kind, place: group.place,
      settings: settings.filter { $0.value != .none },
      places: group.entries.mapValues(\.value.place))
  }

  /// Keys that no measure of the kind has.
  static func checkKeys(
    _ group: RawScenario.Group, of kind: LeverKind, into findings: inout Findings
  ) {
    let known = PlacedMeasure.commonKeys + kind.keys.map(\.name)
    for (key, entry) in group.entries where !known.contains(key) {
      findings.error(entry.place, KeyFault.unknown(key, of: kind.name, among: known))
    }
  }

  private func kind(
    of name: String, _ group: RawScenario.Group, into findings: inout Findings
  ) -> LeverKind? {
    let kinds = LeverKind.all.map(\.name)
    guard let entry = group.entries["kind"] else {
      if let kind = LeverKind.named(name) { return kind }
      findings.error(group.place, LawFault.kindNeeded(name, kinds: kinds))
      return nil
    }
    guard let text = entry.value.text, let kind = LeverKind.named(text) else {
      findings.error(
        entry.value.place,
        LawFault.unknownKind(entry.value.text ?? "…", name: name, kinds: kinds))
      return nil
    }
    return kind
  }

  private func setting(
    _ name: String, _ entry: RawEntry, _ found: (value: Value, provenance: Provenance),
    _ kind: ValueKind
  ) -> Setting {
    Setting(
      path: "measures.\(name).\(entry.key)", value: found.value, kind: kind, units: units,
      provenance: found.provenance)
  }
}
