import Experiments
import Kernel
import Results
import ScenarioFile
import TestSupport
import Testing

/// The search for worlds, on a model whose outcomes are known everywhere.
@Suite struct WorldSearchTests {
  /// Twelve values move two outcomes, three of them strongly; a third outcome is held back.
  private struct Model {
    let luck = Luck(seed: 3, replicate: 0)

    func outcomes(_ shares: [Double], _ replicate: Int) -> [Double?] {
      let small = shares.dropFirst(3).reduce(0) { $0 + ($1 - 0.5) }
      let noise = luck.uniform(UInt32(replicate), 1) - 0.5
      let stock = 400_000 * exactExp(1.6 * (shares[0] - 0.5) + 0.2 * small + 0.02 * noise)
      let share = 0.3 + 0.3 * shares[1] - 0.15 * shares[0] * shares[2] + 0.02 * small
      return [stock, share + 0.002 * noise, stock * shares[4]]
    }
  }

  private static func plan(_ values: (stock: Double, share: Double) = (500_000, 0.4)) throws -> Plan
  {
    var files = TinyCountry.files
    let free = [
      "demand.response", "demand.posts_level", "demand.vacancies", "search.matching_scale",
      "search.on_the_job_weight", "hiring.audit_cost", "hiring.honesty", "hiring.choice_scale",
      "wages.productivity", "wages.low_skilled", "wages.skilled", "wages.specialist",
    ]
    let text = """
      kosh-plan: 1
      name: Known
      question: Are worlds found?
      base: atlantis.yaml
      factors:
      \(try others(than: free).map { "  \($0): none" }.joined(separator: "\n"))
      targets:
        stock: {indicator: migrants_present, at: 2020-06, value: \(values.stock), tolerance: 5 %}
        share: {indicator: informal_share, over: 2020, value: \(values.share), tolerance: 2 %}
        later: {indicator: migrants_present, at: 2021-06, value: 250000, tolerance: 5 %, held_back: true}
      match: {points: 60, draws: 60, steps: 3, worlds: 40, luck: 8}

      """
    files["atlantis/p.yaml"] = Array(text.utf8)
    return try PlanLoader.load(
      path: "atlantis/p.yaml", indicators: Sweep.indicators, isMatch: true,
      files: .inMemory(files))
  }

  private static func others(than free: [String]) throws -> [String] {
    try TinyCountry.loaded().settings.filter {
      $0.provenance?.range != nil && !free.contains(String($0.path.dropFirst("behaviour.".count)))
    }.map(\.path)
  }

  private static func found(_ plan: Plan) throws -> WorldSearch.Result {
    let search = WorldSearch(
      targets: plan.targets, factors: plan.factors, match: plan.match, start: plan.ownShares)
    let model = Model()
    var next = 0
    return try search.run { first, asked in
      // Each point is asked for once, in order.
      #expect(first == next)
      next += asked.count
      return asked.map { model.outcomes($0.shares, $0.replicates?.lowerBound ?? 0) }
    }
  }

  @Test func `Every value with a range is free unless the plan leaves it out`() throws {
    #expect(try Self.plan().factors.count == 12)
  }

  @Test func `Worlds meet every target, and what is held back is foretold`() throws {
    let plan = try Self.plan()
    let result = try Self.found(plan)
    #expect(result.worlds.count == 40)
    let model = Model()
    for (number, world) in result.worlds.enumerated() {
      let anew = model.outcomes(world.shares, 5_000_000 + number)
      // Three standard deviations of half a tolerance, and of luck's little.
      #expect(abs((anew[0] ?? 0) / 500_000 - 1) < 0.1)
      #expect(abs((anew[1] ?? 0) - 0.4) < 0.035)
    }
    let foretold = result.worlds.compactMap { $0.outcomes[2] }
    #expect(foretold.count == 40)
    #expect((foretold.min() ?? 0) < 200_000 && (foretold.max() ?? 0) > 300_000)
  }

  @Test func `What targets do not speak of keeps what was believed of it`() throws {
    let result = try Self.found(Self.plan())
    let report = WorldReport(try Self.plan(), result)
    // The fifth value moves nothing that is fitted by much.
    let shares = result.worlds.map { $0.shares[4] }
    let mean = shares.reduce(0, +) / Double(shares.count)
    #expect(abs(mean - 0.5) < 0.15)
    #expect(Set(shares.map { Int($0 * 4) }).count == 4)
    // The first two set what is fitted.
    let strong = Set(try Self.plan().factors.prefix(2).map(\.path))
    #expect(Set(report.ranges.rows.prefix(2).map { $0[0] }) == strong)
    #expect(report.course.title == "Known: 40 worlds")
  }

  @Test func `The same plan finds the same worlds, and no more are simulated than it says`() throws
  {
    let plan = try Self.plan()
    let (one, other) = (try Self.found(plan), try Self.found(plan))
    #expect(one.worlds == other.worlds)
    #expect(one.runs <= plan.match.mostRuns)
  }

  @Test func `Targets that contradict each other leave no world`() throws {
    let result = try Self.found(Self.plan((stock: 5_000_000, share: 0.9)))
    #expect(result.worlds.isEmpty)
    #expect(!result.isOwnKept)
  }

  @Test func `The table of worlds is one that the scenario can name`() throws {
    let plan = try Self.plan()
    let report = WorldReport(plan, try Self.found(plan))
    var files = TinyCountry.files
    files["atlantis/worlds.csv"] = report.csv
    let base = String(decoding: files[TinyCountry.scenario] ?? [], as: UTF8.self)
    files[TinyCountry.scenario] = Array(
      base.replacing("tables:\n", with: "tables:\n  worlds: worlds.csv\n").utf8)
    let loaded = try ScenarioLoader.load(
      path: TinyCountry.scenario, files: .inMemory(files))
    let worlds = try #require(loaded.worlds)
    #expect(worlds.count == report.worldCount)
    #expect(worlds.paths == plan.factors.map(\.path))
    let share = try #require(Self.found(plan).worlds.last?.shares[0])
    let number = try #require(worlds.numbers.last?[0])
    #expect(abs(number - plan.factors[0].number(at: share)) < 1e-9 * abs(number))
    #expect(try loaded.living(in: worlds.count - 1).inputs != loaded.inputs)
  }

  @Test func `Numbers of five digits stay within their range`() throws {
    let factors = try Self.plan().factors
    for factor in factors {
      for share in stride(from: 0.0, through: 1, by: 0.0137) {
        let number = factor.shortNumber(at: share)
        #expect(factor.bounds.contains(number))
        #expect(abs(number - factor.number(at: share)) <= 1e-4 * abs(number))
      }
    }
  }
}
