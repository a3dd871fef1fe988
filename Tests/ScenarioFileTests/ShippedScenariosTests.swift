import Foundation
import Inputs
import Testing

import ScenarioFile

@Suite struct ShippedScenariosTests {
  @Test(arguments: ["kazakhstan-2006", "flat-tax-never", "minimum-wage-2007"])
  func everyShippedScenarioLoadsWithoutAWarning(name: String) throws {
    do {
      let loaded = try ScenarioLoader.load(path: Shipped.path("\(name).yaml"))
      #expect(loaded.warnings.map(\.description) == [])
    } catch {
      Issue.record("\(error)")
    }
  }
}

/// The repository's scenarios, from wherever the tests run.
enum Shipped {
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios/\(name)").path
  }
}
