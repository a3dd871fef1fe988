import Kernel
import Measurement
import Results
import Statistics

extension Study {
  /// Whether a sample of the country behaves like the whole.
  static let scaleAgreement = Study(
    name: "scale-agreement",
    question:
      "How far are national indicators, and the effects of three reforms, at smaller scales from the largest?",
    scales: [1, 0.1, 0.01], replicates: 20
  ) { settings in
    let scales = settings.scales.sorted(by: >)
    let end = Day(year: settings.secondYear, month: 12, day: 31)
    // Small scales first: a fault shows early.
    var means: [[RunRecords]] = []
    for scale in scales.reversed() {
      means.insert(try settings.replicates(of: settings.inputs, scale: scale, until: end), at: 0)
    }
    let levels = try zip(scales, means).dropFirst().map { scale, records in
      try ScaleAgreement.table(
        scale, records, reference: scales[0], means[0], year: settings.secondYear)
    }
    return try levels + ScaleReforms.tables(scales, settings)
  }
}

private enum ScaleAgreement {
  static let indicators: [NationalIndicator] = [
    .nativeUnemploymentRate, .nativeEmployment, .informalShare, .wageNative,
    .wageNativeLow, .vacancies, .hires, .incomeTax, .socialTax, .wageBill,
  ]

  /// Migrants are a twentieth of all and their law is about a few thousand a month: shown beside the others, and nothing is
  /// promised for them.
  static let beside: [NationalIndicator] = [
    .migrantsPresent, .irregularEmployed, .wageIrregular, .permitsIssued, .identified,
    .legalised,
  ]

  /// Largest bias of a scale, to the largest scale's mean: 1 % at a tenth of the country, 3 % at a
  /// hundredth. Below that nothing is promised.
  static func tolerance(_ scale: Double) -> Double? {
    scale >= 0.1 ? 0.01 : scale >= 0.01 ? 0.03 : nil
  }

  static func table(
    _ scale: Double, _ records: [RunRecords], reference: Double, _ largest: [RunRecords],
    year: Int
  ) throws -> StudyTable {
    let tolerance = tolerance(scale)
    var rows: [[String]] = []
    var holds = true
    for name in indicators + beside {
      let here = records.compactMap { $0.mean(name, year: year) }
      let there = largest.compactMap { $0.mean(name, year: year) }
      let level = there.mean ?? .nan
      let difference = try ConfidenceInterval(ofMean: here, minusMeanOf: there)
      let bias = difference.estimate / level
      let isWithin = indicators.contains(name) ? tolerance.map { abs(bias) <= $0 } : nil
      holds = holds && isWithin ?? true
      rows.append([
        name.name, figure(level), figure(here.mean ?? .nan), percent(bias),
        "\(percent(difference.lower / level)) to \(percent(difference.upper / level))",
        isWithin.map { $0 ? "agrees" : "misses" } ?? "–",
      ])
    }
    let names = (NumberText.shortest(reference), NumberText.shortest(scale))
    return StudyTable(
      "Scale \(names.1) against scale \(names.0), mean of \(year), \(records.count) replicates each",
      columns: [
        "indicator", "scale \(names.0)", "scale \(names.1)", "bias", "95 % interval of the bias",
        tolerance.map { "within \(NumberText.shortest(100 * $0)) %" } ?? "",
      ],
      rows: rows,
      notes: [
        "The interval is of the mean's difference between independent samples (Welch): what chance "
          + "leaves open after so many replicates."
      ],
      holds: tolerance == nil ? nil : holds)
  }

  private static func percent(_ value: Double) -> String {
    (value >= 0 ? "+" : "") + NumberText.fixed(100 * value, decimals: 2) + " %"
  }

  private static func figure(_ value: Double) -> String {
    value < 10 ? NumberText.fixed(value, decimals: 4) : NumberText.fixed(value, decimals: 0)
  }
}
