import Inputs
import Kernel
import Measurement
import Results

extension Study {
  /// What common luck is worth: the variance of a reform's effect against that of independent runs.
  static let pairing = Study(
    name: "pairing",
    question:
      "How many fewer replicates are needed because runs use the same random draws, for small and large reforms?",
    scales: [0.01], replicates: 20
  ) { settings in
    let scale = settings.scales[0]
    var base = settings.inputs
    base.run.scale = scale
    let until = settings.until ?? Day(year: settings.secondYear + 1, month: 12, day: 31)
    let plain = try Pairing.runs(base, until, settings)
    return try [
      StudyTable(
        "Variance with independent draws over variance with the same draws, scale "
          + NumberText.shortest(scale),
        columns: ["indicator, mean of the year after"] + Pairing.reforms.map(\.name),
        rows: Pairing.table(base, plain, until, settings),
        notes: [
          "\(settings.replicates) replicates; the year is the run's third, or the last simulated. So many times "
            + "more replicates would independent draws need for the same interval."
        ])
    ]
  }
}

private enum Pairing {
  /// A minimum wage from the second year's middle on, to the table's: what hits few people and what hits many.
  static let reforms: [(name: String, multiple: Double)] = [
    ("minimum wage ×1.065", 1.065), ("×1.3", 1.3), ("×1.63", 1.63), ("×2.72", 2.72),
  ]

  static let indicators: [NationalIndicator] = [
    .nativeUnemploymentRate, .nativeEmployment, .informalShare, .wageNative,
    .wageNativeLow, .vacancies, .hires, .incomeTax, .wageBill,
  ]

  static func runs(
    _ inputs: Inputs, _ until: Day, _ settings: StudySettings
  ) throws -> [RunRecords] {
    try settings.replicates(of: inputs, scale: inputs.run.scale, until: until, workers: 1)
  }

  static func table(
    _ base: Inputs, _ plain: [RunRecords], _ until: Day, _ settings: StudySettings
  ) throws -> [[String]] {
    let day = Day(year: settings.secondYear, month: 7, day: 1)
    let wage = LawInForce(base, on: day).payroll.minimumWage
    let reformed = try reforms.map { reform in
      var inputs = base
      var lever = MinimumWage()
      lever.amount = (reform.multiple * wage).rounded()
      inputs.measures.removeAll { $0.lever is MinimumWage }
      inputs.measures.append(Measure(name: "reform", from: day, until: nil, lever: lever))
      return try runs(inputs, until, settings)
    }
    let year = until.civil.year
    let pairs = PairedEstimates(WorldLives(replicates: settings.replicates))
    return indicators.map { name in
      [name.name]
        + reformed.map { runs in
          let estimate = pairs.estimate(
            plain.map { $0.mean(name, year: year) }, runs.map { $0.mean(name, year: year) })
          return estimate.pairingGain.map { "×" + NumberText.fixed($0, decimals: 1) } ?? "–"
        }
    }
  }
}
