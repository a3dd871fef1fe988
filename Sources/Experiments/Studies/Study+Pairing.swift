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
    let until = settings.until ?? Day(year: 2007, month: 12, day: 31)
    let plain = try Pairing.runs(base, until, settings)
    return try [
      StudyTable(
        "Variance with independent draws over variance with the same draws, scale "
          + NumberText.shortest(scale),
        columns: ["indicator, mean of the year after"] + Pairing.reforms.map(\.name),
        rows: Pairing.table(base, plain, until, settings),
        notes: [
          "\(settings.replicates) replicates; the year is 2007, or the last of the run. So many times "
            + "more replicates would independent draws need for the same interval."
        ])
    ]
  }
}

private enum Pairing {
  static let day = Day(year: 2006, month: 7, day: 1)

  /// A minimum wage from a day on: what hits few people and what hits many.
  static let reforms: [(name: String, amount: Double)] = [
    ("minimum wage 9,800", 9_800), ("12,000", 12_000), ("15,000", 15_000), ("25,000", 25_000),
  ]

  static let indicators = [
    "native_unemployment_rate", "native_employment", "informal_share", "wage_native",
    "wage_native_low", "vacancies", "hires", "income_tax", "wage_bill",
  ]

  static func runs(
    _ inputs: Inputs, _ until: Day, _ settings: StudySettings
  ) throws -> [RunRecords] {
    try (0..<settings.replicates).map {
      try settings.run(inputs, scale: inputs.run.scale, replicate: $0, until: until, workers: 1)
        .records
    }
  }

  static func table(
    _ base: Inputs, _ plain: [RunRecords], _ until: Day, _ settings: StudySettings
  ) throws -> [[String]] {
    let reformed = try reforms.map { reform in
      var inputs = base
      var lever = MinimumWage()
      lever.amount = reform.amount
      inputs.measures.removeAll { $0.lever is MinimumWage }
      inputs.measures.append(Measure(name: "reform", from: day, until: nil, lever: lever))
      return try runs(inputs, until, settings)
    }
    let year = until.civil.year
    let pairs = PairedEstimates(most: settings.replicates)
    return indicators.map { name in
      [name]
        + reformed.map { runs in
          let estimate = pairs.estimate(
            plain.map { $0.mean(name, year: year) }, runs.map { $0.mean(name, year: year) })
          return estimate.pairingGain.map { "×" + NumberText.fixed($0, decimals: 1) } ?? "–"
        }
    }
  }
}
