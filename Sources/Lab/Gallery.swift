import Foundation
import ScenarioFile

/// Scenarios to begin from: each with its question and what it changes.
struct Gallery: Sendable {
  let cards: [PolicyDocument]

  /// - Parameter named: files; where there are none, all beside the baseline that extend it.
  init(_ reader: PolicyReader, named: [String]) {
    let folder = String(reader.basePath.dropLast(reader.baseName.count))
    let beside =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.isEmpty ? "." : folder)) ?? []
    let paths =
      named.isEmpty
      ? beside.sorted().filter { $0.hasSuffix(".yaml") }.map { folder + $0 } : named
    cards = paths.compactMap { path in
      guard let found = PolicyDocument.reading(path), found.base == reader.basePath,
        (try? reader.read(found.policy)) != nil
      else { return nil }
      return found.policy
    }
  }
}
