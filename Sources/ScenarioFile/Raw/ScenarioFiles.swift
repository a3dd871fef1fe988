import Foundation

/// How a loader reaches files. Tests give it a dictionary; commands give it the disk.
package struct ScenarioFiles: Sendable {
  package enum Problem: Error, Sendable { case missing, folder, unreadable, tooLarge }

  /// The bytes of a file named as its user would name it.
  package let read: @Sendable (String) throws(Problem) -> [UInt8]

  package init(read: @escaping @Sendable (String) throws(Problem) -> [UInt8]) { self.read = read }

  /// Files on the disk, 16 MB at most; pipes work too.
  package static let disk = ScenarioFiles { path throws(Problem) in
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing
    }
    guard !isFolder.boolValue else { throw .folder }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    defer { try? handle.close() }
    let limit = 16 << 20
    let data: Data?
    do { data = try handle.read(upToCount: limit + 1) } catch { throw .unreadable }
    guard let data else { return [] }
    guard data.count <= limit else { throw .tooLarge }
    return [UInt8](data)
  }

  /// Files held in memory, by path.
  package static func inMemory(_ files: [String: [UInt8]]) -> ScenarioFiles {
    ScenarioFiles { path throws(Problem) in
      guard let bytes = files[path] else { throw .missing }
      return bytes
    }
  }

  /// `path` as written in `file`, seen from where `file` was named.
  package static func resolve(_ path: String, from file: String) -> String {
    if path.hasPrefix("/") { return path }
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension ScenarioFiles {
  /// The text of a file, or nil with a fault at `place` (where its name is written).
  func text(of path: String, namedAt place: Place, into findings: inout Findings) -> String? {
    do throws(Problem) {
      return TextGuard.text(of: try read(path), file: path, into: &findings)
    } catch {
      let fault: FileFault =
        switch error {
        case .missing: .missing
        case .folder: .folder
        case .unreadable: .unreadable
        case .tooLarge: .tooLarge
        }
      findings.error(
        place, NamedFileFault(path: path, isNamedElsewhere: path != place.file, fault: fault))
      return nil
    }
  }
}

/// A fault of a whole file; says which where the place is another file.
struct NamedFileFault: Sentence {
  var path: String
  var isNamedElsewhere: Bool
  var fault: FileFault

  var sentence: String {
    isNamedElsewhere ? "file '\(path)': \(fault.sentence)" : fault.sentence
  }
}
