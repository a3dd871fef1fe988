import Inputs

extension PolicyDocument {
  /// Reads a policy back from a file's text; nothing else is read, whatever the file names.
  ///
  /// - Parameter bases: names of the files that it may extend.
  /// - Throws: ``PolicyFault`` with the first thing that is wrong.
  package init(text: String, file: String, bases: [String]) throws(PolicyFault) {
    var findings = Findings()
    guard let root = YAMLReader.read(text, file: file, into: &findings) else {
      throw .notAPolicy(PolicyText.first(of: findings))
    }
    let raw = RawScenario(file: file, root: root, into: &findings)
    guard !findings.hasErrors else { throw .notAPolicy(PolicyText.first(of: findings)) }
    guard let base = raw.headings["extends"]?.value.text else {
      throw .notAPolicy(
        "it extends no scenario. Open a file that begins from \(bases.joined(separator: " or ")).")
    }
    let name = base.split(separator: "/").last.map(String.init) ?? base
    guard bases.contains(name) else { throw .otherBase(PlainPath.shown(name), known: bases) }
    try self.init(raw)
  }

  /// What a file on the disk changes of the one that it extends; nil where it extends none, or several one after the other.
  package static func reading(_ path: String, files: ScenarioFiles = .disk) -> (
    policy: PolicyDocument, base: String
  )? {
    var findings = Findings()
    guard
      let text = files.text(of: path, namedAt: Place(file: path), into: &findings),
      let root = YAMLReader.read(text, file: path, into: &findings)
    else { return nil }
    let raw = RawScenario(file: path, root: root, into: &findings)
    guard !findings.hasErrors, let base = raw.headings["extends"]?.value.text,
      let policy = try? PolicyDocument(raw)
    else { return nil }
    return (policy, ScenarioFiles.resolve(base, from: path))
  }

  private init(_ raw: RawScenario) throws(PolicyFault) {
    name = raw.headings["name"]?.value.text ?? ""
    question = raw.headings["question"]?.value.text ?? ""
    entries = []
    let groups = raw.groups.values.sorted {
      ($0.place.line, $0.place.column, $0.path) < ($1.place.line, $1.place.column, $1.path)
    }
    for group in groups {
      guard group.path.hasPrefix("measures.") || group.path.hasPrefix("behaviour.") else {
        throw .notAPolicy(
          "it sets '\(group.path)', which is no policy. Run it as a scenario instead.")
      }
      if group.isRemoved { entries.append(Entry(path: group.path, text: "none")) }
      let keys = group.entries.values.sorted {
        ($0.place.line, $0.place.column, $0.key) < ($1.place.line, $1.place.column, $1.key)
      }
      for entry in keys {
        guard let text = PolicyText.entry(entry.value) else {
          throw .text("\(group.path).\(entry.key)")
        }
        entries.append(Entry(path: "\(group.path).\(entry.key)", text: text))
      }
    }
  }
}

/// Values as one line.
enum PolicyText {
  /// A value as an entry holds it: words bare, lists and sections as YAML on one line.
  static func entry(_ node: RawNode) -> String? {
    switch node.content {
    case .text(let text): text
    case .list, .section: flow(node)
    case .block, .nothing: nil
    }
  }

  static func flow(_ node: RawNode) -> String {
    switch node.content {
    case .text(let text), .block(let text, _): YAMLText.scalar(text)
    case .list(let items): "[\(items.map(flow).joined(separator: ", "))]"
    case .section(let entries):
      "{\(entries.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", "))}"
    case .nothing: "none"
    }
  }

  /// The first fault, without its place.
  static func first(of findings: Findings) -> String {
    findings.sorted.first { $0.severity == .error }?.sentence ?? "it cannot be read."
  }
}
