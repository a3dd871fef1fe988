import Inputs
import Kernel
import Measurement
import Results
import Statistics

/// Whether what a policy does is the same in a sample as in the largest of the scales: levels may agree where effects do not.
enum ScaleReforms {
  /// A reform of the country's own law; nil where it has no such law.
  struct Reform {
    let name: String
    let apply: @Sendable (Inputs) -> Inputs?
  }

  static let all = [
    Reform(name: "no-amnesty") { inputs in
      var changed = inputs
      changed.measures.removeAll { $0.lever is Amnesty }
      return changed.measures.count < inputs.measures.count ? changed : nil
    },
    Reform(name: "complexity-half") {
      amended($0, PermitProcedure.kindName, ["complexity"], times: 0.5)
    },
    Reform(name: "sanctions-x5") {
      amended($0, Sanctions.kindName, ["worker_fine", "employer_fine", "repeat_fine"], times: 5)
    },
  ]

  static let outcomes: [NationalIndicator] = [
    .irregularEmployed, .revenueFromMigrants, .wageIrregular, .nativeEmployment,
  ]

  /// Largest difference of an effect from the largest scale's, to that; and in standard errors. One of the two is enough.
  static let tolerance = 0.03
  static let standardErrors = 2.0

  /// From the run's second year on, as the shipped variants of these names.
  private static func amended(
    _ inputs: Inputs, _ kind: String, _ keys: [String], times factor: Double
  ) -> Inputs? {
    guard inputs.measures.contains(where: { $0.lever.kindName == kind }) else { return nil }
    var changed = inputs
    changed.amendments.append(
      Amendment(
        name: "\(kind)-reformed", from: LeverTrial.from(inputs), kindName: kind,
        changes: keys.map { Amendment.Change(key: $0, to: .times(factor)) }))
    return changed
  }

  /// Effects at a scale, over the last year: `[reform][outcome][replicate]`.
  private static func effects(
    _ reforms: [Inputs], at scale: Double, until: Day, _ settings: StudySettings
  ) throws -> [[[Double]]] {
    func scaled(_ inputs: Inputs) -> Inputs {
      var inputs = inputs
      inputs.run.scale = scale
      return inputs
    }
    let comparison = Comparison(
      scaled(settings.inputs), reforms.map(scaled), replicates: settings.replicates, until: until)
    var run = ComparisonSettings()
    run.workers = settings.workers
    run.keepsGoing = settings.keepsGoing
    run.progress = { done, all in
      settings.progress("scale \(NumberText.shortest(scale)): \(done) of \(all) runs done")
    }
    let runs: [[ComparedRun]]
    do {
      runs = try comparison.run(run).runs
    } catch is RunStopped {
      throw StudyInterrupted()
    }
    return runs.dropFirst().map { arm in
      outcomes.map { outcome in
        zip(arm, runs[0]).compactMap { reformed, base in
          guard let with = lastYear(outcome, reformed), let without = lastYear(outcome, base)
          else { return nil }
          return with - without
        }
      }
    }
  }

  private static func lastYear(_ outcome: NationalIndicator, _ run: ComparedRun) -> Double? {
    guard let column = National.names.firstIndex(of: outcome) else { return nil }
    return run.national.suffix(12).compactMap { $0[column] }.mean
  }

  /// One table for each scale but the largest; none where the country has none of these laws.
  static func tables(_ scales: [Double], _ settings: StudySettings) throws -> [StudyTable] {
    let reforms = all.compactMap { reform in
      reform.apply(settings.inputs).map { (reform.name, $0) }
    }
    guard !reforms.isEmpty, scales.count > 1 else { return [] }
    let until =
      settings.until ?? Day(year: settings.secondYear + 2, month: 12, day: 31)
    let bySize = try scales.reversed().map {
      try effects(reforms.map(\.1), at: $0, until: until, settings)
    }
    let largest = bySize[bySize.count - 1]
    return zip(scales.dropFirst(), bySize.dropLast().reversed()).map { scale, here in
      table(scales[0], largest, scale, here, names: reforms.map(\.0), until: until)
    }
  }

  private static func table(
    _ reference: Double, _ largest: [[[Double]]], _ scale: Double, _ here: [[[Double]]],
    names: [String], until: Day
  ) -> StudyTable {
    var rows: [[String]] = []
    var holds = true
    for (reform, name) in names.enumerated() {
      for (place, outcome) in outcomes.enumerated() {
        guard let there = summary(largest[reform][place]),
          let here = summary(here[reform][place])
        else {
          rows.append(["\(name): \(outcome.name)", "–", "–", "–", "–", "nobody to measure"])
          continue
        }
        let gap = here.mean - there.mean
        let (one, other) = (here.standardError ?? .infinity, there.standardError ?? .infinity)
        let error = (one * one + other * other).squareRoot()
        let agrees =
          abs(gap) <= tolerance * abs(there.mean) || abs(gap) <= standardErrors * error
        holds = holds && agrees
        rows.append([
          "\(name): \(outcome.name)", figure(there.mean), figure(here.mean), figure(gap),
          figure(error), agrees ? "agrees" : "differs",
        ])
      }
    }
    let (large, small) = (NumberText.shortest(reference), NumberText.shortest(scale))
    return StudyTable(
      "Effects of reforms, mean of the twelve months until \(until): scale \(small) against scale \(large)",
      columns: [
        "reform and outcome", "effect, scale \(large)", "effect, scale \(small)", "difference",
        "its standard error", "within 3 % or 2 errors",
      ], rows: rows,
      notes: [
        "Paired differences from the baseline, in the outcome's own unit; the replicates of two scales are independent."
      ],
      holds: scale >= 0.01 ? holds : nil)
  }

  private static func summary(_ effects: [Double]) -> SampleSummary? {
    try? SampleSummary(of: effects)
  }

  private static func figure(_ value: Double) -> String {
    NumberText.fixed(value, decimals: abs(value) < 10 ? 2 : 0)
  }
}
