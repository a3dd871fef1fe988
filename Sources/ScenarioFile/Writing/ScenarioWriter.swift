import Inputs

/// The effective scenario as YAML, every key resolved, with provenance and tables inlined.
struct ScenarioWriter {
  var inputs: Inputs
  var tables: [(name: String, lines: [String])]
  var settings: [Setting]
  var measures: [PlacedMeasure]
  var amendments: [PlacedAmendment]

  var text: String {
    var lines = ["kosh: 1", "name: \(YAMLText.scalar(inputs.name))"]
    lines.append("question: \(YAMLText.scalar(inputs.question))")
    for section in ["country", "run"] {
      lines += ["", "\(section):"] + values(of: section, indent: "  ")
    }
    lines += ["", "tables:"]
    for table in tables {
      lines.append("  \(table.name): |")
      lines += table.lines.map { "    \($0)" }
    }
    lines += ["", "behaviour:"]
    for section in Section.all where section.path.hasPrefix("behaviour.") {
      lines.append("  \(section.path.dropFirst("behaviour.".count)):")
      lines += values(of: section.path, indent: "    ")
    }
    lines += ["", "measures:"]
    for item in measures {
      lines += ["  \(item.name):", "    kind: \(item.kind.name)"]
      lines += item.settings.map { "    \(line($0))" }
    }
    for item in amendments {
      lines += ["  \(item.name):", "    amends: \(item.kind.name)"]
      lines += item.settings.map { "    \(line($0))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func values(of path: String, indent: String) -> [String] {
    settings.filter { $0.path == "\(path).\($0.key)" }.map { indent + line($0) }
  }

  /// `response: {value: 1.5, range: [0, 2], source: assumed}`, or the bare value.
  private func line(_ setting: Setting) -> String {
    guard let provenance = setting.provenance,
      provenance.range != nil || provenance.source != nil
    else { return "\(setting.key): \(setting.text)" }
    var parts = ["value: \(setting.text)"]
    if let range = provenance.range {
      let ends = [range.lowerBound, range.upperBound].map {
        setting.text(of: $0, in: inputs.country.profile.units)
      }
      parts.append("range: [\(ends.joined(separator: ", "))]")
    }
    if let source = provenance.source { parts.append("source: \(YAMLText.scalar(source))") }
    return "\(setting.key): {\(parts.joined(separator: ", "))}"
  }
}
