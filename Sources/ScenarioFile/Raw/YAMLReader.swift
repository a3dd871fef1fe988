import Yams

/// YAML text → a tree of places. All of YAML that scenarios do not use is refused here.
enum YAMLReader {
  /// The root of a file, or nil where it cannot be read; then a fault says why.
  static func read(_ text: String, file: String, into findings: inout Findings) -> RawNode? {
    guard !TextGuard.nestsTooDeeply(text) else {
      findings.error(Place(file: file, line: 1, column: 1), FileFault.tooDeep)
      return nil
    }
    do throws(YAMLProblem) {
      return try root(of: text, file: file, into: &findings)
    } catch {
      findings.error(error.place, error.fault)
      return nil
    }
  }

  private struct YAMLProblem: Error {
    var place: Place
    var fault: FileFault
  }

  private static func root(
    of text: String, file: String, into findings: inout Findings
  ) throws(YAMLProblem) -> RawNode? {
    let parser: Parser
    let composed: Node?
    do {
      // The basic resolver keeps every scalar text.
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      composed = try parser.singleRoot()
    } catch {
      throw problem(error, text: text, file: file)
    }
    guard let composed else {
      throw YAMLProblem(place: Place(file: file, line: 1, column: 1), fault: .empty)
    }
    // Nodes hold their anchors weakly: the parser must outlive the walk.
    return withExtendedLifetime(parser) {
      var walk = Walk(file: file, lines: Lines.split(text))
      let root = walk.node(composed)
      for (place, fault) in walk.faults { findings.error(place, fault) }
      return walk.faults.isEmpty ? root : nil
    }
  }

  private static func problem(_ error: any Error, text: String, file: String) -> YAMLProblem {
    func at(_ mark: Mark) -> Place { Place(file: file, line: mark.line, column: mark.column) }
    let start = Place(file: file, line: 1, column: 1)
    guard let error = error as? YamlError else {
      return YAMLProblem(place: start, fault: .syntax("it cannot be read"))
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      let words = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
      return YAMLProblem(place: at(mark), fault: .syntax(words))
    case .composer(_, let problem, let mark, _):
      let isAlias = problem.contains("alias")
      return YAMLProblem(place: at(mark), fault: isAlias ? .alias : .severalDocuments)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let first = context.mark
      let second = secondPlace(of: key, after: first, in: text)
      return YAMLProblem(
        place: Place(file: file, line: second.line, column: second.column),
        fault: .duplicateKey(key, firstLine: first.line))
    case .reader(let problem, _, _, _):
      return YAMLProblem(place: start, fault: .syntax(problem))
    default:
      return YAMLProblem(place: start, fault: .syntax("it cannot be read"))
    }
  }

  /// Where `key` stands again, at the same indentation below its first place; else that first place.
  private static func secondPlace(
    of key: String, after mark: Mark, in text: String
  ) -> (line: Int, column: Int) {
    for (offset, line) in Lines.split(text).enumerated().dropFirst(mark.line) {
      let indent = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indent)
      if indent == mark.column - 1, rest.hasPrefix(key),
        rest.dropFirst(key.count).drop(while: { $0 == " " }).first == ":"
      {
        return (offset + 1, mark.column)
      }
    }
    return (mark.line, mark.column)
  }
}

/// The walk over a composed tree, which notes what scenarios do not use.
private struct Walk {
  let file: String
  let lines: [Substring]
  var faults: [(Place, FileFault)] = []

  mutating func node(_ node: Node) -> RawNode {
    let place = Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    if node.anchor != nil {
      // What an alias stands for carries the anchor too; not descending keeps bombs small.
      faults.append((place, .anchor))
      return RawNode(place: place, content: .nothing)
    }
    switch node {
    case .scalar(let scalar):
      if isTagged(at: place) { faults.append((place, .tag)) }
      return RawNode(place: place, content: content(of: scalar, line: place.line))
    case .sequence(let sequence):
      if isTagged(at: place) { faults.append((place, .tag)) }
      var items: [RawNode] = []
      for item in sequence { items.append(self.node(item)) }
      return RawNode(place: place, content: .list(items))
    case .mapping(let mapping):
      if isTagged(at: place) { faults.append((place, .tag)) }
      var entries: [RawEntry] = []
      for (key, value) in mapping {
        let keyNode = self.node(key)
        let valueNode = self.node(value)
        if let name = keyNode.text {
          entries.append(RawEntry(key: name, place: keyNode.place, value: valueNode))
        } else {
          faults.append((keyNode.place, .keyIsNotText))
        }
      }
      return RawNode(place: place, content: .section(entries))
    case .alias:
      faults.append((place, .alias))
      return RawNode(place: place, content: .nothing)
    }
  }

  private func content(of scalar: Node.Scalar, line: Int) -> RawNode.Content {
    if scalar.style == .literal {
      let first = lines.dropFirst(line).first { $0.contains { $0 != " " && $0 != "\r" } } ?? ""
      return .block(scalar.string, column: first.prefix { $0 == " " }.count + 1)
    }
    if scalar.string.isEmpty, scalar.style == .plain { return .nothing }
    return .text(scalar.string)
  }

  /// Whether the node at `place` begins with a tag: its mark is the tag's first letter.
  private func isTagged(at place: Place) -> Bool {
    guard lines.indices.contains(place.line - 1) else { return false }
    return lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1).first == "!"
  }
}
