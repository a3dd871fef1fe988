import Kernel
import Measurement
import Results

/// From runs to paired differences.
struct ComparisonStatistics {
  /// Some months that are looked at together, by their mean.
  struct Period {
    var name: String
    var months: [Int]
  }

  /// By scenario and run, the baseline first; replicates, then second lives of worlds.
  let runs: [[ComparedRun]]
  let months: [Day]
  /// Columns of the runs' national series.
  let indicators: [Indicator]
  let money: MoneyUnits
  let pairs: PairedEstimates

  init(
    _ runs: [[ComparedRun]], _ lives: WorldLives, _ indicators: [Indicator], _ money: MoneyUnits
  ) {
    self.runs = runs
    self.indicators = indicators
    self.money = money
    months = runs[0][0].months
    pairs = PairedEstimates(lives)
  }

  /// The first month in which any national number of any replicate differs from the baseline's.
  func firstDifference(variant: Int) -> Int? {
    months.indices.first { month in
      zip(runs[0], runs[variant]).contains { $0.national[month] != $1.national[month] }
    }
  }

  /// Years that have a month in the run, the months from the first difference on, and all.
  func coarsePeriods(variant: Int) -> [Period] {
    let first = firstDifference(variant: variant) ?? 0
    var years: [Period] = []
    for (place, month) in months.enumerated() {
      let name = "\(month.civil.year)"
      if years.last?.name == name {
        years[years.count - 1].months.append(place)
      } else {
        years.append(Period(name: name, months: [place]))
      }
    }
    return years + [
      Period(name: Effect.after, months: Array(first..<months.count)),
      Period(name: Effect.all, months: Array(months.indices)),
    ]
  }

  /// Of some indicators, in the scenario's currency alone.
  func nationalEffects(variant: Int, of names: Set<String>) -> [Effect] {
    let periods = monthsAndPeriods(variant: variant)
    return indicators.indices.filter { names.contains(indicators[$0].name) }
      .map { effect(column: $0, variant: variant, periods: periods) }
  }

  private func monthsAndPeriods(variant: Int) -> [Period] {
    months.enumerated().map { Period(name: $1.monthText, months: [$0]) }
      + coarsePeriods(variant: variant)
  }

  func nationalEffects(variant: Int) -> [Effect] {
    let periods = monthsAndPeriods(variant: variant)
    return indicators.indices.flatMap { column in
      let units = indicators[column].unit.isMoney ? money.known : [.own]
      return units.map { effect(column: column, variant: variant, periods: periods, in: $0) }
    }
  }

  /// The one estimate that precision is about.
  func after(_ outcome: String, variant: Int) -> Estimate? {
    guard let column = indicators.firstIndex(where: { $0.name == outcome }) else {
      return nil
    }
    let periods = coarsePeriods(variant: variant).filter { $0.name == Effect.after }
    return effect(column: column, variant: variant, periods: periods).estimates.first
  }

  /// The months from the first difference on.
  func monthsAfter(variant: Int) -> [Int] {
    coarsePeriods(variant: variant).first { $0.name == Effect.after }?.months ?? []
  }

  private func effect(
    column: Int, variant: Int, periods: [Period], in unit: MoneyUnit = .own
  ) -> Effect {
    let indicator = indicators[column]
    return Effect(
      variant: variant, dimension: unit.dimension, member: "", indicator: indicator.name,
      unit: indicator.unit.text(money: money.word(unit)), periods: periods.map(\.name),
      estimates: periods.map { period in
        pairs.estimate(
          means(runs[0], column, period.months, in: unit),
          means(runs[variant], column, period.months, in: unit))
      })
  }

  /// An indicator's mean over some months, by run.
  func means(
    _ runs: [ComparedRun], _ column: Int, _ months: [Int], in unit: MoneyUnit = .own
  ) -> [Double?] {
    runs.map { run in
      mean(
        months.map { month in
          run.national[month][column].map {
            unit == .own ? $0 : $0 * money.factor(unit, month: month)
          }
        })
    }
  }

  /// Effects by region, sector, origin, authorisation and payer.
  ///
  /// - Parameter order: Members in the order of the country's tables; others follow by name.
  func marginEffects(variant: Int, order: [String]) -> [Effect] {
    let periods = coarsePeriods(variant: variant)
    // A finished run folder has cells of its first replicate alone.
    let paired = zip(runs[0], runs[variant]).filter {
      !$0.margins.keys.isEmpty && !$1.margins.keys.isEmpty
    }
    let base = paired.map(\.0.margins.byKey)
    let other = paired.map(\.1.margins.byKey)
    let places = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let dimensions = ["region", "sector", "origin", "authorisation", "payer"]
    func rank(_ key: MarginKey) -> (Int, Int, String) {
      (
        dimensions.firstIndex(of: key.dimension) ?? dimensions.count,
        places[key.member] ?? order.count, key.member
      )
    }
    let keys = Set((base + other).flatMap(\.keys)).sorted {
      rank($0) == rank($1) ? column(of: $0) < column(of: $1) : rank($0) < rank($1)
    }
    return keys.map { key in
      func means(_ runs: [[MarginKey: [Double]]], _ period: Period) -> [Double?] {
        // Where a run has no such row there was nobody: zero, not unknown.
        runs.map { run in
          run[key].map { series in mean(period.months.map { series[$0] }) } ?? 0
        }
      }
      return Effect(
        variant: variant, dimension: key.dimension, member: key.member, indicator: key.indicator,
        unit: unit(of: key), periods: periods.map(\.name),
        estimates: periods.map { pairs.estimate(means(base, $0), means(other, $0)) })
    }
  }

  private func column(of key: MarginKey) -> (Int, String) {
    (Cells.indicators.firstIndex { $0.name == key.indicator } ?? Int.max, key.indicator)
  }

  private func unit(of key: MarginKey) -> String {
    let unit =
      Cells.indicators.first { key.dimension != "payer" && $0.name == key.indicator }?.unit
      ?? .moneyPerMonth
    return unit.text(money: money.currency.code)
  }

  /// Of the months in which there was anybody to measure.
  private func mean(_ values: [Double?]) -> Double? {
    var sum = 0.0
    var count = 0
    for case let value? in values {
      sum += value
      count += 1
    }
    return count == 0 ? nil : sum / Double(count)
  }
}

extension Margins {
  var byKey: [MarginKey: [Double]] {
    Dictionary(zip(keys, series), uniquingKeysWith: { first, _ in first })
  }
}
