import Inputs
import Kernel

/// Reads a merged group of keys that has `amends` as an amendment.
struct AmendmentReader {
  var names: ValueReader.Names
  var units: CountryUnits

  func read(
    _ name: String, _ group: RawScenario.Group, into findings: inout Findings
  ) -> PlacedAmendment? {
    guard let entry = group.entries["amends"] else { return nil }
    let kinds = LeverKind.all.map(\.name)
    guard let text = entry.value.text, let kind = LeverKind.named(text) else {
      findings.error(
        entry.value.place, AmendmentFault.unknownKind(entry.value.text ?? "…", kinds: kinds))
      return nil
    }
    let before = findings.errorCount
    checkKeys(name, group, kind, into: &findings)
    let window = WindowReader(name: name, reader: ValueReader(names: names, units: units))
      .read(group, into: &findings)
    if window.lacksFrom {
      findings.error(group.place, KeyFault.missing(["from"], of: "amendment '\(name)'"))
    }
    var settings = window.settings
    var changes: [Amendment.Change] = []
    for key in kind.keys {
      guard let entry = group.entries[key.name],
        let (change, setting) = change(of: key, entry, in: name, into: &findings)
      else { continue }
      changes.append(change)
      settings.append(setting)
    }
    guard findings.errorCount == before else { return nil }
    return PlacedAmendment(
      amendment: Amendment(
        name: name, from: window.from, until: window.until, kindName: kind.name,
        changes: changes),
      kind: kind, place: group.place,
      settings: settings.filter { $0.value != .none || $0.key != "until" },
      places: group.entries.mapValues(\.value.place))
  }

  private func checkKeys(
    _ name: String, _ group: RawScenario.Group, _ kind: LeverKind, into findings: inout Findings
  ) {
    let own = kind.keys.map(\.name)
    let known = PlacedAmendment.commonKeys + own
    for (key, entry) in group.entries where !known.contains(key) {
      if key == "kind" {
        findings.error(entry.place, AmendmentFault.kindToo(name))
      } else {
        findings.error(
          entry.place, KeyFault.unknown(key, of: "an amendment of \(kind.name)", among: known))
      }
    }
    if group.entries.keys.allSatisfy(PlacedAmendment.commonKeys.contains),
      let key = kind.keys.first
    {
      let example = "\(key.name): \(key.kind.quantity == nil ? "…" : "×3")"
      findings.error(group.place, AmendmentFault.nothing(name, key: example))
    }
  }

  private func change(
    of key: Key<any Lever>, _ entry: RawEntry, in name: String, into findings: inout Findings
  ) -> (Amendment.Change, Setting)? {
    let path = "measures.\(name).\(key.name)"
    if let factor = RelativeValue.plain(entry.value), key.kind.quantity != nil {
      let demand = ValueReader.Demand(
        name: key.name, kind: RelativeValue.kind, isWhole: false)
      guard
        let (value, provenance) = ValueReader(units: units).read(
          factor, as: demand, into: &findings),
        case .number(let number) = value
      else { return nil }
      return (
        Amendment.Change(key: key.name, to: .times(number)),
        Setting(path: path, times: number, units: units, provenance: provenance)
      )
    }
    let demand = ValueReader.Demand(key)
    guard
      let (value, provenance) = ValueReader(names: names, units: units).read(
        entry.value, as: demand, into: &findings)
    else { return nil }
    return (
      Amendment.Change(key: key.name, to: .value(value)),
      Setting(
        path: path, value: value, kind: key.kind, units: units, provenance: provenance)
    )
  }
}

extension RelativeValue {
  /// What a key of an amendment holds, where it is relative.
  static let kind = ValueKind.number(.factor, 0...1e6)
}
