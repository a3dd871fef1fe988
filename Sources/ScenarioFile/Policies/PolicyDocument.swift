import Inputs

/// What a scenario changes of the one that it extends, as its own file writes it: paths and texts, nothing interpreted.
///
/// An editor's view of a file. It is written back as a file that any command reads, and every fault of it is found by the
/// reader of files.
package struct PolicyDocument: Sendable, Equatable {
  /// A key and what is written for it: `measures.amnesty.portability` and `1`. A measure that is taken away has its own
  /// path and `none`.
  package struct Entry: Sendable, Equatable {
    package var path: String
    package var text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  package var name: String
  package var question: String
  package var entries: [Entry]

  package init(name: String, question: String, entries: [Entry]) {
    self.name = name
    self.question = question
    self.entries = entries
  }

  /// More than an editor needs, and little enough to be read at once.
  private static let mostEntries = 400
  private static let longestText = 2000

  /// The file's text, its lines known by the entries that they hold.
  ///
  /// - Parameter base: what is written for `extends`.
  /// - Throws: ``PolicyFault`` where an entry cannot stand in a file of a policy.
  package func file(extending base: String) throws(PolicyFault) -> PolicyFile {
    guard entries.count <= Self.mostEntries else { throw .tooMany }
    guard let name = OneLine.text(name), let question = OneLine.text(question) else {
      throw .nameless
    }
    var lines = [
      "kosh: 1", "name: \(YAMLText.scalar(name))", "question: \(YAMLText.scalar(question))",
      "extends: \(YAMLText.scalar(base))",
    ]
    var paths: [Int: String] = [:]
    for top in ["behaviour", "measures"] {
      let own = try groups(of: top)
      if own.isEmpty { continue }
      lines.append("\(top):")
      for group in own {
        if let whole = group.whole {
          lines.append("  \(group.name): \(whole)")
          paths[lines.count] = "\(top).\(group.name)"
          continue
        }
        lines.append("  \(group.name):")
        paths[lines.count] = "\(top).\(group.name)"
        for (key, text) in group.keys {
          lines.append("    \(key): \(text)")
          paths[lines.count] = "\(top).\(group.name).\(key)"
        }
      }
    }
    return PolicyFile(text: lines.joined(separator: "\n") + "\n", paths: paths)
  }

  private struct Group {
    var name: String
    /// `none`, where that is all there is.
    var whole: String?
    var keys: [(key: String, text: String)] = []
  }

  private func groups(of top: String) throws(PolicyFault) -> [Group] {
    var groups: [Group] = []
    for entry in entries {
      let parts = entry.path.split(separator: ".", omittingEmptySubsequences: false)
        .map(String.init)
      guard (2...3).contains(parts.count), parts.allSatisfy(RawScenario.isName),
        ["behaviour", "measures"].contains(parts[0])
      else { throw .path(PlainPath.shown(entry.path)) }
      guard parts[0] == top else { continue }
      let place = groups.firstIndex { $0.name == parts[1] } ?? groups.count
      if place == groups.count { groups.append(Group(name: parts[1])) }
      if parts.count == 2 {
        guard top == "measures", entry.text == "none" else {
          throw .path(PlainPath.shown(entry.path))
        }
        groups[place].whole = "none"
      } else {
        groups[place].keys.append((parts[2], try Self.written(entry)))
      }
    }
    return groups
  }

  /// What an entry is in a file: lists and values with their provenance as they are, words so that they read back.
  private static func written(_ entry: Entry) throws(PolicyFault) -> String {
    let text = Overrides.trimmed(entry.text)
    guard text.utf8.count <= longestText, !text.isEmpty,
      text.unicodeScalars.allSatisfy(TextGuard.isPrintable)
    else { throw .text(PlainPath.shown(entry.path)) }
    if text.hasPrefix("[") || text.hasPrefix("{") {
      var findings = Findings()
      guard let node = YAMLReader.read(text, file: entry.path, into: &findings) else {
        throw .text(PlainPath.shown(entry.path))
      }
      return PolicyText.flow(node)
    }
    return RelativeValue.factor(text) == nil ? YAMLText.scalar(text) : text
  }
}

/// A policy as a file, and which entry stands on which of its lines.
package struct PolicyFile: Sendable {
  package let text: String
  /// Paths of entries by line, from 1 on.
  package let paths: [Int: String]
}

/// Why a policy cannot be written as a file.
package enum PolicyFault: Error, Equatable, CustomStringConvertible {
  case tooMany
  case nameless
  case path(String)
  case text(String)
  case notAPolicy(String)
  case otherBase(String, known: [String])

  package var description: String {
    switch self {
    case .tooMany: "a policy changes at most 400 keys. Write a scenario file instead."
    case .nameless: "a policy has a name and a question. Write both."
    case .path(let path):
      "'\(path)' is no key that a policy can change: it lies under measures or behaviour."
    case .text(let path): "what is written for '\(path)' is no value. Write one line."
    case .notAPolicy(let reason): reason
    case .otherBase(let name, let known):
      "it extends '\(name)', which is not open here. Open a file that extends "
        + known.joined(separator: " or ") + "."
    }
  }
}

/// Paths from outside as sentences quote them: short, and without what cannot be printed.
enum PlainPath {
  static func shown(_ path: String) -> String {
    String(String.UnicodeScalarView(path.unicodeScalars.prefix(80).filter(TextGuard.isPrintable)))
  }
}
