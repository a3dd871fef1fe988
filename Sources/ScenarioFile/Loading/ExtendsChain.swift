/// A scenario file and those it extends, read into raw form.
struct ExtendsChain {
  /// The file named by the user first, the one that extends nothing last.
  var scenarios: [RawScenario] = []
  /// Whether the first file could not be read at all.
  var isUnreadable = false

  private static let longest = 32

  init(path: String, files: ScenarioFiles, into findings: inout Findings) {
    var next: (path: String, place: Place)? = (path, Place(file: path))
    while let (path, place) = next {
      next = nil
      guard scenarios.count < ExtendsChain.longest else {
        findings.error(place, FileFault.tooManyFiles)
        return
      }
      findings.announce(file: path)
      let before = findings.errorCount
      guard let text = files.text(of: path, namedAt: place, into: &findings) else {
        isUnreadable =
          scenarios.isEmpty && findings.errorCount == before + 1 && findings.endsWithUnreadFile
        return
      }
      guard let root = YAMLReader.read(text, file: path, into: &findings) else { return }
      let scenario = RawScenario(file: path, root: root, into: &findings)
      guard case .section = root.content else { return }
      ExtendsChain.checkVersion(scenario, into: &findings)
      scenarios.append(scenario)
      guard let entry = scenario.headings["extends"] else { return }
      guard let name = entry.value.text, !name.isEmpty else {
        findings.error(entry.value.place, KeyFault.emptyValue("extends"))
        return
      }
      let base = ScenarioFiles.resolve(name, from: path)
      let names = scenarios.map(\.file)
      if let start = names.firstIndex(of: base) {
        findings.error(entry.value.place, FileFault.cycle(Array(names[start...]) + [base]))
        return
      }
      next = (base, entry.value.place)
    }
  }

  private static func checkVersion(
    _ scenario: RawScenario, into findings: inout Findings
  ) {
    guard let entry = scenario.headings["kosh"] else {
      findings.error(
        Place(file: scenario.file, line: 1, column: 1),
        KeyFault.wrongVersion("missing"))
      return
    }
    if entry.value.text != "1" {
      findings.error(entry.value.place, KeyFault.wrongVersion(entry.value.text ?? "not a number"))
    }
  }
}
