import Foundation

/// Which files in a folder of results are Kosh's own: those, and no others, may be replaced.
///
/// A folder's files are known by their names, those of its subfolders by their place; a chart's numbers, which
/// are named after what they show, by the page that refers to them.
package struct OwnFiles {
  /// What a folder holds.
  enum Content: Equatable {
    case nothing
    case run
    case comparison
    /// What a process left that was ended while it worked: files, but no manifest that vouches for them.
    case leftovers
    case others
  }

  package static let manifestName = "manifest.json"
  private static let partialEnding = ".partial"
  /// What names of folders that only Kosh makes show that it was at work.
  private static let workNames = [
    ComparisonFolder.planName, ComparisonFolder.keptName, ComparisonFolder.partialName,
  ]
  private static let folderNames: Set<String> = [
    ChartFile.folder, ComparisonFolder.scenariosName, ComparisonFolder.keptName,
    ComparisonFolder.partialName,
  ]

  let path: String
  /// All that lies in it, beside a lock.
  let names: [String]
  let content: Content

  /// - Throws: ``FolderFault``, where the folder cannot be read.
  init(_ path: String) throws {
    self.path = path
    names = try FolderLock.names(in: path)
    content =
      if names.isEmpty {
        .nothing
      } else if Manifest.isPresent(folder: path) {
        .run
      } else if ComparisonManifest.isPresent(folder: path) {
        .comparison
      } else if OwnFiles.wasWorkedIn(path, names) || OwnFiles.areLeftovers(names) {
        .leftovers
      } else {
        .others
      }
  }

  /// Whether a process of Kosh was ended while it gave files their names, or while it compared: others' files may
  /// lie beside them, as beside any finished run.
  private static func wasWorkedIn(_ path: String, _ names: [String]) -> Bool {
    Manifest.isPresent(folder: path, name: manifestName + partialEnding)
      || names.contains(ComparisonFolder.planName)
        && [ComparisonFolder.keptName, ComparisonFolder.partialName].contains(where: names.contains)
  }

  /// Files with final names alone may be a user's; one without, and Kosh was at work.
  private static func areLeftovers(_ names: [String]) -> Bool {
    let own = Set([manifestName] + OutputFolder.ownNames + ComparisonFolder.ownNames)
    func isPartial(_ name: String) -> Bool {
      name.hasSuffix(partialEnding) && own.contains(String(name.dropLast(partialEnding.count)))
    }
    return names.allSatisfy { own.contains($0) || isPartial($0) }
      && names.contains { isPartial($0) || workNames.contains($0) }
  }

  /// Names that a process of Kosh gave, of those that lie here.
  var ownNames: [String] {
    let own =
      switch content {
      case .nothing, .others: [String]()
      case .run: [OwnFiles.manifestName] + OutputFolder.ownNames
      case .comparison: [OwnFiles.manifestName] + ComparisonFolder.ownNames
      case .leftovers:
        [OwnFiles.manifestName] + OutputFolder.ownNames + ComparisonFolder.ownNames
      }
    return names.filter { name in
      own.contains(name)
        || name.hasSuffix(OwnFiles.partialEnding)
          && (OutputFolder.ownNames + ComparisonFolder.ownNames + [OwnFiles.manifestName])
            .contains(String(name.dropLast(OwnFiles.partialEnding.count)))
    }
  }

  /// What stands in the way of results that need `wanted` names: others' files by those names, and others'
  /// files within folders of Kosh's.
  func foreign(wanted: [String]) -> [String] {
    let own = ownNames
    var foreign = names.filter { wanted.contains($0) && !own.contains($0) }
    let linked = OwnFiles.linkedCharts(folder: path)
    for name in own where OwnFiles.isFolder("\(path)/\(name)") {
      guard OwnFiles.folderNames.contains(OwnFiles.final(name)) else {
        foreign.append(name + "/")
        continue
      }
      let inside = FileManager.default.subpaths(atPath: "\(path)/\(name)") ?? []
      foreign += inside.filter { !isOwn($0, in: name, linked) }.sorted().map { "\(name)/\($0)" }
    }
    return foreign
  }

  /// A name without the ending that it has until its file is whole.
  private static func final(_ name: String) -> String {
    name.hasSuffix(partialEnding) ? String(name.dropLast(partialEnding.count)) : name
  }

  /// Whether Kosh puts such a path into its folder of that name.
  private func isOwn(_ inner: String, in folder: String, _ linked: Set<String>) -> Bool {
    let parts = inner.split(separator: "/").map(String.init)
    switch folder {
    case ChartFile.folder: return parts.count == 1 && linked.contains(OwnFiles.final(parts[0]))
    case ComparisonFolder.keptName:
      return parts.count == 1 && OwnFiles.final(parts[0]).hasSuffix(".run")
    case ComparisonFolder.scenariosName:
      let known = (try? ComparisonManifest.read(folder: path)).map { [$0.base] + $0.variants }
      guard known?.contains(parts[0]) ?? true else { return false }
      return parts.count == 1
        ? OwnFiles.isFolder("\(path)/\(folder)/\(inner)")
        : parts.count == 2 && ComparisonFolder.scenarioFileNames.contains(parts[1])
    // Nobody but Kosh names a folder so.
    default: return true
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The charts' files to which the page of a folder refers.
  static func linkedCharts(folder: String) -> Set<String> {
    guard let page = FileBytes.text(of: folder + "/report.html") else { return [] }
    let names = page.components(separatedBy: "href=\"\(ChartFile.folder)/").dropFirst().map {
      rest in
      [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .reduce(String(rest.prefix { $0 != "\"" })) { $0.replacing($1.0, with: $1.1) }
    }
    return Set(names)
  }

  /// Takes away what is Kosh's own; only after ``checkForce(wanted:reading:)``.
  func remove() { OwnFiles.remove(ownNames, in: path) }

  /// Takes away files and folders, the manifest first.
  static func remove(_ names: [String], in path: String) {
    for name in names.filter({ $0 == manifestName }) + names {
      FileBytes.removeFolder("\(path)/\(name)")
    }
  }

  /// Why a folder with something in it is not taken without `--force`.
  var refusal: FolderFault {
    content == .leftovers ? .outHoldsLeftovers(path: path) : .outNotEmpty(path: path)
  }

  /// Makes sure that a command may replace what lies here.
  ///
  /// - Parameters:
  ///   - wanted: Names that it will give.
  ///   - reading: Files and folders that it reads.
  /// - Throws: ``FolderFault``.
  func checkForce(wanted: [String], reading: [String]) throws {
    guard content != .others else { throw FolderFault.notOurs(path: path) }
    let foreign = foreign(wanted: wanted)
    guard foreign.isEmpty else { throw FolderFault.wouldRemove(path: path, names: foreign) }
    let lost = ownNames + wanted
    let home = OwnFiles.canonical(path)
    for input in reading {
      let place = OwnFiles.canonical(input)
      let isLost = lost.contains { place == "\(home)/\($0)" || place.hasPrefix("\(home)/\($0)/") }
      guard place != home, !isLost else {
        throw FolderFault.wouldRemoveInput(path: path, input: input)
      }
    }
  }

  private static func canonical(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
