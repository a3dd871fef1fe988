import Inputs
import Kernel
import Measurement
import Results

extension Study {
  /// Whether the world rests when nothing moves it.
  static let drift = Study(
    name: "drift",
    question: "Do stocks drift after the burn-in when law and drivers are held constant?",
    scales: [0.1], replicates: 5
  ) { settings in
    let scale = settings.scales[0]
    let inputs = settings.inputs.held(years: Drift.years)
    let first = inputs.run.from.civil.year
    let records = try settings.replicates(of: inputs, scale: scale, until: inputs.run.until)
    var holds = true
    let rows = Drift.indicators.map { name -> [String] in
      let years = (first..<(first + Drift.years)).map { year in
        records.compactMap { $0.mean(name, year: year) }.mean ?? .nan
      }
      let drift = Drift.yearlyGrowth(years)
      holds = holds && abs(drift) < Drift.tolerance
      return [name.name] + years.map(Drift.figure)
        + [
          (drift >= 0 ? "+" : "") + NumberText.fixed(100 * drift, decimals: 2) + " %",
          abs(drift) < Drift.tolerance ? "rests" : "drifts",
        ]
    }
    return [
      StudyTable(
        "Stocks under the law and drivers of the first day, scale \(NumberText.shortest(scale))",
        columns: ["mean of the year"] + (first..<(first + Drift.years)).map { "\($0)" }
          + ["a year", "under 1 %"],
        rows: rows,
        notes: [
          "Mean of \(settings.replicates) replicates; the drift is the slope of a line through the "
            + "years' logarithms."
        ],
        holds: holds)
    ]
  }
}

private enum Drift {
  static let years = 5
  /// Largest drift a year, to the stock.
  static let tolerance = 0.01
  static let indicators: [NationalIndicator] = [
    .nativeLabourForce, .nativeEmployment, .nativeFormal, .nativeInformal,
    .nativeOwnAccount, .nativeUnemploymentRate, .informalShare, .vacancies, .wageNative,
    .wageBill,
  ]

  /// The slope of a straight line through the logarithms: years in between count too, so that one odd
  /// year at an end does not pass for a drift.
  static func yearlyGrowth(_ years: [Double]) -> Double {
    let middle = Double(years.count - 1) / 2
    var sum = 0.0
    var squares = 0.0
    for (year, value) in years.enumerated() {
      sum += (Double(year) - middle) * exactLog(value)
      squares += (Double(year) - middle) * (Double(year) - middle)
    }
    return exactExp(sum / squares) - 1
  }

  static func figure(_ value: Double) -> String {
    value < 10 ? NumberText.fixed(value, decimals: 4) : NumberText.fixed(value, decimals: 0)
  }
}

extension Inputs {
  /// The same country with its first day's law and drivers for ever, for whole years from that day on.
  func held(years: Int) -> Inputs {
    let first = run.from
    var held = standingStill(from: first)
    held.country.amounts = [country.amounts.last { $0.from <= first } ?? country.amounts[0]]
    // Nor does the world outside change: neither pay at home nor the readiness to leave it.
    held.behaviour.migration.entryGrowth = 0
    held.measures = measures.filter { $0.holds(on: first) }.map { measure in
      var measure = measure
      measure.until = nil
      return measure
    }
    held.run.until = first.adding(months: 12 * years) - 1
    return held
  }
}
