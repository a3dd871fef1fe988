import Foundation
import Results
import ScenarioFile

/// The policies that somebody wants to come back to: a few, each a scenario file in the lab's folder.
final class KeptPolicies: @unchecked Sendable {
  /// As many as a chart can tell apart.
  static let most = 5

  private let folder: String
  private let extending: String
  private let baseName: String
  private let lock = NSLock()
  // Under the lock, the oldest first.
  private var kept: [PolicyDocument] = []

  /// Finds what an earlier lab kept.
  init(folder: String, reader: PolicyReader) {
    self.folder = folder
    baseName = reader.baseName
    extending = Self.path(of: reader.basePath, from: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".yaml") {
      guard kept.count < Self.most,
        let found = PolicyDocument.reading(folder + "/" + name),
        found.base.hasSuffix("/" + baseName) || found.base == baseName,
        (try? reader.read(found.policy)) != nil
      else { continue }
      kept.append(found.policy)
    }
  }

  var all: [PolicyDocument] { lock.withLock { kept } }

  /// Keeps a policy under its name, in the place of one that has it already.
  /// - Throws: ``PolicyRefused``, or `FolderFault` with the path.
  func keep(_ policy: PolicyDocument) throws {
    try lock.withLock {
      let place = kept.firstIndex { PolicyNames.stem($0.name) == PolicyNames.stem(policy.name) }
      guard place != nil || kept.count < Self.most else { throw PolicyRefused("lab.kept.full") }
      try write(policy)
      if let place { kept[place] = policy } else { kept.append(policy) }
    }
  }

  /// Takes a policy and its file away.
  func forget(_ name: String) {
    lock.withLock {
      guard let place = kept.firstIndex(where: { $0.name == name }) else { return }
      try? FileManager.default.removeItem(atPath: path(of: kept[place]))
      kept.remove(at: place)
    }
  }

  /// Writes a policy's file into the lab's folder.
  func write(_ policy: PolicyDocument) throws {
    try OutputFolder.makeFolder(folder)
    try FileBytes.replace(try policy.file(extending: extending).text, at: path(of: policy))
  }

  /// The file of a policy in the lab's folder.
  func path(of policy: PolicyDocument) -> String {
    folder + "/" + PolicyNames.fileName(policy.name)
  }

  /// A path as it is written in a file of a folder; both as their user names them.
  static func path(of file: String, from folder: String) -> String {
    if file.hasPrefix("/") || folder.hasPrefix("/") { return absolute(file) }
    let up = folder.split(separator: "/").map { _ in ".." }
    return (up + [file]).joined(separator: "/")
  }

  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}
