import Kernel

/// The keys that some words find, grouped as the reference has them: by name, by everyday word, by meaning.
package struct KeySearch: Sendable {
  /// More are told by their number alone.
  private static let mostKeys = 25

  private let words: String
  private let groups: [KeyReference.Group]
  private let total: Int

  package init(_ words: String, in reference: KeyReference = KeyReference()) {
    self.words = words
    let asked = Words.meant(by: words)
    let everyday = Set(EverydayWords.paths(for: words))
    let found = reference.groups.map { group in
      group.entries.map { entry -> Int? in
        if asked.isEmpty { return nil }
        if Words("\(group.title) \(entry.name)").hasAll(asked) { return 0 }
        if everyday.contains("\(group.path).\(entry.name)") { return 0 }
        return Words("\(group.title) \(entry.name) \(entry.meaning)").hasAll(asked) ? 1 : nil
      }
    }
    let ranks = found.flatMap { $0.compactMap(\.self) }
    total = ranks.count
    // Meanings mention much: they count where neither a name nor an everyday word is found.
    let most = ranks.contains(0) ? 0 : 1
    var left = Self.mostKeys
    groups = zip(reference.groups, found).compactMap { group, ranks in
      var group = group
      let entries = zip(group.entries, ranks).filter { $1.map { $0 <= most } ?? false }.map(\.0)
      group.entries = Array(entries.prefix(left))
      left -= group.entries.count
      return group.entries.isEmpty ? nil : group
    }
  }

  package var isEmpty: Bool { groups.isEmpty }

  /// A line a group, below it a line a key, with its whole path.
  package var text: String {
    let told = groups.reduce(0) { $0 + $1.entries.count }
    let lines = groups.flatMap { group in
      [group.title] + KeyReference.rows(group.entries, path: group.path).map { "  " + $0 }
    }
    let more =
      total > told
      ? ["\(total - told) more mention '\(words)'; 'kosh scenario keys' lists every key"] : []
    return (lines + more).joined(separator: "\n") + "\n"
  }

  package var json: JSON {
    var reference = KeyReference()
    reference.groups = groups
    return reference.json
  }
}
