import Inputs
import Kernel
import ScenarioFile

/// The shipped baseline, as tests want it: small, short, and with other luck.
package enum Baseline {
  /// - Parameters:
  ///   - until: the last day; with a burn-in of a year, since tests need rest less than speed.
  ///   - overrides: `key=value` as from `--set`.
  package static func inputs(
    scale: Double = 0.01, until: String = "2006-12-31", seed: Int = 2006, burnInMonths: Int = 12,
    _ overrides: [String] = []
  ) throws -> Inputs {
    var inputs = try ScenarioLoader.load(
      path: scenario("kazakhstan-2006"), overrides: overrides
    ).inputs
    // Not by override: a run that ends before a measure begins would be refused.
    inputs.run.scale = scale
    inputs.run.seed = seed
    inputs.run.burnInMonths = burnInMonths
    inputs.run.until = Day(text: until) ?? inputs.run.until
    return inputs
  }

  /// The path of a shipped scenario, from wherever the tests run.
  package static func scenario(_ name: String) -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/Scenarios/\(name).yaml"
  }
}

extension Inputs {
  /// The same with the law and the drivers of the first day for good, and no season: nothing from
  /// outside changes.
  package func held() -> Inputs {
    var held = self
    held.country.drivers = [country.drivers[0]]
    held.country.sectorDemand = []
    held.country.amounts = [country.amounts[0]]
    held.measures = measures.filter { $0.from <= run.from }
    for index in held.measures.indices { held.measures[index].until = nil }
    held.country.seasons = country.seasons.map { $0.map { _ in 1 } }
    // Nor does the world outside change.
    held.behaviour.migration.entryGrowth = 0
    for index in held.country.origins.indices { held.country.origins[index].homeGrowth = 0 }
    // Regions neither grow nor shrink against each other.
    for index in held.country.regions.indices {
      held.country.regions[index].populationNextYear = held.country.regions[index].population
    }
    return held
  }

  /// The same with one more measure.
  package func adding(
    _ lever: any Lever, named name: String, from: Day, until: Day? = nil
  ) -> Inputs {
    var changed = self
    changed.measures.append(Measure(name: name, from: from, until: until, lever: lever))
    changed.measures.sort { $0.name < $1.name }
    return changed
  }
}
