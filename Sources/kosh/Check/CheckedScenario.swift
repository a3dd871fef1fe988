import Experiments
import Inputs
import Kernel
import ScenarioFile

/// A scenario of `kosh check`, and how long the gate must run it to see what it changes.
struct CheckedScenario {
  let path: String
  var candidate: RegressionGate.Candidate
  let window: GateWindow

  /// Says it where a run to some day ends too early for what the scenario changes.
  func warn(ifShortAt until: Day) {
    guard let clause = window.shortfall(of: until) else { return }
    StandardError.write("\(path): warning: \(clause)")
  }

  /// Reads scenarios, and once each of those that they extend.
  final class Reader {
    private let overrides: [String]
    private var bases: [String: Inputs] = [:]

    init(overrides: [String]) { self.overrides = overrides }

    /// - Parameter file: as its expectation names it.
    func read(_ path: String, as file: String) throws -> CheckedScenario {
      let loaded = try LoadedScenario.forCommand(path, overrides: overrides)
      var base: Inputs?
      if loaded.files.count > 1, let root = loaded.files.last {
        // One that does not stand by itself leaves every measure to this scenario.
        base = bases[root] ?? (try? ScenarioLoader.load(path: root))?.inputs
        bases[root] = base
      }
      let candidate = RegressionGate.Candidate(
        name: CheckFiles.name(path), file: file, inputs: loaded.inputs, text: loaded.resolvedText)
      return CheckedScenario(
        path: path, candidate: candidate, window: GateWindow(loaded.inputs, base: base))
    }
  }
}
