/// Where a scenario's files write each key, and what: from whom of several scenarios a value comes.
struct WrittenKeys: Sendable {
  private struct Writing: Sendable {
    var place: Place
    var text: String
  }

  private var writings: [String: Writing] = [:]

  init(_ scenario: MergedScenario) {
    for (path, group) in scenario.groups {
      for (key, entry) in group.entries {
        writings["\(path).\(key)"] = Writing(
          place: entry.value.place, text: WrittenKeys.text(entry.value))
      }
    }
  }

  /// The keys of a path in order: itself, or all of a measure that it names.
  fileprivate func paths(under path: String) -> [String] {
    if writings[path] != nil { return [path] }
    return writings.keys.filter { $0.hasPrefix(path + ".") }.sorted()
  }

  fileprivate func place(of path: String) -> Place? { writings[path]?.place }

  /// Where a key is written that another scenario has not from the same place.
  ///
  /// - Parameter sharesFiles: false for scenarios of which neither extends what the other does: then equal
  ///   words are the same value.
  fileprivate func place(of path: String, besides other: WrittenKeys, sharesFiles: Bool) -> Place? {
    guard let own = writings[path] else { return nil }
    guard let theirs = other.writings[path] else { return own.place }
    let isSame = sharesFiles ? own.place == theirs.place : own.text == theirs.text
    return isSame ? nil : own.place
  }

  static func text(_ node: RawNode) -> String {
    switch node.content {
    case .text(let text), .block(let text, _): text
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .section(let entries):
      "{" + entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
    case .nothing: ""
    }
  }
}

extension LoadedScenario {
  /// Where a scenario that extends another one writes a key in its own file; nil where it has the key from
  /// elsewhere, or extends nothing.
  package func ownPlace(of path: String) -> Place? {
    guard files.count > ownFiles.count else { return nil }
    return written.paths(under: path).lazy.compactMap { written.place(of: $0) }
      .first { ownFiles.contains($0.file) }
  }

  /// Where this scenario writes a key otherwise than the one it is compared with, in a file that the other
  /// one does not read; nil where both have it from one place. To set such a key for both would take
  /// away what tells them apart.
  ///
  /// - Parameter path: as in `--set`; a measure's stands for all of its keys.
  package func ownPlace(of path: String, beside other: LoadedScenario) -> Place? {
    let sharesFiles = files.contains(where: other.files.contains)
    return written.paths(under: path).lazy.compactMap {
      written.place(of: $0, besides: other.written, sharesFiles: sharesFiles)
    }.first { !other.files.contains($0.file) }
  }
}
