import Experiments
import Kernel
import Measurement
import Reporting
import Results
import ScenarioFile
import TestSupport
import Testing

/// Comparisons whose replicates live in plausible worlds.
@Suite struct WorldComparisonTests {
  private static let table = """
    world,behaviour.demand.response,behaviour.wages.productivity
    own,,
    a,0.4,1150
    b,1.9,1350
    c,0.9,1210
    d,1.1,1290

    """

  /// A small country with worlds, and a variant of it, `atlantis/v.yaml`.
  static func files(variant: String) -> [String: [UInt8]] {
    var files = TinyCountry.files
    let base = String(decoding: files[TinyCountry.scenario] ?? [], as: UTF8.self)
    files[TinyCountry.scenario] = Array(
      base.replacing("tables:\n", with: "tables:\n  worlds: w.csv\n").utf8)
    files["atlantis/w.csv"] = Array(table.utf8)
    files["atlantis/v.yaml"] = Array("kosh: 1\nextends: atlantis.yaml\n\(variant)\n".utf8)
    return files
  }

  static let small = ["run.scale=0.2", "run.burn_in=6 months"]

  private static func load(
    _ overrides: [String] = [], variant: String? = nil
  ) throws -> LoadedScenario {
    try ScenarioLoader.load(
      path: variant == nil ? TinyCountry.scenario : "atlantis/v.yaml",
      overrides: small + overrides, files: .inMemory(files(variant: variant ?? "")))
  }

  static let until = Day(year: 2021, month: 6, day: 30)
  static let reform =
    "measures: {low: {amends: policing, from: 2020-06-01, inspections: half}}"

  static func comparison(
    _ lives: WorldLives, variant: String = reform, cells: Bool = false
  ) throws -> Comparison {
    try Comparison(
      [("b.yaml", load()), ("v.yaml", load(variant: variant))], lives: lives, until: until,
      precision: nil, withCells: cells)
  }

  private static let lives = WorldLives(worlds: 5, replicates: 5, secondLives: 2)

  @Test func `Each replicate is the run of its world's values, set by hand`() throws {
    let runs = try Self.comparison(Self.lives).run(ComparisonSettings()).runs
    let byHand = try Self.load([
      "behaviour.demand.response=0.4", "behaviour.wages.productivity=1150 EUR/month",
    ])
    let alone = try Comparison(
      [("b.yaml", byHand)], lives: WorldLives(replicates: 2), until: Self.until, precision: nil,
      withCells: false
    ).run(ComparisonSettings()).runs
    #expect(runs[0][1] == alone[0][1])
    let own = try Comparison(
      [("b.yaml", Self.load())], lives: WorldLives(replicates: 1), until: Self.until,
      precision: nil, withCells: false
    ).run(ComparisonSettings()).runs
    #expect(runs[0][0] == own[0][0])
    // A second life has the world of the first and other luck.
    #expect(runs[0].count == 7)
    #expect(runs[0][5] != runs[0][0])
  }

  @Test func `A variant that changes nothing is nought in every world`() throws {
    let comparison = try Self.comparison(Self.lives, variant: "")
    let results = try comparison.results(comparison.run(ComparisonSettings()).runs)
    let all = results.effects.flatMap(\.estimates).compactMap(\.overWorlds)
    #expect(all.count > 1000)
    #expect(all.allSatisfy { $0.median == 0 && $0.p05 == 0 && $0.p95 == 0 })
    #expect(all.allSatisfy { $0.sameSign == $0.worlds && $0.luckShare == nil })
  }

  @Test(arguments: [2, 3, 7]) func `The number of workers changes no number`(workers: Int) throws {
    let comparison = try Self.comparison(Self.lives, cells: true)
    var settings = ComparisonSettings()
    settings.workers = workers
    let one = try comparison.run(ComparisonSettings())
    let many = try comparison.run(settings)
    #expect(one.runs == many.runs)
    #expect(comparison.results(one.runs) == comparison.results(many.runs))
  }

  @Test func `Range and agreement over worlds are what the replicates give`() throws {
    let comparison = try Self.comparison(Self.lives)
    let runs = try comparison.run(ComparisonSettings()).runs
    let results = comparison.results(runs)
    let column = try #require(
      National.indicators.firstIndex { $0.name == NationalIndicator.irregularEmployed.name })
    let months = runs[0][0].months.indices.filter { runs[0][0].months[$0].civil.year == 2021 }
    func mean(_ run: ComparedRun) -> Double {
      months.reduce(0) { $0 + (run.national[$1][column] ?? 0) } / Double(months.count)
    }
    let differences = (0..<7).map { mean(runs[1][$0]) - mean(runs[0][$0]) }
    let sorted = differences.prefix(5).sorted()
    let estimate = try #require(
      results.effect(.irregularEmployed, variant: 1)?.estimate("2021"))
    let spread = try #require(estimate.overWorlds)
    #expect(spread.worlds == 5)
    #expect(abs(spread.median - sorted[2]) < 1e-9)
    #expect(abs(spread.p05 - (sorted[0] + 0.2 * (sorted[1] - sorted[0]))) < 1e-9)
    #expect(abs(spread.p95 - (sorted[4] - 0.2 * (sorted[4] - sorted[3]))) < 1e-9)
    #expect(spread.sameSign == sorted.count { $0 != 0 && ($0 > 0) == (sorted[2] > 0) })
    // Luck: half the square of what two lives of one world differ by, the mean of two worlds.
    let luck =
      [0, 1].map { world in
        let step = differences[5 + world] - differences[world]
        return step * step / 2
      }.reduce(0, +) / 2
    let mean5 = differences.prefix(5).reduce(0, +) / 5
    let all = differences.prefix(5).reduce(0) { $0 + ($1 - mean5) * ($1 - mean5) } / 4
    #expect(abs((spread.luckShare ?? -1) - min(1, luck / all)) < 1e-9)
    let half = ((estimate.upper ?? 0) - (estimate.lower ?? 0)) / 2
    // Student's quantile with two degrees of freedom.
    #expect(abs(half - 4.302_652_729_7 * (luck / 5).squareRoot()) < 1e-6 * half)
  }

  @Test func `Scenarios in other worlds are not compared`() throws {
    let fault = #expect(throws: ComparisonFault.self) {
      try Self.comparison(Self.lives, variant: "tables: {worlds: none}")
    }
    #expect(fault == .otherWorlds("v"))
  }

  @Test(arguments: [
    WorldLives(replicates: 8), WorldLives(worlds: 16, replicates: 16, secondLives: 0),
  ])
  func `Luck alone is told as an effect in at most one family of twenty`(lives: WorldLives) throws {
    let luck = Luck(seed: 7, replicate: 0)
    let scenario = try Self.load()
    let comparison = try Comparison(
      [("b.yaml", scenario)] + (0..<20).map { ("v\($0).yaml", scenario) },
      lives: WorldLives(replicates: lives.replicates), until: Self.until, precision: nil,
      withCells: false)
    let family = 60
    var told = 0
    for number in 0..<family {
      let runs = (0...20).map { arm in
        (0..<lives.replicates).map { replicate in
          Self.madeUp(luck, who: UInt32(number), arm: arm, replicate: replicate)
        }
      }
      let findings = ComparisonFindings(comparison.results(runs, lives: lives))
      let isTold = (1...20).contains { variant in
        NationalIndicator.allCases.contains { findings.verdict($0, variant: variant) == .told }
      }
      if isTold { told += 1 }
    }
    // Three of sixty are expected at the most; eight would come about once in a hundred such tests.
    #expect(told <= 7, "\(told) of \(family)")
  }

  @Test func `An effect in every world is told, however much worlds differ`() throws {
    let luck = Luck(seed: 8, replicate: 0)
    let scenario = try Self.load()
    let comparison = try Comparison(
      [("b.yaml", scenario), ("v.yaml", scenario)], lives: WorldLives(replicates: 12),
      until: Self.until, precision: nil, withCells: false)
    let base = (0..<12).map { Self.madeUp(luck, who: 0, arm: 0, replicate: $0) }
    let variant = base.enumerated().map { replicate, run in
      var run = run
      // From a half to a thousand: one world outweighs all the others.
      let effect = 0.5 * Double(1 << replicate)
      run.national = run.national.map { row in row.map { $0.map { $0 + effect } } }
      return run
    }
    let lives = WorldLives(worlds: 12, replicates: 12, secondLives: 0)
    let results = comparison.results([base, variant], lives: lives)
    let findings = ComparisonFindings(results)
    #expect(findings.verdict(.irregularWork, variant: 1) == .told)
    let estimate = results.effect(.irregularWork, variant: 1)?.estimate(Effect.after)
    #expect(abs((estimate?.probability ?? 1) - 2 / 4096.0) < 1e-12)
  }

  /// A run of two months whose numbers are luck.
  private static func madeUp(
    _ luck: Luck, who: UInt32, arm: Int, replicate: Int
  ) -> ComparedRun {
    let months = [Day(year: 2021, month: 1, day: 1), Day(year: 2021, month: 2, day: 1)]
    let national = months.indices.map { month in
      National.indicators.indices.map { column -> Double? in
        // The sum of twelve is near enough to normal.
        (0..<12).reduce(100.0) { sum, draw in
          sum
            + luck.uniform(
              who, UInt32(arm * 100 + replicate), occasion: UInt32(column * 10 + month),
              index: UInt32(draw))
        }
      }
    }
    return ComparedRun(digest: "", months: months, national: national, margins: Margins())
  }
}
