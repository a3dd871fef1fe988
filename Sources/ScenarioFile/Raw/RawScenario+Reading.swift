import Inputs

extension RawScenario {
  /// Sorts a file's tree into groups; unknown keys and values of the wrong form are faults.
  init(file: String, root: RawNode, into findings: inout Findings) {
    self.file = file
    guard case .section(let entries) = root.content else {
      findings.error(root.place, KeyFault.notAMapping)
      return
    }
    for entry in entries {
      switch entry.key {
      case "country":
        readGroup(entry.key, RawScenario.named(entry), into: &findings)
      case "run", "tables":
        readGroup(entry.key, entry, into: &findings)
      case "behaviour":
        readBehaviour(entry, into: &findings)
      case "measures":
        readMeasures(entry, into: &findings)
      case let key where RawScenario.headingNames.contains(key):
        headings[key] = entry
      default:
        findings.error(
          entry.place,
          KeyFault.unknown(entry.key, of: "a scenario", among: RawScenario.topNames))
      }
    }
  }

  /// `country: Atlantis` says no more than `country: {name: Atlantis}`.
  static func named(_ entry: RawEntry) -> RawEntry {
    guard entry.value.text != nil else { return entry }
    var section = entry
    let name = RawEntry(key: "name", place: entry.value.place, value: entry.value)
    section.value = RawNode(place: entry.value.place, content: .section([name]))
    return section
  }

  private mutating func readBehaviour(_ entry: RawEntry, into findings: inout Findings) {
    guard case .section(let sections) = entry.value.content else {
      findings.error(
        entry.value.place, KeyFault.notASection("behaviour", keys: RawScenario.behaviourNames))
      return
    }
    for section in sections {
      if RawScenario.behaviourNames.contains(section.key) {
        readGroup("behaviour.\(section.key)", section, into: &findings)
      } else {
        findings.error(
          section.place,
          KeyFault.unknown(section.key, of: "behaviour", among: RawScenario.behaviourNames))
      }
    }
  }

  private mutating func readGroup(
    _ path: String, _ entry: RawEntry, into findings: inout Findings
  ) {
    let names = RawScenario.keyNames(of: path)
    guard case .section(let entries) = entry.value.content else {
      findings.error(entry.value.place, KeyFault.notASection(entry.key, keys: names))
      return
    }
    var group = Group(path: path, place: entry.place)
    for item in entries {
      if names.contains(item.key) {
        group.entries[item.key] = item
      } else {
        findings.error(item.place, KeyFault.unknown(item.key, of: path, among: names))
      }
    }
    groups[path] = group
  }

  private mutating func readMeasures(_ entry: RawEntry, into findings: inout Findings) {
    // A file may have the bare word `measures:` before any is written.
    if case .nothing = entry.value.content { return }
    guard case .section(let measures) = entry.value.content else {
      findings.error(entry.value.place, KeyFault.notASection("measures", keys: []))
      return
    }
    for measure in measures {
      guard RawScenario.isName(measure.key) else {
        findings.error(measure.place, LawFault.measureName(measure.key))
        continue
      }
      var group = Group(path: "measures.\(measure.key)", place: measure.place)
      switch measure.value.content {
      case .text("none"): group.isRemoved = true
      case .section(let entries):
        for item in entries { group.entries[item.key] = item }
      default:
        findings.error(measure.value.place, KeyFault.measureForm(measure.key))
        continue
      }
      groups[group.path] = group
    }
  }

  /// The keys of a group other than a measure.
  static func keyNames(of path: String) -> [String] {
    if path == "tables" { return TableFormat.all.map(\.name) }
    return Section.all.first { $0.path == path }?.keys.map(\.name) ?? []
  }

  /// Whether a word can name a measure: a letter, then letters, digits, `-` and `_`.
  static func isName(_ word: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    guard let first = word.utf8.first, isLetter(first), word.utf8.count <= 64 else { return false }
    return word.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
  }
}
