import Foundation
import Measurement

/// The folder into which one run writes: chosen before the run, filled in one go after it.
///
/// Files are written under a name ending in `.partial` and get their own names together at the end, the
/// manifest last. So whatever interrupts the writing leaves either the folder as it was or files that no
/// manifest vouches for, never a broken database.
package struct OutputFolder {
  package let path: String
  /// While this stands no other process gets the folder; nil once it is given up.
  package private(set) var lock: FolderLock?
  /// Whether the folder is of this run's making, so that a failed run takes it away again.
  private let isNew: Bool
  private var staged: [String] = []
  /// What an older process left, and this run is to replace.
  private let replaced: [String]

  private static let manifestName = OwnFiles.manifestName
  /// What a run may leave in its folder; of an older run none of these survives `--force`.
  static let ownNames = [
    "scenario.yaml", "results.sqlite", "national.csv", "daily.csv", "replicates.csv", "cells.csv",
    "evidence.csv", "report.html", "state.kosh", ChartFile.folder,
  ]

  private init(path: String, lock: FolderLock, isNew: Bool, replaced: [String] = []) {
    self.path = path
    self.replaced = replaced
    self.lock = lock
    self.isNew = isNew
  }

  /// The folder that `--out` names: a new or empty one, or with `force` one that holds what Kosh wrote.
  ///
  /// - Parameter reading: Files that the run reads, which are not to be replaced.
  /// - Throws: ``FolderFault``.
  package static func named(
    _ path: String, force: Bool, reading: [String] = []
  ) throws -> OutputFolder {
    try checkIsFolder(path)
    let (lock, isNew) = try FolderLock.making(path)
    let files = try OwnFiles(path)
    if files.content == .nothing { return OutputFolder(path: path, lock: lock, isNew: isNew) }
    guard force else { throw files.refusal }
    try files.checkForce(wanted: ownNames + [manifestName], reading: reading)
    // Nothing vouches for it.
    if files.content == .leftovers { files.remove() }
    return OutputFolder(path: path, lock: lock, isNew: false, replaced: files.ownNames)
  }

  /// - Throws: ``FolderFault``, where a path is that of something else than a folder.
  static func checkIsFolder(_ path: String) throws {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isThere, !isFolder.boolValue { throw FolderFault.outIsFile(path: path) }
  }

  /// A folder of its own under `root`: `<scenario>-<seed>`, or where that is taken `…-2`, `…-3` and so on.
  /// - Throws: ``FolderFault``.
  package static func fresh(
    scenario: String, seed: Int, under root: String = "Output/runs"
  ) throws -> OutputFolder {
    let path = try makeFresh("\(scenario)-\(seed)", under: root)
    return OutputFolder(path: path, lock: try FolderLock(path), isNew: true)
  }

  /// Makes a folder that nobody else has: `root/name`, or where that is taken `…-2`, `…-3` and so on.
  ///
  /// An empty folder counts as taken: another process that has just begun may have made it.
  /// - Throws: ``FolderFault``.
  static func makeFresh(_ name: String, under root: String) throws -> String {
    try makeFolder(root)
    let first = "\(root)/\(name)"
    var path = first
    var number = 1
    while mkdir(path, 0o777) != 0 {
      guard errno == EEXIST else { throw FolderFault.writing(path, errorNumber: errno) }
      number += 1
      path = "\(first)-\(number)"
    }
    return path
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

  /// Adds a replicate's months to `replicates.csv`, so that nobody needs to hold them; replicate 0 begins it.
  /// - Throws: ``FolderFault`` with the path.
  package mutating func write(replicate number: Int, _ months: [MonthRecord]) throws {
    let name = "replicates.csv"
    let path = number == 0 ? stage(name) : partialPath(name)
    if number == 0 { try FileBytes.write([UInt8](), to: path) }
    try FileBytes.append(RunTables.replicate(number, months), to: path)
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
    // A full disk, or a file that is not there, must show while the older run still stands.
    try FileBytes.write(manifest.json.text, to: partialPath(OutputFolder.manifestName))
    for name in staged where access(partialPath(name), F_OK) != 0 {
      throw FolderFault.writing(partialPath(name), errorNumber: errno)
    }
    let new = (staged + [OutputFolder.manifestName]).map { $0 + ".partial" }
    OwnFiles.remove(replaced.filter { !new.contains($0) }, in: path)
    for name in staged { try FileBytes.rename(partialPath(name), to: path + "/" + name) }
    try FileBytes.rename(
      partialPath(OutputFolder.manifestName), to: path + "/" + OutputFolder.manifestName)
    staged = []
  }

  /// Takes away all that was staged, and the folder if this run made it and nothing is in it.
  package mutating func discard() {
    for name in staged + [OutputFolder.manifestName] {
      FileBytes.removeFolder(partialPath(name))
    }
    staged = []
    lock = nil
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
