import Inputs
import Kernel
import ScenarioFile

/// The small country that `kosh scenario new --country` writes: what a test stands on unless its claim is about
/// the calibrated baseline.
package enum TinyCountry {
  /// The path of its scenario within ``files``.
  package static let scenario = "atlantis/atlantis.yaml"

  /// Its scenario and tables, as the command writes them, in the folder `atlantis`.
  package static let files: [String: [UInt8]] = {
    do throws(OwnCountryFault) {
      let country = try OwnCountry(name: "Atlantis", currency: "EUR")
      return Dictionary(
        uniqueKeysWithValues: country.files.map { ("atlantis/\($0.path)", Array($0.text.utf8)) })
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// Overrides that switch on what can be switched off in the demand for labour and in what migrants decide, so that a short
  /// run sees all of it.
  package static let livelyDemand = [
    "behaviour.demand.adjustment=1 /year", "behaviour.demand.own_response=2",
    "behaviour.demand.closing=60 days", "behaviour.demand.seasonal_posts=1",
    "behaviour.migration.known_risk=1", "behaviour.beliefs.fear=1",
    "behaviour.filing.worker_yield=0.5", "behaviour.beliefs.hearing_workers=5 /year",
    "measures.amnesty.applicant=either",
  ]

  /// - Parameters:
  ///   - until: the last day; with a burn-in of a year, since tests need rest less than speed.
  ///   - overrides: `key=value` as from `--set`.
  package static func inputs(
    scale: Double = 0.8, until: String = "2021-12-31", seed: Int = 1, burnInMonths: Int = 12,
    _ overrides: [String] = []
  ) throws -> Inputs {
    var inputs = try loaded(overrides).inputs
    // Not by override: a run that ends before a measure begins would be refused.
    inputs.run.scale = scale
    inputs.run.seed = seed
    inputs.run.burnInMonths = burnInMonths
    inputs.run.until = Day(text: until) ?? inputs.run.until
    return inputs
  }

  package static func loaded(_ overrides: [String] = []) throws -> LoadedScenario {
    try ScenarioLoader.load(path: scenario, overrides: overrides, files: .inMemory(files))
  }
}
