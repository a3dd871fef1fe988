import Foundation

/// How a sweep's folder comes to be: whole, or such that the next process begins again.
///
/// All is written into a folder within it that bears the process's number, and moved from there, `sweep.json`
/// last. The folder itself stays where it is: it may be a link's target, or the one in which the user stands.
struct SweepBeginning {
  let path: String

  private static let prefix = ".begun-"
  private static let ownNames = ["scenarios", "parts", "plan.yaml"]
  private static let patience = 5.0

  /// Whether nothing is there but what a process that died left of its beginning, which is taken away; false where
  /// another process has just made a sweep of it.
  /// - Throws: ``SweepFault/notEmpty(path:)``.
  func isFree(_ names: [String]) throws -> Bool {
    if names.isEmpty { return true }
    let begun = names.filter { $0.hasPrefix(Self.prefix) }
    guard !begun.isEmpty, names.allSatisfy({ Self.ownNames.contains($0) || begun.contains($0) })
    else { throw SweepFault.notEmpty(path: path) }
    // One that lives no more can make no sweep; but it may have made one before it ended.
    if begun.contains(where: isAlive) ? waitForSweep() : hasSweep { return false }
    for name in begun + Self.ownNames { FileBytes.removeFolder("\(path)/\(name)") }
    return true
  }

  /// Takes away what a process left that died just after it had made the sweep.
  func tidy(_ names: [String]) {
    for name in names where name.hasPrefix(Self.prefix) && !isAlive(name) {
      FileBytes.removeFolder("\(path)/\(name)")
    }
  }

  /// Puts a sweep there; false where another process was faster.
  /// - Throws: ``FolderFault``.
  func make(_ texts: [(name: String, text: String)], _ manifest: SweepManifest) throws -> Bool {
    let stage = "\(path)/\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)"
    defer { FileBytes.removeFolder(stage) }
    for folder in ["parts", "scenarios"] { try OutputFolder.makeFolder("\(stage)/\(folder)") }
    for (name, text) in texts { try FileBytes.write(text, to: "\(stage)/\(name)") }
    try FileBytes.write(manifest.json.text, to: stage + "/sweep.json")
    do {
      // A folder with something in it is not replaced: of two processes one moves its scenarios there.
      for name in Self.ownNames + ["sweep.json"] {
        try FileBytes.rename("\(stage)/\(name)", to: "\(path)/\(name)")
      }
    } catch {
      guard waitForSweep() else { throw error }
      return false
    }
    return true
  }

  private func isAlive(_ name: String) -> Bool {
    guard let process = Int32(name.dropFirst(Self.prefix.count)) else { return false }
    return process != ProcessInfo.processInfo.processIdentifier
      && (kill(process, 0) == 0 || errno == EPERM)
  }

  private var hasSweep: Bool { FileManager.default.fileExists(atPath: path + "/sweep.json") }

  /// Whether a sweep is there within a few seconds.
  private func waitForSweep() -> Bool {
    let steps = 100
    for _ in 0..<steps {
      if hasSweep { return true }
      Thread.sleep(forTimeInterval: Self.patience / Double(steps))
    }
    return false
  }
}
