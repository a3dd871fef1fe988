import Inputs
import Kernel
import Results
import ScenarioFile

extension Study {
  /// Whether a calibration finds values again that were used to make its targets.
  ///
  /// Each replicate is a truth: values drawn within their ranges, whose run, with luck of its own, gives the
  /// targets. It is recovered where every value lies within the range that the calibration states.
  static let calibrationRecovery = Study(
    name: "calibration-recovery",
    question: "Does a calibration recover known values within its stated ranges?",
    scales: [0.01], replicates: 10
  ) { settings in
    let scale = settings.scales[0]
    let free = Recovery.factors
    var rows: [[String]] = []
    var (recovered, held) = (0, 0)
    for number in 0..<settings.replicates {
      settings.progress("truth \(number + 1) of \(settings.replicates)")
      let recovery = try Recovery(settings, scale: scale, number: number)
      let result = try recovery.fit(settings)
      let inside = zip(result.ranges, recovery.truth).map { $0.contains($1) }
      held += inside.count(where: \.self)
      if inside.allSatisfy(\.self) { recovered += 1 }
      rows.append(
        ["\(number + 1)"]
          + free.indices.map { recovery.text($0, result, isInside: inside[$0]) }
          + [
            NumberText.fixed(result.best.worst, decimals: 2),
            inside.allSatisfy(\.self) ? "recovered" : "missed",
          ])
    }
    let all = settings.replicates * free.count
    let needed = (9 * settings.replicates + 9) / 10
    return [
      StudyTable(
        "Known values and what a calibration makes of them, scale \(NumberText.shortest(scale))",
        columns: ["truth"] + free.map(\.name) + ["worst miss", ""], rows: rows,
        notes: [
          "In shares of each value's range: truth, then the stated range; ! where the truth lies outside.",
          "\(recovered) of \(settings.replicates) truths recovered in every value, \(needed) asked for; "
            + "\(held) of \(all) values within their ranges.",
          "Worst miss: of the best fit, in tolerances.",
        ], holds: recovered >= needed)
    ]
  }
}

/// One synthetic truth.
private struct Recovery {
  struct Free {
    var name: String
    var path: String
  }

  static let factors = [
    Free(name: "posts", path: "behaviour.demand.posts_level"),
    Free(name: "productivity", path: "behaviour.wages.productivity"),
    Free(name: "filing", path: "behaviour.filing.hazard"),
    Free(name: "immunity", path: "behaviour.filing.immunity"),
    Free(name: "inspections", path: "measures.policing.inspections"),
  ]

  /// What is aimed at, and the tolerance at 1:100: two standard deviations of the luck, or a little more.
  private static func aims(_ year: Int, currency: String) -> String {
    """
      unemployment: {indicator: native_unemployment_rate, over: \(year), value: 0 %, tolerance: 0.3 %}
      wage: {indicator: wage_native, over: \(year), value: 0 \(currency)/month, tolerance: 600 \(currency)/month}
      legalised: {indicator: legalised_cumulative, at: \(year)-12, value: 0, tolerance: 8000}
      early: {indicator: legalised_cumulative, at: \(year)-09, value: 0, tolerance: 4000}
      identified: {indicator: identified, over: \(year), take: sum, value: 0, tolerance: 2000}

    """
  }

  let truth: [Double]
  private var sweep: Sweep
  private var targets: [PlanTarget]
  private let search: PlanSearch

  init(_ settings: StudySettings, scale: Double, number: Int) throws {
    let draws = Luck(seed: UInt64(settings.inputs.run.seed), replicate: UInt32(number))
    truth = Recovery.factors.indices.map {
      // Not at the very ends, where a range has but one side.
      0.1 + 0.8 * draws.uniform(UInt32($0), 1)
    }
    var plan = try Recovery.plan(settings, scale: scale)
    plan.outcomes = plan.targets.map(\.outcome)
    plan.design = .sobol(points: 1)
    sweep = try Sweep(plan)
    targets = plan.targets
    // Other luck than the fit's.
    let made = try sweep.outcomes(
      of: [SearchSession.Asked(truth, replicates: 2..<3)], workers: 1,
      keepsGoing: settings.keepsGoing)
    guard let values = made[0] else { throw StudyInterrupted() }
    for place in targets.indices {
      targets[place].value = values[place] ?? 0
      // Luck weighs more where fewer are simulated.
      targets[place].tolerance *= (0.01 / scale).squareRoot()
    }
    // A run cut short is for trying out.
    search =
      settings.until == nil
      ? PlanSearch(points: 32, rounds: 2, simplex: 32)
      : PlanSearch(points: 8, rounds: 1, simplex: 4)
  }

  func fit(_ settings: StudySettings) throws -> Calibration.Result {
    let calibration = Calibration(
      targets: targets, dimensions: truth.count, search: search)
    return try calibration.run { _, points in
      try sweep.outcomes(
        of: points.map { SearchSession.Asked($0) }, workers: settings.workers,
        keepsGoing: settings.keepsGoing)
    }
  }

  func text(_ factor: Int, _ result: Calibration.Result, isInside: Bool) -> String {
    func share(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }
    let range = result.ranges[factor]
    return share(truth[factor]) + (isInside ? " in " : " ! ") + share(range.lowerBound) + "-"
      + share(range.upperBound)
  }

  private static func plan(_ settings: StudySettings, scale: Double) throws -> Plan {
    let year = settings.secondYear
    let whole = Day(year: year, month: 12, day: 31)
    let end = min(settings.until ?? whole, whole)
    var text = """
      kosh-plan: 1
      name: Recovery
      question: Are known values found again?
      base: base.yaml
      set: {run.scale: \(scale), run.burn_in: 6 months}
      factors:

      """
    for factor in factors { text += "  \(factor.path): range\n" }
    // A run that is cut short aims at its first year.
    text +=
      "targets:\n"
      + aims(
        end < whole ? year - 1 : year, currency: settings.inputs.country.profile.currency)
    return try PlanLoader.load(
      path: "plan.yaml", indicators: Sweep.indicators, isCalibration: true, until: end,
      files: .inMemory([
        "plan.yaml": Array(text.utf8), "base.yaml": Array(settings.scenarioText.utf8),
      ]))
  }
}
