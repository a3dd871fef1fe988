import Foundation
import ScenarioFile

/// The folder of a sweep: its plan and scenarios as they were when it began, and the parts into which
/// processes write what they computed. Whoever has the folder and the program can go on.
package struct SweepFolder: Sendable {
  package let path: String
  package let manifest: SweepManifest

  package var partsPath: String { path + "/parts" }
  package var planPath: String { path + "/plan.yaml" }

  /// Begins a sweep at `path`, or goes on with the one of the same plan that is there.
  ///
  /// `sweep.json` comes last, so that whenever this is interrupted there is a sweep, or a beginning that is
  /// begun again.
  /// - Parameter path: a folder that is new, empty or holds the same plan's sweep, however it is spelled.
  /// - Throws: ``FolderFault``, ``SweepFault``.
  package static func begin(
    _ plan: Plan, points: Int, at path: String, acceptBuild: Bool
  ) throws -> SweepFolder {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      throw FolderFault.outIsFile(path: path)
    }
    try OutputFolder.makeFolder(path)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw FolderFault.cannotRead(path: path)
    }
    let beginning = SweepBeginning(path: path)
    if names.contains("sweep.json") {
      beginning.tidy(names)
    } else if try beginning.isFree(names) {
      let manifest = SweepManifest(
        version: Build.version, commit: Build.commit, program: Build.fingerprint,
        planSHA256: Digest.ofText(texts(plan).map(\.text).joined(separator: "\0")), points: points)
      if try beginning.make(texts(plan), manifest) {
        return SweepFolder(path: path, manifest: manifest)
      }
    }
    // It was there, or another process has made it meanwhile.
    let folder = try SweepFolder.open(path)
    try folder.check(plan)
    try folder.check(points: points)
    try folder.checkBuild(accept: acceptBuild)
    return folder
  }

  /// A sweep's folder that is there.
  /// - Throws: ``SweepFault/notASweep(path:reason:)``.
  package static func open(_ path: String) throws -> SweepFolder {
    SweepFolder(path: path, manifest: try SweepManifest.read(folder: path))
  }

  /// A path under `root` that nothing bears: the plan file's name, or with `-2`, `-3` and so on.
  package static func freshPath(_ stem: String, under root: String = "Output/runs") -> String {
    let first = "\(root)/\(stem)"
    guard FileManager.default.fileExists(atPath: first) else { return first }
    return (2...).lazy.map { "\(first)-\($0)" }
      .first { !FileManager.default.fileExists(atPath: $0) } ?? first
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
