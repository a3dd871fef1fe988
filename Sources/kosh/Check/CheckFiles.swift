import ArgumentParser
import Experiments
import Foundation
import Results
import ScenarioFile

/// The scenarios that `kosh check` is asked about, and where what was recorded of each lies.
struct CheckFiles {
  /// As the user named them, or as they lie in the folder that is meant where none is named.
  let paths: [String]
  /// The folder of expectations.
  let folder: String
  private let areNamed: Bool

  private static let standardFolder = "Scenarios"

  /// - Parameter named: by the user; if none is, every scenario of the folder that is called so.
  /// - Throws: wrong usage where there is none, or two share a name.
  init(named: [String], expected folder: String) throws {
    self.folder = folder
    areNamed = !named.isEmpty
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.standardFolder)) ?? []
    paths =
      areNamed
      ? named
      : names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(Self.standardFolder)/\($0)" }
    if paths.isEmpty {
      StandardError.write(
        "error: there are no scenarios in \(Self.standardFolder). Name the files to check.")
      throw Exit.usage
    }
    let byName = Dictionary(grouping: paths, by: Self.name)
    for path in paths {
      guard let same = byName[Self.name(path)], same.count > 1 else { continue }
      StandardError.write(
        "error: '\(same[0])' and '\(same[1])' would share the expectation '\(expectation(path))'. "
          + "Name one of them, or rename it.")
      throw Exit.usage
    }
  }

  static func name(_ path: String) -> String { ScenarioPath.stem(of: path) }

  func expectation(_ path: String) -> String { "\(folder)/\(Self.name(path)).json" }

  /// A scenario's file as its expectation names it: as seen from the folder of expectations, so that the name is right in
  /// every copy of the project; empty where the two have nothing in common but the disk.
  func nameForExpectation(_ path: String) -> String {
    let file = URL(filePath: path).standardizedFileURL.pathComponents
    let start = URL(filePath: folder).standardizedFileURL.pathComponents
    let shared = zip(file, start).prefix { $0 == $1 }.count
    // Reforms that are joined are no file.
    guard shared > 1, FileManager.default.fileExists(atPath: path) else { return "" }
    let up = [String](repeating: "..", count: start.count - shared)
    return (up + file[shared...]).joined(separator: "/")
  }

  /// Refuses expectations of scenarios that are gone: they vouch for nothing, and in silence.
  ///
  /// Where scenarios are named, others may lie anywhere; then one is gone if it is not where it was recorded.
  func checkNoneIsGone() throws {
    let names = Set(paths.map(Self.name))
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let gone = files.filter { $0.hasSuffix(".json") && !names.contains(Self.name($0)) }.sorted()
      .compactMap { file -> GateFault? in
        let path = "\(folder)/\(file)"
        let scenario =
          areNamed
          ? missingScenario(of: path) : "\(Self.standardFolder)/\(Self.name(file)).yaml"
        return scenario.map { .scenarioGone(expectation: path, scenario: $0) }
      }
    for fault in gone { StandardError.write(fault.description) }
    if !gone.isEmpty { throw Exit.badData }
  }

  /// The scenario that an expectation names, where it is not there.
  private func missingScenario(of expectation: String) -> String? {
    guard let file = Expectation.scenarioFile(of: expectation) else { return nil }
    let path = URL(filePath: file, relativeTo: URL(filePath: folder, directoryHint: .isDirectory))
      .standardizedFileURL.path
    if FileManager.default.fileExists(atPath: path) { return nil }
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
