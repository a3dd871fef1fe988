import Experiments
import Foundation
import Kernel
import Measurement
import Results
import ScenarioFile
import Simulation
import Testing

/// Comparisons of tiny countries.
@Suite struct ComparisonTests {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func load(_ name: String, _ overrides: [String] = []) throws -> (String, LoadedScenario) {
    let path = root.appending(path: "Scenarios/\(name).yaml").path
    return (path, try ScenarioLoader.load(path: path, overrides: ["run.scale=1:2000"] + overrides))
  }

  static func comparison(
    _ names: [String] = ["kazakhstan-2006", "minimum-wage-2007"], replicates: Int = 3,
    until: Day = Day(year: 2007, month: 3, day: 31), precision: Comparison.Precision? = nil
  ) throws -> Comparison {
    try Comparison(
      names.map { try load($0) }, lives: WorldLives(replicates: replicates), until: until,
      precision: precision,
      withCells: true)
  }

  @Test func `A variant that changes nothing differs by exactly nothing, everywhere`() throws {
    let comparison = try Self.comparison(["kazakhstan-2006", "kazakhstan-2006"])
    let results = try comparison.results(comparison.run(ComparisonSettings()).runs)
    #expect(results.scenarios.map(\.name) == ["kazakhstan-2006", "kazakhstan-2006-2"])
    #expect(results.scenarios[1].firstDifference == nil)
    let all = results.effects.flatMap(\.estimates).filter { $0.difference != nil }
    #expect(all.count > 1000)
    #expect(all.allSatisfy { $0.difference == 0 && $0.lower == 0 && $0.upper == 0 })
  }

  @Test func `A measure differs from its first month on, and not before`() throws {
    let comparison = try Self.comparison()
    let results = try comparison.results(comparison.run(ComparisonSettings()).runs)
    #expect(results.scenarios[1].firstDifference == Day(year: 2007, month: 1, day: 1))
    let tax = try #require(results.effect(.incomeTax, variant: 1))
    #expect(tax.estimate("2006-12")?.difference == 0)
    #expect(tax.estimate("2007-01")?.isClear == true)
    #expect(tax.periods.suffix(5) == ["2005", "2006", "2007", "after", "all"])
    let months = ["2007-01", "2007-02", "2007-03"].compactMap { tax.estimate($0)?.difference }
    let mean = try #require(tax.estimate("after")?.difference)
    #expect(abs(mean - months.reduce(0, +) / 3) < 1e-6 * abs(mean))
  }

  @Test func `Regions and sectors add up to the nation`() throws {
    let comparison = try Self.comparison(replicates: 2)
    let results = try comparison.results(comparison.run(ComparisonSettings()).runs)
    let nation = try #require(
      results.effect(.nativeEmployment, variant: 1)?.estimate("2007")?.difference)
    for dimension in ["region", "sector"] {
      let parts = results.effects(by: dimension, .employed, variant: 1)
        .filter { $0.estimate("2007") != nil }
      let natives = results.effects(by: "authorisation", .employed, variant: 1)
        .filter { $0.member != "native" }.compactMap { $0.estimate("2007")?.difference }
      let sum = parts.compactMap { $0.estimate("2007")?.difference }.reduce(0, +)
      #expect(abs(sum - natives.reduce(0, +) - nation) < 1e-6 * max(1, abs(nation)))
    }
    #expect(
      results.effects(by: "region", .employed, variant: 1).map(\.member)
        == results.regions.map(\.name))
  }

  @Test(arguments: [1, 2, 3]) func `The number of workers changes no number`(workers: Int) throws {
    let comparison = try Self.comparison(replicates: 2)
    var settings = ComparisonSettings()
    settings.workers = workers
    let one = try comparison.run(ComparisonSettings())
    let many = try comparison.run(settings)
    #expect(one.runs == many.runs)
    #expect(comparison.results(one.runs) == comparison.results(many.runs))
  }

  @Test func `Runs that are there already are not simulated again`() throws {
    let comparison = try Self.comparison(replicates: 2)
    var kept: [String: ComparedRun] = [:]
    var settings = ComparisonSettings()
    settings.keep = { kept["\($1) \($2)"] = $0 }
    let first = try comparison.run(settings)
    #expect(first.simulated == 4 && kept.count == 4)
    kept["minimum-wage-2007 1"] = nil
    let there = kept
    settings.kept = { there["\($0) \($1)"] }
    let second = try comparison.run(settings)
    #expect(second.simulated == 1)
    #expect(second.runs == first.runs)
  }

  @Test func `Precision adds replicates until the interval is narrow, and no more`() throws {
    func count(_ share: Double) throws -> Int {
      let comparison = try Self.comparison(
        replicates: 12, until: Day(year: 2007, month: 1, day: 31),
        precision: Comparison.Precision(outcome: "income_tax", share: share))
      return try comparison.run(ComparisonSettings()).runs[0].count
    }
    #expect(try count(0.5) == 6)
    #expect(try count(1e-9) == 12)
  }

  @Test func `A stopped comparison throws, and half a run is not kept`() throws {
    var settings = ComparisonSettings()
    var kept = 0
    settings.keep = { _, _, _ in kept += 1 }
    settings.keepsGoing = { false }
    #expect(throws: RunStopped.self) { try Self.comparison().run(settings) }
    #expect(kept == 0)
  }

  @Test func `Scenarios of other days or an unknown outcome are refused in a sentence`() throws {
    let other = try Self.load("minimum-wage-2007", ["run.burn_in=12 months"])
    let fault = #expect(throws: ComparisonFault.self) {
      try Comparison(
        [Self.load("kazakhstan-2006"), other], lives: WorldLives(replicates: 1), until: nil,
        precision: nil,
        withCells: true)
    }
    #expect(
      fault?.description
        == "error: run.burn_in of 'minimum-wage-2007' is 12 months, but the baseline's is "
        + "24 months. Runs are paired day by day and draw by draw: write the same, or give it to "
        + "all with --set run.burn_in=…")
    let part = #expect(throws: ComparisonFault.self) {
      try Self.comparison(precision: Comparison.Precision(outcome: "unemployment", share: 0.1))
    }
    #expect(part?.description.contains("Did you mean 'native_unemployment_rate' or ") == true)
    let outcome = #expect(throws: ComparisonFault.self) {
      try Self.comparison(precision: Comparison.Precision(outcome: "vacancy", share: 0.1))
    }
    #expect(
      outcome?.description
        == "error: 'vacancy' is not a national indicator. Did you mean 'vacancy_rate'?")
  }
}

/// The past that scenarios share is the past that each would have alone.
@Suite struct SharedPastTests {
  private static var shipped: [String] {
    let folder = ComparisonTests.root.appending(path: "Scenarios").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  @Test func `Every shipped scenario, branched off, equals its own run from the beginning`() throws
  {
    let variants = Self.shipped.filter { $0 != "kazakhstan-2006" }
    var scenarios = [try ComparisonTests.load("kazakhstan-2006")]
    for name in variants {
      let scenario = try ComparisonTests.load(name)
      // Other baselines are compared with their own.
      let (a, b) = (scenarios[0].1.inputs.run, scenario.1.inputs.run)
      if a.from == b.from, a.until == b.until, a.burnInMonths == b.burnInMonths {
        scenarios.append(scenario)
      }
    }
    let until = Day(year: 2007, month: 4, day: 30)
    let comparison = try Comparison(
      scenarios, lives: WorldLives(replicates: 1), until: until, precision: nil, withCells: false)
    let branched = try comparison.run(ComparisonSettings()).runs
    for (arm, runs) in zip(comparison.arms, branched) {
      var options = RunOptions()
      options.until = until
      options.withTables = false
      var alone = ComparedRun.Gatherer(
        comparison.arms[0].evidence, scale: arm.inputs.run.scale)
      let (summary, _) = try alone.live(arm.inputs, options: options) { true }
      #expect(runs[0] == alone.gathered(summary), "\(arm.name)")
    }
  }
}
