import Inputs
import Kernel
import Measurement
import Results

extension Study {
  /// Whether migrants keep coming in rising numbers when nothing draws them but what was there before.
  static let heldDrivers = Study(
    name: "held-drivers",
    question: "Do arrivals go on growing when all drivers stand still?",
    scales: [0.02], replicates: 4
  ) { settings in
    let scale = settings.scales[0]
    let first = settings.inputs.run.from.civil.year
    let inputs = settings.inputs.withDrivers(of: Day(year: first + 2, month: 7, day: 1))
    let until = settings.until ?? inputs.run.until
    let records = try settings.replicates(of: inputs, scale: scale, until: until)
    let last = until.civil.month == 12 ? until.civil.year : until.civil.year - 1
    let rows = (first...max(first, last)).map { year in
      ["\(year)"]
        + HeldDrivers.indicators.map { name in
          HeldDrivers.figure(records.compactMap { $0.mean(name, year: year) }.mean ?? .nan)
        }
    }
    let change = HeldDrivers.change(records, from: first + 3, to: last)
    return [
      StudyTable(
        "Means of the year under the drivers of \(first + 2), scale \(NumberText.shortest(scale))",
        columns: ["year"] + HeldDrivers.indicators.map(\.name), rows: rows,
        notes: [
          "Labour force, pay, prices, posts and pay at home are those of mid-\(first + 2) throughout; the law moves as ever. "
            + "Mean of \(settings.replicates) replicates."
        ] + (change.map { [HeldDrivers.sentence($0, from: first + 3, to: last)] } ?? []),
        holds: change.map { abs($0) <= HeldDrivers.tolerance })
    ]
  }
}

private enum HeldDrivers {
  static let indicators: [NationalIndicator] = [
    .arrivals, .migrantsPresent, .irregularEmployed, .nativeUnemploymentRate, .vacancies,
  ]
  /// Largest change of arrivals, to those of the fourth year, when laws of the first three have worked.
  static let tolerance = 0.1

  /// Nil where the run is too short to tell.
  static func change(_ records: [RunRecords], from: Int, to last: Int) -> Double? {
    guard last > from,
      let before = records.compactMap({ $0.mean(.arrivals, year: from) }).mean,
      let after = records.compactMap({ $0.mean(.arrivals, year: last) }).mean, before > 0
    else { return nil }
    return after / before - 1
  }

  static func sentence(_ change: Double, from: Int, to last: Int) -> String {
    let percent = NumberText.fixed(100 * change, decimals: 1)
    return "Arrivals of \(last) to those of \(from): \(change >= 0 ? "+" : "")\(percent) %; "
      + "a tenth either way counts as standing still."
  }

  static func figure(_ value: Double) -> String {
    NumberText.fixed(value, decimals: value < 10 ? 4 : 0)
  }
}

extension Inputs {
  /// The same country with the drivers of one day throughout, at home too.
  func withDrivers(of day: Day) -> Inputs {
    var held = standingStill(from: day)
    let incomes = homeIncomes(on: day)
    for origin in held.country.origins.indices {
      held.country.origins[origin].homeIncome = incomes[origin]
    }
    return held
  }

  /// The same country whose labour force, pay, prices, posts and people stay for ever as on one day, and whose
  /// origins' pay does not grow.
  func standingStill(from day: Day) -> Inputs {
    var held = self
    let economy = country.economy(on: day)
    if var row = country.drivers.last(where: { $0.date <= day }) ?? country.drivers.first {
      row.date = min(row.date, run.from)
      row.labourForce = economy.labourForce
      row.payIndex = economy.payIndex
      row.employmentTrend = 1
      row.priceIndex = economy.priceIndex
      held.country.drivers = [row]
    }
    held.country.sectorDemand = []
    for origin in held.country.origins.indices { held.country.origins[origin].homeGrowth = 0 }
    for region in held.country.regions.indices {
      held.country.regions[region].populationNextYear = held.country.regions[region].population
    }
    return held
  }
}
