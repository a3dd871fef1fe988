import Inputs
import Kernel
import Results
import ScenarioFile
import Statistics

extension Study {
  /// Whether ranges over worlds hold the true effects of policies, and are narrower than what is believed beforehand.
  ///
  /// Each truth is a set of values drawn from all ranges; its run, with luck of its own and read with the error that documents
  /// have, gives the targets. Worlds are found from these alone.
  static let coverage = Study(
    name: "coverage",
    question: "Do ranges of nine worlds in ten hold the true effects of policies?",
    scales: [0.005], replicates: 20
  ) { settings in
    let ground = try CoverageGround(settings)
    var rows: [[String]] = []
    var (inside, all) = (0, 0)
    var widths: [Double] = []
    var shared: [Int: [Double?]?] = [:]
    for number in 0..<settings.replicates {
      settings.progress("truth \(number + 1) of \(settings.replicates)")
      let truth = try ground.truth(number)
      guard let found = try ground.ranges(truth, &shared) else {
        rows.append(["\(number + 1)", "0", "–", "–"])
        continue
      }
      let held = zip(found.ranges, truth.effects).count { range, effect in
        effect.flatMap { effect in range.map { $0.contains(effect) } } ?? false
      }
      let known = zip(found.ranges, truth.effects).count { $0 != nil && $1 != nil }
      let parts = zip(found.ranges, ground.priorRanges).compactMap { range, prior -> Double? in
        guard let range, let prior, prior.upperBound > prior.lowerBound else { return nil }
        return (range.upperBound - range.lowerBound) / (prior.upperBound - prior.lowerBound)
      }
      inside += held
      all += known
      widths += parts
      rows.append([
        "\(number + 1)", "\(found.worlds)", "\(held) of \(known)",
        parts.mean.map { NumberText.fixed($0, decimals: 2) } ?? "–",
      ])
    }
    let share = all == 0 ? 0 : Double(inside) / Double(all)
    let width = widths.mean ?? .infinity
    return [
      StudyTable(
        "True effects within the range of nine worlds in ten, scale "
          + NumberText.shortest(settings.scales[0]),
        columns: ["truth", "worlds", "inside", "width to the prior's"], rows: rows,
        notes: [
          "\(inside) of \(all) effects inside, \(NumberText.fixed(100 * share, decimals: 0)) %; "
            + "80 to 98 % asked for.",
          "Ranges are on average \(NumberText.fixed(width, decimals: 2)) as wide as over draws that meet no target; "
            + "less than 1 asked for.",
          "Effects: \(CoverageGround.policyNames.joined(separator: ", ")), on "
            + "\(CoverageGround.outcomeNames.joined(separator: ", ")), in \(settings.effectYear).",
        ], holds: (0.8...0.98).contains(share) && width < 1)
    ]
  }
}

/// What all truths of the study share: the plan, its first wave, and effects over draws that meet no target.
private struct CoverageGround: Sendable {
  /// By policy and outcome: nil where there was nobody to measure.
  typealias Effects = [Double?]

  struct Truth: Sendable {
    var number: Int
    var targets: [PlanTarget]
    var effects: Effects
  }

  static let trials: [LeverTrial] = [Amnesty.trials[0], Quota.trials[0], Policing.trials[1]]
  static let policyNames = trials.map { "\($0.lever): \($0.extreme)" }
  static let outcomeNames = ["irregular_employed", "revenue_from_migrants", "native_employment"]
  private static let priorDraws = 40
  private static let worldsUsed = 24
  private static let truthRuns = 4
  /// Luck of truths, of their targets, and of effects.
  private static let truthLuck = 3_000_000
  private static let effectLuck = 4_000_000

  private let settings: StudySettings
  private let plan: Plan
  private let targetSweep: Sweep
  private let effectSweep: Sweep
  private(set) var priorRanges: [ClosedRange<Double>?] = []

  init(_ settings: StudySettings) throws {
    self.settings = settings
    var plan = try Self.plan(settings)
    effectSweep = try Sweep(plan)
    plan.outcomes = plan.targets.map(\.outcome)
    targetSweep = try Sweep(plan)
    self.plan = plan
    let count = plan.factors.count
    let shares = latinHypercube(points: Self.priorDraws, dimensions: count, seed: 9)
    settings.progress("effects of \(Self.priorDraws) draws that meet no target")
    priorRanges = try ranges(
      (0..<Self.priorDraws).map { Array(shares[$0 * count..<($0 + 1) * count]) }, luck: 0)
  }

  /// A set of values whose every target and effect has a number.
  func truth(_ number: Int) throws -> Truth {
    let luck = Luck(seed: UInt64(settings.inputs.run.seed), replicate: UInt32(number))
    // A draw that cannot be simulated, or in which a target has nobody, is no truth.
    for attempt in 0..<20 {
      let shares = plan.factors.indices.map {
        luck.uniform(UInt32($0), 1, occasion: UInt32(attempt))
      }
      let asked = SearchSession.Asked(
        shares, replicates: Self.truthLuck + number..<Self.truthLuck + number + 1)
      guard
        let outcomes = try targetSweep.outcomes(
          of: [asked], workers: 1, keepsGoing: settings.keepsGoing)[0]
      else { continue }
      var targets = plan.targets
      for place in targets.indices {
        guard let outcome = outcomes[place], outcome > 0 else { break }
        // Tolerances in the plan are of a value of 1.
        let tolerance =
          targets[place].dimension == .share
          ? targets[place].tolerance : targets[place].tolerance * outcome
        let error = standardNormal(uniform: luck.uniform(UInt32(place), 2))
        targets[place].tolerance = tolerance
        targets[place].value = max(outcome / 10, outcome + tolerance / 2 * error)
      }
      guard targets.allSatisfy({ $0.value != 1 }) else { continue }
      let runs = try (0..<Self.truthRuns).map {
        try effects(of: shares, luck: Self.truthLuck / 1000 * (number + 1) + $0)
      }
      let means = runs[0].indices.map { effect in runs.compactMap { $0[effect] }.mean }
      return Truth(number: number, targets: targets, effects: means)
    }
    throw StudyInterrupted()
  }

  /// Effects over the worlds that a truth's targets leave; nil where there is none.
  ///
  /// - Parameter shared: what was asked for before anything depended on a truth, by its number.
  func ranges(
    _ truth: Truth, _ shared: inout [Int: [Double?]?]
  ) throws -> (worlds: Int, ranges: [ClosedRange<Double>?])? {
    let search = WorldSearch(
      targets: truth.targets, factors: plan.factors, match: plan.match, start: plan.ownShares)
    let early = plan.match.luckRuns + plan.match.points
    let result = try search.run { first, asked in
      if first < early, shared[first + asked.count - 1] != nil {
        return asked.indices.map { shared[first + $0] ?? nil }
      }
      let found = try targetSweep.outcomes(
        of: asked, workers: settings.workers, keepsGoing: settings.keepsGoing)
      if first < early {
        for (place, outcomes) in found.enumerated() { shared[first + place] = outcomes }
      }
      return found
    }
    let worlds = result.worlds.prefix(Self.worldsUsed)
    guard worlds.count > 4 else { return nil }
    return (
      worlds.count,
      try ranges(worlds.map(\.shares), luck: Self.effectLuck + 1000 * truth.number)
    )
  }

  /// Nine in ten of the effects at some points.
  private func ranges(_ points: [[Double]], luck: Int) throws -> [ClosedRange<Double>?] {
    var found = [Effects](repeating: [], count: points.count)
    try Crew(workers: settings.workers).each(points.count) { number, handOver in
      try handOver((number, try effects(of: points[number], luck: luck + number)))
    } done: { (piece: (Int, Effects)) in
      found[piece.0] = piece.1
    }
    return (0..<Self.trials.count * Self.outcomeNames.count).map { effect in
      let known = found.compactMap { effect < $0.count ? $0[effect] : nil }
      guard known.count > 4, let ends = try? quantiles(of: known, at: [0.05, 0.95]) else {
        return nil
      }
      return ends[0]...ends[1]
    }
  }

  /// What each policy does to each outcome at a point.
  private func effects(of shares: [Double], luck: Int) throws -> Effects {
    let none = Effects(repeating: nil, count: Self.trials.count * Self.outcomeNames.count)
    guard let base = try? effectSweep.inputs(at: shares)[0] else { return none }
    let runs: [PointRun]
    do {
      runs = try effectSweep.simulated(
        [base] + Self.trials.map { $0.applied(to: base) }, replicate: luck, workers: 1,
        keepsGoing: settings.keepsGoing)
    } catch is RunStopped {
      throw StudyInterrupted()
    }
    return runs.dropFirst().flatMap { run in
      zip(run.values, runs[0].values).map { policy, base in
        policy.flatMap { policy in base.map { policy - $0 } }
      }
    }
  }

  private static func plan(_ settings: StudySettings) throws -> Plan {
    let year = settings.targetYear
    let outcomes = outcomeNames.map { "  \($0): {indicator: \($0), over: \(settings.effectYear)}" }
    let text = """
      kosh-plan: 1
      name: Coverage
      question: Do ranges over worlds hold the truth?
      base: base.yaml
      set: {run.scale: \(settings.scales[0])}
      outcomes:
      \(outcomes.joined(separator: "\n"))
      targets:
        unemployment: {indicator: native_unemployment_rate, over: \(year), value: 1, tolerance: 0.5 %}
        informality: {indicator: informal_share, over: \(year), value: 1, tolerance: 2 %}
        wage: {indicator: wage_native, over: \(year), value: 1 \(settings.inputs.country.profile.currency)/month, tolerance: 5 %}
        present: {indicator: migrants_present, at: \(year)-06, value: 1, tolerance: 10 %}
        irregular: {indicator: irregular_employed, at: \(year)-06, value: 1, tolerance: 10 %}
        identified: {indicator: identified, over: \(year), take: sum, value: 1, tolerance: 20 %}
        permits: {indicator: permits_in_force, at: \(year)-06, value: 1, tolerance: 20 %}
      match: {points: 300, draws: 80, steps: 2, worlds: \(worldsUsed), luck: 12}

      """
    let whole = Day(year: settings.effectYear, month: 12, day: 31)
    return try PlanLoader.load(
      path: "plan.yaml", indicators: Sweep.indicators,
      until: min(settings.until ?? whole, whole), isMatch: true,
      files: .inMemory([
        "plan.yaml": Array(text.utf8), "base.yaml": Array(settings.scenarioText.utf8),
      ]))
  }
}

extension StudySettings {
  /// The year of the targets, and the one in which effects are looked up: the year after, or the last that is simulated.
  fileprivate var targetYear: Int { min(secondYear, until?.civil.year ?? secondYear) }
  fileprivate var effectYear: Int { min(secondYear + 1, until?.civil.year ?? secondYear + 1) }
}
