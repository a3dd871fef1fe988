import Foundation
import Inputs
import Kernel
import ScenarioFile

/// The baseline, small and short.
enum SmallCountry {
  static let lastDay = Day(year: 2005, month: 6, day: 30)

  static func inputs(scale: Double = 0.0005) throws -> Inputs {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var inputs = try ScenarioLoader.load(
      path: root.appending(path: "Scenarios/kazakhstan-2006.yaml").path
    ).inputs
    inputs.run.scale = scale
    inputs.run.until = lastDay
    return inputs
  }
}
