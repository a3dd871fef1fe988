import Foundation

/// The folder into which one run writes: chosen before the run, filled in one go after it.
///
/// Files are written under a name ending in `.partial` and get their own names together at the end, the
/// manifest last. So whatever interrupts the writing leaves either the folder as it was or files that no
/// manifest vouches for, never a broken database.
package struct OutputFolder {
  package let path: String
  /// Whether the folder is of this run's making, so that a failed run takes it away again.
  private let isNew: Bool
  private var staged: [String] = []

  private static let manifestName = "manifest.json"
  /// What a run may leave in its folder; of an older run none of these survives `--force`.
  static let ownNames = [
    "scenario.yaml", "results.sqlite", "national.csv", "daily.csv", "replicates.csv", "cells.csv",
    "evidence.csv", "report.html", "state.kosh", ChartFile.folder,
  ]

  private init(path: String, isNew: Bool) {
    self.path = path
    self.isNew = isNew
  }

  /// The folder that `--out` names: a new or empty one, or with `force` one that holds our manifest.
  /// - Throws: ``FolderFault``.
  package static func named(_ path: String, force: Bool) throws -> OutputFolder {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      try makeFolder(path)
      return OutputFolder(path: path, isNew: true)
    }
    guard isFolder.boolValue else { throw FolderFault.outIsFile(path: path) }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw FolderFault.cannotWrite(path: path, reason: "the folder cannot be read")
    }
    if !names.isEmpty {
      guard force else { throw FolderFault.outNotEmpty(path: path) }
      guard (try? Manifest.read(folder: path)) != nil else { throw FolderFault.notOurs(path: path) }
    }
    guard access(path, W_OK) == 0 else { throw FolderFault.writing(path, errorNumber: errno) }
    return OutputFolder(path: path, isNew: false)
  }

  /// A folder of its own under `root`: `<scenario>-<seed>`, or where that is taken `…-2`, `…-3` and so on.
  ///
  /// An empty folder counts as taken: another run that has just begun may have made it.
  /// - Throws: ``FolderFault``.
  package static func fresh(
    scenario: String, seed: Int, under root: String = "Output/runs"
  ) throws -> OutputFolder {
    try makeFolder(root)
    let first = "\(root)/\(scenario)-\(seed)"
    var path = first
    var number = 1
    while mkdir(path, 0o777) != 0 {
      guard errno == EEXIST else { throw FolderFault.writing(path, errorNumber: errno) }
      number += 1
      path = "\(first)-\(number)"
    }
    return OutputFolder(path: path, isNew: true)
  }

  /// Where a file is to be written until ``commit(manifest:)`` gives it its name.
  package mutating func stage(_ name: String) -> String {
    precondition(
      OutputFolder.ownNames.contains(name), "\(name) is not a file that a run folder may hold")
    staged.append(name)
    return partialPath(name)
  }

  /// Gives up a staged file that was never written.
  package mutating func withdraw(_ name: String) {
    unlink(partialPath(name))
    staged.removeAll { $0 == name }
  }

  package mutating func write(_ name: String, _ bytes: [UInt8]) throws {
    try FileBytes.write(bytes, to: stage(name))
  }

  /// Stages the folder of a page's files.
  mutating func write(charts: [ChartFile]) throws {
    let folder = stage(ChartFile.folder)
    FileBytes.removeFolder(folder)
    try OutputFolder.makeFolder(folder)
    for chart in charts { try FileBytes.write(chart.bytes, to: "\(folder)/\(chart.name)") }
  }

  /// Gives all staged files their names, takes away what an older run left, and writes the manifest.
  package mutating func commit(manifest: Manifest) throws {
    // A full disk must show while the older run still stands.
    try FileBytes.write(manifest.json.text, to: partialPath(OutputFolder.manifestName))
    let manifestPath = path + "/" + OutputFolder.manifestName
    unlink(manifestPath)
    for name in OutputFolder.ownNames {
      // A folder's name is not free while an older one bears it.
      if name == ChartFile.folder { FileBytes.removeFolder(path + "/" + name) }
      if staged.contains(name) {
        try FileBytes.rename(partialPath(name), to: path + "/" + name)
      } else {
        unlink(path + "/" + name)
      }
    }
    try FileBytes.rename(partialPath(OutputFolder.manifestName), to: manifestPath)
    staged = []
  }

  /// Takes away all that was staged, and the folder if this run made it and nothing is in it.
  package mutating func discard() {
    for name in staged + [OutputFolder.manifestName] {
      if name == ChartFile.folder { FileBytes.removeFolder(partialPath(name)) }
      unlink(partialPath(name))
    }
    staged = []
    if isNew { rmdir(path) }
  }

  private func partialPath(_ name: String) -> String { "\(path)/\(name).partial" }

  /// Makes a folder and those above it, unless they are there.
  /// - Throws: ``FolderFault`` with the path.
  package static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FolderFault.writing(path, errorNumber: reason(of: error))
    }
  }

  /// The system's error number behind one of Foundation's errors.
  private static func reason(of error: any Error) -> Int32 {
    if let posix = error as? POSIXError { return posix.code.rawValue }
    let cocoa = error as NSError
    if let posix = cocoa.userInfo[NSUnderlyingErrorKey] as? POSIXError {
      return posix.code.rawValue
    }
    return cocoa.domain == NSPOSIXErrorDomain ? Int32(cocoa.code) : EACCES
  }
}
