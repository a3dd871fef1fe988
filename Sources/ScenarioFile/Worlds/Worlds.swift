import Inputs

/// Plausible worlds of a scenario: sets of values of what nobody measured, one a row of the table `worlds`.
///
/// A world's values lie over those of the file that names the table. What a file that extends it, or `--set`,
/// writes lies over the world's; so a policy keeps its own values in all worlds, and an amendment changes each
/// world's.
package struct Worlds: Sendable, Equatable {
  /// Keys that worlds set and that the scenario does not set itself, as in `--set`.
  package let paths: [String]
  /// By world and key, in base units; nil where the scenario's own value holds.
  package let numbers: [[Double?]]
  /// By world, what makes it: `key=value`.
  let overrides: [[String]]
  /// Where each is written.
  let places: [Place]

  package var count: Int { numbers.count }

  /// Whether both are the same worlds, however many keys either scenario sets itself.
  package func agree(with other: Worlds) -> Bool {
    guard count == other.count else { return false }
    let shared = paths.enumerated().compactMap { column, path in
      other.paths.firstIndex(of: path).map { (column, $0) }
    }
    return numbers.indices.allSatisfy { world in
      shared.allSatisfy { numbers[world][$0.0] == other.numbers[world][$0.1] }
    }
  }
}

extension LoadedScenario {
  /// The scenario as it is in one of its worlds; itself where that says nothing of it.
  ///
  /// - Parameter world: from 0, below the number of its worlds.
  /// - Throws: What is wrong with the world's values together, placed at its row.
  package func living(in world: Int) throws(ScenarioFaults) -> LoadedScenario {
    guard let worlds else { return self }
    precondition(world >= 0 && world < worlds.count, "there is no such world")
    let overrides = worlds.overrides[world]
    if overrides.isEmpty { return self }
    let path = files[0]
    do throws(ScenarioFaults) {
      return try ScenarioLoader.load(
        path: path, overrides: overrides,
        files: .inMemory([path: Array(textWithoutWorlds.utf8)]))
    } catch {
      var faults = error
      for number in faults.diagnostics.indices {
        faults.diagnostics[number].place = worlds.places[world]
      }
      throw faults
    }
  }
}
