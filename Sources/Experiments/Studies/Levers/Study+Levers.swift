import Inputs
import Kernel
import Measurement
import Results
import ScenarioFile

extension Study {
  /// Every lever at its extremes, beside what theory expects.
  static let levers = Study(
    name: "levers",
    question: "In which direction, and how far, does each lever at its extremes move the outcomes?",
    scales: [0.01], replicates: 8
  ) { settings in
    let year = LeverStudy.until(settings).civil.year
    let effects = try LeverStudy.effects(of: LeverTrial.all, settings)
    let rows = zip(LeverTrial.all, effects).map { trial, effects in
      ["\(trial.lever): \(trial.extreme)"]
        + zip(effects, trial.expected).flatMap { effect, expected in
          guard let effect else { return ["none", expected.text] }
          return [effect.text, "\(expected.text) \(effect.verdict(expected).rawValue)"]
        }
    }
    return [
      StudyTable(
        "Levers at their extremes: effect on the means of \(year), per cent of the baseline's, "
          + "scale \(NumberText.shortest(settings.scales[0])), \(settings.replicates) replicates",
        columns: [
          "lever at its extreme", "irregular", "expected", "revenue", "expected", "migrants' wage",
          "expected", "native employment", "expected",
        ], rows: rows,
        notes: [
          "From the run's second year on; amnesties in their window. Paired differences with 95 % intervals. "
            + "Irregular is the share of migrants at work, for expulsions the number. "
            + "An effect below \(NumberText.shortest(100 * LeverEffect.negligible)) % counts as none."
        ])
    ]
  }
}

/// The runs behind the table of levers, and behind the test that no sign turns.
package enum LeverStudy {
  static func until(_ settings: StudySettings) -> Day {
    settings.until ?? Day(year: settings.secondYear + 1, month: 12, day: 31)
  }

  /// By trial, the effect on each of its outcomes over the last year; nil where there was nobody to measure.
  package static func effects(
    of trials: [LeverTrial], _ settings: StudySettings
  ) throws -> [[LeverEffect?]] {
    var base = settings.inputs
    base.run.scale = settings.scales[0]
    let until = until(settings)
    let comparison = Comparison(
      base, trials.map { $0.applied(to: base) }, replicates: settings.replicates, until: until)
    var run = ComparisonSettings()
    run.workers = settings.workers
    run.keepsGoing = settings.keepsGoing
    run.progress = { done, all in settings.progress("\(done) of \(all) runs done") }
    let runs: [[ComparedRun]]
    do {
      runs = try comparison.run(run).runs
    } catch is RunStopped {
      throw StudyInterrupted()
    }
    let statistics = ComparisonStatistics(
      runs, comparison.lives, National.indicators,
      MoneyUnits(currency: settings.inputs.country.profile.money))
    return trials.enumerated().map { place, trial in
      let effects = statistics.nationalEffects(variant: place + 1)
      return trial.outcomes.map { outcome in
        effects.first { $0.indicator == outcome.name }?.estimate("\(until.civil.year)")
          .flatMap(LeverEffect.init)
      }
    }
  }
}

extension LeverTrial {
  /// The indicators looked at, in the order of ``expected``.
  package var outcomes: [NationalIndicator] {
    let irregular: NationalIndicator =
      switch irregular {
      case .share: .irregularShare
      case .number: .irregularWork
      }
    return [irregular, .revenueFromMigrants, .wageMigrant, .nativeEmployment]
  }
}

extension Comparison {
  /// Inputs that no file holds, against a baseline.
  init(_ base: Inputs, _ variants: [Inputs], replicates: Int, until: Day) {
    arms = ([base] + variants).enumerated().map {
      Arm(name: "\($0)", inputs: $1, text: "", evidence: [])
    }
    lives = WorldLives(replicates: replicates)
    self.until = until
    precision = nil
    withCells = false
  }
}
