import Inputs

/// What a scenario is made of: the files of one, or of several reforms that are joined, in raw form.
struct ScenarioSources {
  private let chains: [ExtendsChain]
  /// In the order in which they are laid over each other: what all extend first, then each one's own.
  let layers: [RawScenario]

  init(path: String, files: ScenarioFiles, into findings: inout Findings) {
    chains = ScenarioPath.parts(of: path, in: files).map {
      ExtendsChain(path: $0, files: files, into: &findings)
    }
    var laid: Set<String> = []
    let common = chains.count > 1 ? Self.shared(chains) : []
    // Whatever two of them share comes before what is one's own.
    let shared = chains.flatMap { $0.scenarios.reversed().filter { common.contains($0.file) } }
    let own = chains.flatMap { $0.scenarios.reversed().filter { !common.contains($0.file) } }
    layers = (shared + own).filter { laid.insert($0.file).inserted }
  }

  private static func shared(_ chains: [ExtendsChain]) -> Set<String> {
    let byFile = Dictionary(grouping: chains.flatMap(\.files)) { $0 }
    return Set(byFile.filter { $0.value.count > 1 }.keys)
  }

  /// Whether they are several reforms.
  var isJoined: Bool { chains.count > 1 }

  /// The files that the user named.
  var ownFiles: [String] { chains.compactMap(\.scenarios.first?.file) }

  /// All of them, those that the user named first.
  var files: [String] {
    var listed: Set<String> = []
    return (ownFiles + layers.reversed().map(\.file)).filter { listed.insert($0).inserted }
  }

  /// Whether a file that the user named could not be read at all.
  var isUnreadable: Bool { chains.contains(where: \.isUnreadable) }

  /// Whether every file is there down to one that extends nothing.
  var isWhole: Bool {
    chains.allSatisfy { $0.scenarios.last.map { $0.headings["extends"] == nil } ?? false }
  }

  /// The scenario that results, still as written.
  ///
  /// - Parameter findings: what contradicts what.
  func merged(into findings: inout Findings) -> MergedScenario {
    var merged = MergedScenario()
    var removed: Set<String> = []
    for layer in layers {
      var layer = layer
      // What one reform has removed the other may remove too.
      if isJoined {
        for (path, group) in layer.groups where group.isRemoved && !removed.insert(path).inserted {
          layer.groups[path] = nil
        }
      }
      merged.lay(layer, into: &findings)
    }
    guard chains.count > 1 else { return merged }
    for key in ["name", "question"] {
      let entries = chains.compactMap { chain in
        chain.scenarios.lazy.compactMap { $0.headings[key] }.first
      }
      let words = entries.compactMap(\.value.text)
      guard var entry = entries.first, words.count == chains.count else { continue }
      entry.value.content = .text(words.joined(separator: key == "name" ? " + " : " "))
      merged.headings[key] = entry
    }
    for (place, chain) in chains.enumerated() {
      for other in chains[..<place] {
        JoinedReforms(first: other, second: chain, merged: merged).check(into: &findings)
      }
    }
    return merged
  }

  /// What stands in the last file that names a table, and in all that it builds on; nil where none names it.
  func merged(naming table: String) -> MergedScenario? {
    let naming = layers.lastIndex { $0.groups["tables"]?.entries[table] != nil }
    guard let naming else { return nil }
    var merged = MergedScenario()
    var told = Findings()
    for layer in layers[...naming] { merged.lay(layer, into: &told) }
    return merged
  }
}

extension ExtendsChain {
  /// The files read, the scenario's own first.
  var files: [String] { scenarios.map(\.file) }
}
