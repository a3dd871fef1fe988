import Foundation
import ScenarioFile

/// A scenario in memory: `s.yaml`, which extends the shipped baseline as `base.yaml`.
struct Example {
  static let baseline = read("kazakhstan-2006.yaml")
  static let tables: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      "regions", "sectors", "sector-shares", "seasons", "origins", "journeys", "sector-ties",
      "departures", "amounts", "drivers", "tax-scales", "sector-demand", "evidence", "fit",
    ].map { ("kazakhstan/\($0).csv", read("kazakhstan/\($0).csv")) })

  var files: [String: [UInt8]]

  /// The shipped files, with `text` as `s.yaml`.
  init(_ text: String) {
    files = Example.tables.mapValues { Array($0.utf8) }
    files["base.yaml"] = Array(Example.baseline.utf8)
    files["s.yaml"] = Array(text.utf8)
  }

  /// A variant of the baseline: `body` stands from line 2 on.
  static func variant(_ body: String) -> Example {
    Example("{kosh: 1, extends: base.yaml}").with(
      "s.yaml", "kosh: 1\n\(body)\nextends: base.yaml\n")
  }

  func with(_ path: String, _ text: String) -> Example {
    var example = self
    example.files[path] = Array(text.utf8)
    return example
  }

  /// The baseline with a table in which `old` is `new`.
  static func table(_ name: String, _ old: String, _ new: String) -> Example {
    let path = "kazakhstan/\(name).csv"
    return variant("").with(path, (tables[path] ?? "").replacing(old, with: new))
  }

  func load(_ overrides: [String] = []) throws(ScenarioFaults) -> LoadedScenario {
    try ScenarioLoader.load(path: "s.yaml", overrides: overrides, files: .inMemory(files))
  }

  /// Faults and warnings, as a user sees them.
  func findings(_ overrides: [String] = []) -> [String] {
    do throws(ScenarioFaults) {
      return try load(overrides).warnings.map(\.description)
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  private static func read(_ name: String) -> String {
    (try? String(contentsOfFile: Shipped.path(name), encoding: .utf8)) ?? ""
  }
}

/// The repository's scenarios, from wherever the tests run.
enum Shipped {
  static func path(_ name: String) -> String {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/") + "/Scenarios/\(name)"
  }
}
