import Inputs

/// `--set key=value`: a scenario of its own, which extends the one it is given for.
package enum Overrides {
  static let place = Place(file: "--set")

  /// Reads all overrides; `known` holds the scenario's measures by name.
  static func read(
    _ overrides: [String], measures: [String], into findings: inout Findings
  ) -> RawScenario {
    var scenario = RawScenario(file: place.file)
    for text in overrides {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        findings.error(place, KeyFault.overrideForm(text))
        continue
      }
      let path = trimmed(text[..<equals])
      let written = trimmed(text[text.index(after: equals)...])
      guard let value = node(written, into: &findings) else { continue }
      set(path, value, in: &scenario, measures: measures, into: &findings)
    }
    return scenario
  }

  /// The key that `key=value` sets.
  package static func path(_ text: String) -> String {
    trimmed(text[..<(text.firstIndex(of: "=") ?? text.endIndex)])
  }

  /// A value; lists and `{value: …}` are read as YAML.
  private static func node(_ text: String, into findings: inout Findings) -> RawNode? {
    if text.isEmpty { return RawNode(place: place, content: .nothing) }
    if let bad = text.unicodeScalars.first(where: { !TextGuard.isPrintable($0) }) {
      findings.error(place, FileFault.controlCharacter(bad.value))
      return nil
    }
    guard text.hasPrefix("[") || text.hasPrefix("{") else {
      return RawNode(place: place, content: .text(text))
    }
    return YAMLReader.read(text, file: place.file, into: &findings).map(unplaced)
  }

  private static func unplaced(_ node: RawNode) -> RawNode {
    switch node.content {
    case .list(let items): RawNode(place: place, content: .list(items.map(unplaced)))
    case .section(let entries):
      RawNode(
        place: place,
        content: .section(
          entries.map { RawEntry(key: $0.key, place: place, value: unplaced($0.value)) }))
    default: RawNode(place: place, content: node.content)
    }
  }

  private static func set(
    _ path: String, _ value: RawNode, in scenario: inout RawScenario, measures: [String],
    into findings: inout Findings
  ) {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if ["kosh", "extends"].contains(path) {
      findings.error(place, KeyFault.fixedByFile(path))
    } else if ["name", "question"].contains(path) {
      scenario.headings[path] = RawEntry(key: path, place: place, value: value)
    } else if path == "country" {
      put("name", value, in: path, of: &scenario)
    } else if parts.count == 2, parts[0] == "measures", RawScenario.isName(parts[1]),
      value.text == "none"
    {
      scenario.groups[path] = RawScenario.Group(path: path, place: place, isRemoved: true)
    } else if parts.count == 2, parts[0] == "measures", measures.contains(parts[1]) {
      findings.error(place, KeyFault.measureSet(path))
    } else if parts.count == 3, parts[0] == "measures", RawScenario.isName(parts[1]) {
      put(parts[2], value, in: "measures.\(parts[1])", of: &scenario)
    } else if let last = parts.last, parts.count > 1,
      RawScenario.keyNames(of: parts.dropLast().joined(separator: ".")).contains(last)
    {
      put(last, value, in: parts.dropLast().joined(separator: "."), of: &scenario)
    } else {
      findings.error(place, KeyFault.unknownPath(path, among: allPaths(measures: measures)))
    }
  }

  private static func put(
    _ key: String, _ value: RawNode, in path: String, of scenario: inout RawScenario
  ) {
    var group = scenario.groups[path] ?? RawScenario.Group(path: path, place: place)
    group.isRemoved = false
    group.entries[key] = RawEntry(key: key, place: place, value: value)
    scenario.groups[path] = group
  }

  private static func allPaths(measures: [String]) -> [String] {
    ["name", "question"]
      + Section.all.flatMap { section in section.keys.map { "\(section.path).\($0.name)" } }
      + TableFormat.all.map { "tables.\($0.name)" }
      + measures.map { "measures.\($0)" }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var bytes = Substring(text).utf8
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(Substring(bytes.drop(while: isSpace)))
  }
}
