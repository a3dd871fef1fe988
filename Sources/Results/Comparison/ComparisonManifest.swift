import Foundation
import Kernel

/// What identifies a comparison and what it cost: its folder's `manifest.json`.
package struct ComparisonManifest: Sendable, Equatable, Decodable {
  /// Always `comparison`; a run's manifest has no such key.
  package var kind = "comparison"
  package var version = ""
  package var commit = ""
  package var toolchain = ""
  package var machine = ""
  /// The command that makes it again, without `--out`.
  package var command = ""
  package var base = ""
  package var variants: [String] = []
  package var planSha256 = ""
  package var seed = 0
  package var scale = 1.0
  package var threads = 1
  package var replicates = 0
  /// Worlds that replicates live in; nil, in what older versions wrote, or 0: every replicate has the scenario's
  /// own values.
  package var worlds: Int?
  /// Worlds lived once more, to tell luck.
  package var secondLives: Int?
  /// What `--precision` asked for; nil where it was not given.
  package var precision: PrecisionGoal?
  /// False for folders of runs whose seeds differ; nil, in what older versions wrote, is common luck.
  package var isLuckCommon: Bool?
  package var firstDay = ""
  package var lastDay = ""
  package var wallSeconds = 0.0
  package var cpuSeconds = 0.0
  package var writingSeconds = 0.0
  package var peakMemoryBytes = 0
  /// Runs simulated by the process that ended the comparison; fewer than all after a resumption.
  package var runsSimulated = 0
  package var digest = ""
  package var complete = false

  package init() {}

  /// Whether replicates live in several worlds.
  package var isOverWorlds: Bool { (worlds ?? 0) > 1 }

  package var json: JSON {
    .object([
      ("kind", .text(kind)), ("version", .text(version)), ("commit", .text(commit)),
      ("toolchain", .text(toolchain)), ("machine", .text(machine)), ("command", .text(command)),
      ("base", .text(base)), ("variants", .array(variants.map(JSON.text))),
      ("plan_sha256", .text(planSha256)), ("seed", .integer(seed)), ("scale", .number(scale)),
      ("threads", .integer(threads)), ("replicates", .integer(replicates)),
      ("worlds", .integer(worlds ?? 0)), ("second_lives", .integer(secondLives ?? 0)),
      ("precision", precision?.json ?? .null),
      ("is_luck_common", .flag(isLuckCommon ?? true)),
      ("first_day", .text(firstDay)), ("last_day", .text(lastDay)),
      ("wall_seconds", .number(wallSeconds)), ("cpu_seconds", .number(cpuSeconds)),
      ("writing_seconds", .number(writingSeconds)),
      ("peak_memory_bytes", .integer(peakMemoryBytes)),
      ("runs_simulated", .integer(runsSimulated)), ("digest", .text(digest)),
      ("complete", .flag(complete)),
    ])
  }

  /// Whether a folder holds a comparison rather than a run.
  package static func isPresent(folder: String) -> Bool { (try? read(folder: folder)) != nil }

  /// Reads a folder's manifest.
  /// - Throws: ``FolderFault/notARunFolder(path:reason:)``.
  package static func read(folder: String) throws -> ComparisonManifest {
    guard let contents = FileManager.default.contents(atPath: folder + "/manifest.json") else {
      throw FolderFault.notARunFolder(path: folder, reason: "it has no manifest.json")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(ComparisonManifest.self, from: contents)
    } catch {
      throw FolderFault.notARunFolder(
        path: folder, reason: "its manifest.json is not that of a comparison")
    }
  }
}
