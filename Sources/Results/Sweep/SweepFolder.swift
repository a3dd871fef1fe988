import Foundation
import ScenarioFile

/// The folder of a sweep: its plan and scenarios as they were when it began, and the parts into which
/// processes write what they computed. Whoever has the folder and the program can go on.
package struct SweepFolder: Sendable {
  package let path: String
  package let manifest: SweepManifest
  /// While this stands no other command gets the folder; nil for who only reads, and for shards, which may be
  /// many.
  package let lock: FolderLock?

  package var partsPath: String { path + "/parts" }
  package var planPath: String { path + "/plan.yaml" }

  /// Begins a sweep at `path`, or goes on with the one of the same plan that is there.
  ///
  /// Its manifest comes last, so that whenever this is interrupted there is a sweep or none.
  /// - Throws: ``FolderFault``, ``SweepFault``.
  package static func begin(
    _ plan: Plan, points: Int, at path: String, acceptBuild: Bool
  ) throws -> SweepFolder {
    try OutputFolder.checkIsFolder(path)
    let (lock, _) = try FolderLock.making(path)
    let names = try FolderLock.names(in: path)
    guard names.contains(SweepManifest.fileName) else {
      let isHalfMade =
        names.contains(partialName)
        && names.allSatisfy { ([partialName] + madeNames).contains($0) }
      guard names.isEmpty || isHalfMade else { throw SweepFault.notEmpty(path: path) }
      for name in names { FileBytes.removeFolder("\(path)/\(name)") }
      return SweepFolder(
        path: path, manifest: try make(plan, points: points, at: path), lock: lock)
    }
    let folder = SweepFolder(path: path, manifest: try SweepManifest.read(folder: path), lock: lock)
    try folder.check(plan)
    try folder.check(points: points)
    try folder.checkBuild(accept: acceptBuild)
    return folder
  }

  /// A sweep's folder that is there.
  ///
  /// - Parameter taken: whether no other command may have it meanwhile.
  /// - Throws: ``SweepFault/notASweep(path:reason:)``, ``FolderFault/inUse(path:)``.
  package static func open(_ path: String, taken: Bool = false) throws -> SweepFolder {
    let manifest = try SweepManifest.read(folder: path)
    return SweepFolder(path: path, manifest: manifest, lock: taken ? try FolderLock(path) : nil)
  }

  /// Makes a folder under `root` that nobody else has: the plan file's name, or with `-2`, `-3` and so on.
  /// - Throws: ``FolderFault``.
  package static func fresh(_ stem: String, under root: String = "Output/runs") throws -> String {
    try OutputFolder.makeFresh(stem, under: root)
  }

  /// Where a new sweep is put together, and what of it gets its name before the manifest.
  private static let partialName = "sweep.partial"
  private static let madeNames = ["plan.yaml", "scenarios", "parts"]

  private static func make(_ plan: Plan, points: Int, at path: String) throws -> SweepManifest {
    let manifest = SweepManifest(
      version: Build.version, commit: Build.commit, program: Build.fingerprint,
      planSHA256: Digest.ofText(texts(plan).map(\.text).joined(separator: "\0")), points: points)
    let partial = "\(path)/\(partialName)"
    do {
      for folder in ["parts", "scenarios"] { try OutputFolder.makeFolder("\(partial)/\(folder)") }
      for (name, text) in texts(plan) { try FileBytes.write(text, to: "\(partial)/\(name)") }
      try FileBytes.write(manifest.json.text, to: "\(partial)/\(SweepManifest.fileName)")
      for name in madeNames + [SweepManifest.fileName] {
        try FileBytes.rename("\(partial)/\(name)", to: "\(path)/\(name)")
      }
      FileBytes.removeFolder(partial)
    } catch {
      for name in madeNames + [partialName] { FileBytes.removeFolder("\(path)/\(name)") }
      throw error
    }
    return manifest
  }

  /// The plan and its scenarios, by file name.
  private static func texts(_ plan: Plan) -> [(name: String, text: String)] {
    [("plan.yaml", plan.canonicalText)]
      + plan.variants.map { ($0.fileName, $0.scenario.resolvedText) }
  }

  /// - Throws: ``SweepFault/planChanged(path:differences:)``, with the lines that differ.
  private func check(_ plan: Plan) throws {
    let most = 20
    var differences: [String] = []
    for (name, text) in SweepFolder.texts(plan) {
      let before = FileBytes.text(of: "\(path)/\(name)") ?? ""
      if before == text { continue }
      let (old, new) = (before.split(separator: "\n"), text.split(separator: "\n"))
      for change in new.difference(from: old) {
        switch change {
        case .remove(_, let line, _): differences.append("\(name): was: \(line.trimmed)")
        case .insert(_, let line, _): differences.append("\(name): is:  \(line.trimmed)")
        }
      }
    }
    if differences.isEmpty { return }
    if differences.count > most {
      differences = differences.prefix(most) + ["and \(differences.count - most) lines more"]
    }
    throw SweepFault.planChanged(path: path, differences: differences)
  }

  /// Whether the folder counts as many points: a calibration and a sweep of one plan do not.
  /// - Throws: ``SweepFault/planChanged(path:differences:)``.
  private func check(points: Int) throws {
    if points == manifest.points { return }
    throw SweepFault.planChanged(
      path: path, differences: ["points: were: \(manifest.points)", "points: are:  \(points)"])
  }

  /// Whether this program may add results.
  /// - Throws: ``SweepFault``.
  package func checkBuild(accept: Bool) throws {
    guard manifest.version == Build.version else {
      throw SweepFault.otherVersion(path: path, theirs: manifest.version, ours: Build.version)
    }
    guard accept || manifest.program == Build.fingerprint else {
      throw SweepFault.otherBuild(path: path)
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
