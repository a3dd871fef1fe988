import Foundation
import Kernel

/// What identifies a run and what it cost: `manifest.json`. Its presence says that a folder is whole.
package struct Manifest: Sendable, Equatable {
  package var version = ""
  package var commit = ""
  package var toolchain = ""
  package var machine = ""
  /// The scenario file's name without folder and ending.
  package var scenario = ""
  /// SHA-256 of the effective scenario, `scenario.yaml`.
  package var scenarioSHA256 = ""
  package var seed = 0
  package var scale = 1.0
  package var threads = 1
  /// Worlds that replicates live in; nil where all have the scenario's own values.
  package var worlds: Int?
  package var firstDay = Day(number: 0)
  /// The last day that the files hold; nil when the run was stopped before its first month ended.
  package var lastDay: Day?
  package var wallSeconds = 0.0
  package var cpuSeconds = 0.0
  package var populationSeconds = 0.0
  package var burnInSeconds = 0.0
  package var dayLoopSeconds = 0.0
  package var writingSeconds = 0.0
  package var events = 0
  package var personDays = 0
  package var peakMemoryBytes = 0
  package var audits = 0
  package var digest = ""
  /// False when the run was stopped: its files then hold whole months only.
  package var complete = false

  package init() {}

  package var json: JSON {
    // Only of a run that lives in worlds.
    let inWorlds: [(key: String, value: JSON)] = worlds.map { [("worlds", .integer($0))] } ?? []
    let origin: [(key: String, value: JSON)] = [
      ("version", .text(version)), ("commit", .text(commit)), ("toolchain", .text(toolchain)),
      ("machine", .text(machine)), ("scenario", .text(scenario)),
      ("scenario_sha256", .text(scenarioSHA256)), ("seed", .integer(seed)),
      ("scale", .number(scale)), ("threads", .integer(threads)),
    ]
    let course: [(key: String, value: JSON)] = [
      ("first_day", .text(firstDay.description)),
      ("last_day", lastDay.map { .text($0.description) } ?? .null),
      ("wall_seconds", .number(wallSeconds)), ("cpu_seconds", .number(cpuSeconds)),
      ("population_seconds", .number(populationSeconds)),
      ("burn_in_seconds", .number(burnInSeconds)),
      ("day_loop_seconds", .number(dayLoopSeconds)),
      ("writing_seconds", .number(writingSeconds)), ("events", .integer(events)),
      ("person_days", .integer(personDays)), ("peak_memory_bytes", .integer(peakMemoryBytes)),
      ("audits", .integer(audits)), ("digest", .text(digest)), ("complete", .flag(complete)),
    ]
    return .object(origin + inWorlds + course)
  }
}

extension Manifest: Decodable {
  private enum CodingKeys: String, CodingKey {
    case version, commit, toolchain, machine, scenario, seed, scale, threads, worlds, events, audits
    case digest, complete
    case scenarioSHA256 = "scenario_sha256"
    case firstDay = "first_day"
    case lastDay = "last_day"
    case wallSeconds = "wall_seconds"
    case cpuSeconds = "cpu_seconds"
    case populationSeconds = "population_seconds"
    case burnInSeconds = "burn_in_seconds"
    case dayLoopSeconds = "day_loop_seconds"
    case writingSeconds = "writing_seconds"
    case personDays = "person_days"
    case peakMemoryBytes = "peak_memory_bytes"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func day(_ key: CodingKeys) throws -> Day? {
      guard let text = try values.decodeIfPresent(String.self, forKey: key) else { return nil }
      guard let day = Day(text: text) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: values, debugDescription: "'\(text)' is not a date")
      }
      return day
    }
    version = try values.decode(String.self, forKey: .version)
    commit = try values.decode(String.self, forKey: .commit)
    toolchain = try values.decode(String.self, forKey: .toolchain)
    machine = try values.decode(String.self, forKey: .machine)
    scenario = try values.decode(String.self, forKey: .scenario)
    scenarioSHA256 = try values.decode(String.self, forKey: .scenarioSHA256)
    seed = try values.decode(Int.self, forKey: .seed)
    scale = try values.decode(Double.self, forKey: .scale)
    threads = try values.decode(Int.self, forKey: .threads)
    worlds = try values.decodeIfPresent(Int.self, forKey: .worlds).flatMap { $0 > 0 ? $0 : nil }
    guard let first = try day(.firstDay) else {
      throw DecodingError.dataCorruptedError(
        forKey: .firstDay, in: values, debugDescription: "no first day")
    }
    firstDay = first
    lastDay = try day(.lastDay)
    wallSeconds = try values.decode(Double.self, forKey: .wallSeconds)
    cpuSeconds = try values.decode(Double.self, forKey: .cpuSeconds)
    populationSeconds = try values.decode(Double.self, forKey: .populationSeconds)
    burnInSeconds = try values.decode(Double.self, forKey: .burnInSeconds)
    dayLoopSeconds = try values.decode(Double.self, forKey: .dayLoopSeconds)
    writingSeconds = try values.decode(Double.self, forKey: .writingSeconds)
    events = try values.decode(Int.self, forKey: .events)
    personDays = try values.decode(Int.self, forKey: .personDays)
    peakMemoryBytes = try values.decode(Int.self, forKey: .peakMemoryBytes)
    audits = try values.decode(Int.self, forKey: .audits)
    digest = try values.decode(String.self, forKey: .digest)
    complete = try values.decode(Bool.self, forKey: .complete)
  }

  /// Whether a folder holds a run of ours.
  package static func isPresent(folder: String, name: String = OwnFiles.manifestName) -> Bool {
    (try? read(folder: folder, name: name)) != nil
  }

  /// Reads a folder's manifest.
  /// - Throws: ``FolderFault/notARunFolder(path:reason:)``.
  package static func read(
    folder: String, name: String = OwnFiles.manifestName
  ) throws -> Manifest {
    let path = "\(folder)/\(name)"
    guard let contents = FileManager.default.contents(atPath: path) else {
      throw FolderFault.notARunFolder(path: folder, reason: "it has no manifest.json")
    }
    do {
      return try JSONDecoder().decode(Manifest.self, from: contents)
    } catch {
      throw FolderFault.notARunFolder(path: folder, reason: "its manifest.json is not Kosh's")
    }
  }
}
