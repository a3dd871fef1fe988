import Inputs

/// Reads the sections with fixed keys (`run`, `behaviour.…`) into the inputs.
struct SectionReader {
  var scenario: MergedScenario
  /// For sections that nobody wrote.
  var start: Place
  /// In what the country writes money and legal sums.
  var units: CountryUnits

  /// - Parameter sections: those wanted.
  func read(
    _ sections: [Section], _ inputs: inout Inputs, into findings: inout Findings
  ) -> [Setting] {
    var settings: [Setting] = []
    for section in sections {
      guard let group = scenario.groups[section.path] else {
        let required = section.keys.filter { !$0.isOptional }.map(\.name)
        if !required.isEmpty {
          findings.error(start, KeyFault.missingSection(section.path, keys: required))
        }
        continue
      }
      settings += read(section, group, &inputs, into: &findings)
    }
    return settings
  }

  private func read(
    _ section: Section, _ group: RawScenario.Group, _ inputs: inout Inputs,
    into findings: inout Findings
  ) -> [Setting] {
    let reader = ValueReader(units: units)
    var settings: [Setting] = []
    var missing: [String] = []
    for key in section.keys {
      let path = "\(section.path).\(key.name)"
      guard let entry = group.entries[key.name] else {
        if key.isOptional {
          settings.append(
            Setting(path: path, value: key.read(inputs), kind: key.kind, units: units))
        } else {
          missing.append(key.name)
        }
        continue
      }
      let demand = ValueReader.Demand(key)
      if let (value, provenance) = reader.read(entry.value, as: demand, into: &findings) {
        key.write(&inputs, value)
        settings.append(
          Setting(
            path: path, value: value, kind: key.kind, units: units, provenance: provenance))
      }
    }
    if !missing.isEmpty {
      findings.error(group.place, KeyFault.missing(missing, of: "section '\(section.path)'"))
    }
    return settings
  }
}
