import Foundation
import Kernel

/// What identifies a sweep: `sweep.json`.
package struct SweepManifest: Sendable, Equatable, Codable {
  static let fileName = "sweep.json"

  package var version: String
  package var commit: String
  /// SHA-256 of the program that began it.
  package var program: String
  /// SHA-256 of the plan and its scenarios.
  package var planSHA256: String
  package var points: Int

  package init(
    version: String, commit: String, program: String, planSHA256: String, points: Int
  ) {
    self.version = version
    self.commit = commit
    self.program = program
    self.planSHA256 = planSHA256
    self.points = points
  }

  private enum CodingKeys: String, CodingKey {
    case version, commit, program, points
    case planSHA256 = "plan_sha256"
  }

  var json: JSON {
    .object([
      ("version", .text(version)), ("commit", .text(commit)), ("program", .text(program)),
      ("plan_sha256", .text(planSHA256)), ("points", .integer(points)),
    ])
  }

  /// - Throws: ``SweepFault/notASweep(path:reason:)``.
  static func read(folder: String) throws -> SweepManifest {
    guard let contents = FileManager.default.contents(atPath: "\(folder)/\(fileName)") else {
      throw SweepFault.notASweep(path: folder, reason: "it has no sweep.json")
    }
    guard let manifest = try? JSONDecoder().decode(SweepManifest.self, from: contents) else {
      throw SweepFault.notASweep(path: folder, reason: "its sweep.json is not Kosh's")
    }
    return manifest
  }
}
