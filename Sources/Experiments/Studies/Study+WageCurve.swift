import Inputs
import Kernel
import Measurement
import Results
import Statistics

extension Study {
  /// Whether pay answers how easily work is found: to shocks of demand by region, and to migrants who are gone.
  static let wageCurve = Study(
    name: "wage-curve",
    question:
      "How does pay answer unemployment by region, and what do natives earn without migrants?",
    scales: [0.05], replicates: 6
  ) { settings in
    [
      try WageCurve.acrossRegions(settings), try WageCurve.withoutMigrants(settings),
      try WageCurve.asPostsFollow(settings),
    ]
  }
}

private enum WageCurve {
  static let years = 3
  /// Posts wanted in every other region, to those without the shock.
  static let shock = 0.95
  /// What the elasticity of pay to unemployment lies between (Blanchflower and Oswald 1994).
  static let documented = -0.15...(-0.05)
  /// What the low-skilled gain in the last year, where posts do not follow those who are gone.
  static let gain = 0.01...0.05

  /// The years looked at, from the run's first on.
  static func span(_ settings: StudySettings) -> (years: [Int], end: Day) {
    let first = settings.inputs.run.from.civil.year
    let last = settings.until ?? settings.inputs.run.until
    let years = (first..<(first + Self.years)).filter {
      Day(year: $0, month: 12, day: 31) <= last
    }
    return (years, Day(year: years.last ?? first, month: 12, day: 31))
  }

  /// The country in which posts follow demand alone: a shock then lasts, and nobody's posts follow those who are gone.
  static func holdingPosts(_ inputs: Inputs) -> Inputs {
    var held = inputs
    held.behaviour.demand.response = 0
    held.behaviour.demand.ownResponse = 0
    return held
  }

  static func interval(_ values: [Double], _ text: (Double) -> String) -> [String] {
    let interval = try? ConfidenceInterval(ofMean: values)
    return [
      text(values.mean ?? .nan),
      interval.map { "\(text($0.lower)) to \(text($0.upper))" } ?? "–",
    ]
  }

  static func percent(_ value: Double) -> String {
    (value >= 0 ? "+" : "−") + NumberText.fixed(abs(100 * value), decimals: 2) + " %"
  }

  static func number(_ value: Double) -> String {
    (value < 0 ? "−" : "") + NumberText.fixed(abs(value), decimals: 3)
  }
}

extension WageCurve {
  /// Demand falls in every other region: how much pay there falls for how much more unemployment, against the other
  /// regions. What hits all regions alike drops out, as from a curve with effects of years and regions.
  static func acrossRegions(_ settings: StudySettings) throws -> StudyTable {
    let (years, end) = span(settings)
    let regions = settings.inputs.country.regions.map(\.name)
    let hit = regions.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    var demand = DemandShock()
    demand.size = shock
    demand.regions = Members(hit, of: regions)
    let base = holdingPosts(settings.inputs)
    var shocked = base
    shocked.measures.append(Measure(name: "wage-curve", from: base.run.from, lever: demand))
    var changes = [[RegionChange]](repeating: [], count: years.count)
    for replicate in 0..<settings.replicates {
      let runs = try [base, shocked].map {
        try settings.run(
          $0, scale: settings.scales[0], replicate: replicate, until: end, withTables: true
        ).records
      }
      for (place, year) in years.enumerated() {
        changes[place].append(RegionChange(runs[0], runs[1], year: year, hit: hit))
      }
    }
    let rows = zip(years, changes).map { year, changes in
      ["\(year)"] + interval(changes.map(\.unemployment), percent)
        + interval(changes.map(\.pay), percent)
        + interval(changes.map { $0.pay / $0.unemployment }, number)
    }
    let last = (changes.last ?? []).map { $0.pay / $0.unemployment }.mean ?? .nan
    return StudyTable(
      "Pay and unemployment of natives where demand fell by "
        + "\(NumberText.fixed(100 * (1 - shock), decimals: 0)) %, against the other regions, scale "
        + "\(NumberText.shortest(settings.scales[0])), \(settings.replicates) replicates",
      columns: [
        "year", "unemployment rate", "95 % interval", "pay", "95 % interval", "elasticity",
        "95 % interval",
      ], rows: rows,
      notes: [
        "Posts answer the shock alone (`behaviour.demand.response` and `own_response` are 0), so that it lasts. "
          + "Pay is that of formal and informal jobs, for given skill and ability (`native_work` of the table of flows). The elasticity of the last year lies between "
          + "\(number(documented.lowerBound)) and \(number(documented.upperBound)) where pay answers as "
          + "documented (Blanchflower and Oswald 1994)."
      ],
      holds: years.count == Self.years ? documented.contains(last) : nil)
  }

  /// Nearly all migrants are expelled, and posts do not follow: what natives earn then.
  static func withoutMigrants(_ settings: StudySettings) throws -> StudyTable {
    let (years, end) = span(settings)
    let (base, removed) = withAndWithout(holdingPosts(settings.inputs))
    var pairs: [(with: RunRecords, without: RunRecords)] = []
    for replicate in 0..<settings.replicates {
      let runs = try [base, removed].map {
        try settings.run($0, scale: settings.scales[0], replicate: replicate, until: end).records
      }
      pairs.append((runs[0], runs[1]))
    }
    func changes(_ name: NationalIndicator, _ year: Int, asPart: Bool = true) -> [Double] {
      pairs.compactMap { pair in
        guard let with = pair.with.mean(name, year: year),
          let without = pair.without.mean(name, year: year)
        else { return nil }
        return asPart ? without / with - 1 : without - with
      }
    }
    let rows = years.map { year in
      ["\(year)", percent(changes(.migrantsPresent, year).mean ?? .nan)]
        + interval(changes(.nativeUnemploymentRate, year, asPart: false), percent)
        + interval(changes(.wageNativeLowAll, year), percent)
        + interval(changes(.wageNativeLow, year), percent)
        + interval(changes(.wageNative, year), percent)
        + [percent(changes(.wageNativeInformal, year).mean ?? .nan)]
    }
    let gains = years.map { changes(.wageNativeLowAll, $0).mean ?? .nan }
    return StudyTable(
      "Without migrants and with posts held: changes against the same country with them, scale "
        + "\(NumberText.shortest(settings.scales[0])), \(settings.replicates) replicates",
      columns: [
        "year", "migrants", "unemployment rate", "95 % interval", "pay, low-skilled",
        "95 % interval", "formal pay, low-skilled", "95 % interval", "formal pay, all",
        "95 % interval", "informal pay, all",
      ], rows: rows,
      notes: [
        "An operation of 60 times the usual checks expels whoever is found; `behaviour.demand.response` and "
          + "`own_response` are 0. Unemployment in points; pay of natives. It agrees where the low-skilled "
          + "never lose, and gain \(percent(gain.lowerBound)) to \(percent(gain.upperBound)) in the last year."
      ],
      holds: years.count == Self.years
        ? gains.allSatisfy { $0 >= 0 } && gain.contains(gains.last ?? .nan) : nil)
  }
}

extension WageCurve {
  /// A country, and the same in which nearly all migrants are expelled from the run's first day on.
  private static func withAndWithout(_ inputs: Inputs) -> (base: Inputs, removed: Inputs) {
    var base = inputs
    base.measures.removeAll { $0.lever is Operation }
    var removal = Operation()
    removal.capacity = 60
    removal.expulsion = 1
    var removed = base
    removed.measures.append(Measure(name: "wage-curve", from: base.run.from, lever: removal))
    return (base, removed)
  }

  /// How fast posts follow those who are gone, a year.
  private static let speeds: [Double?] = [0, 0.1, 0.5, 3, nil]

  /// Nearly all migrants are expelled, and posts follow at one speed or another: how many natives work, year by year.
  static func asPostsFollow(_ settings: StudySettings) throws -> StudyTable {
    let run = settings.inputs.run
    let last = settings.until ?? run.until
    let years = (run.from.civil.year...last.civil.year).filter {
      Day(year: $0, month: 12, day: 31) <= last
    }
    var signs: Set<Bool> = []
    var rows: [[String]] = []
    for speed in speeds {
      var inputs = settings.inputs
      inputs.behaviour.demand.adjustment = speed
      let (base, removed) = withAndWithout(inputs)
      let pairs = try (0..<settings.replicates).map { replicate in
        try [base, removed].map {
          try settings.run($0, scale: settings.scales[0], replicate: replicate, until: last).records
        }
      }
      let changes = years.map { year in
        pairs.compactMap { pair -> Double? in
          guard let with = pair[0].mean(.nativeEmployment, year: year),
            let without = pair[1].mean(.nativeEmployment, year: year)
          else { return nil }
          return without / with - 1
        }
      }
      for change in changes {
        guard let interval = try? ConfidenceInterval(ofMean: change) else { continue }
        if interval.lower > 0 { signs.insert(true) }
        if interval.upper < 0 { signs.insert(false) }
      }
      rows.append(
        [speed.map { NumberText.shortest($0) } ?? "at once"]
          + changes.map { interval($0, percent).joined(separator: " (") + ")" })
    }
    return StudyTable(
      "Natives at work without migrants, by how fast posts follow (`behaviour.demand.adjustment`): changes against the "
        + "same country with migrants, and 95 % intervals, scale \(NumberText.shortest(settings.scales[0])), "
        + "\(settings.replicates) replicates",
      columns: ["adjustment, a year"] + years.map { "\($0)" }, rows: rows,
      notes: ["It agrees where neither a gain nor a loss alone is told apart from chance."],
      holds: settings.replicates > 1 ? signs.count == 2 : nil)
  }
}

/// How natives' unemployment and pay moved in the regions that were hit, less how they moved in the others: logarithms.
private struct RegionChange {
  var unemployment: Double
  var pay: Double

  init(_ before: RunRecords, _ after: RunRecords, year: Int, hit: [String]) {
    let (hitBefore, othersBefore) = Self.natives(before, year, hit)
    let (hitAfter, othersAfter) = Self.natives(after, year, hit)
    unemployment =
      exactLog(hitAfter.unemployment / hitBefore.unemployment)
      - exactLog(othersAfter.unemployment / othersBefore.unemployment)
    pay =
      exactLog(hitAfter.meanPay / hitBefore.meanPay)
      - exactLog(othersAfter.meanPay / othersBefore.meanPay)
  }

  /// Sums over a year's months.
  private struct Natives {
    var searching = 0.0
    var present = 0.0
    var pay = 0.0
    var work = 0.0

    var unemployment: Double { searching / present }
    /// Of given skill and ability: who has a job when few do is abler than others.
    var meanPay: Double { pay / work }

    mutating func add(_ row: CellRow) {
      func value(_ column: Cells.Column) -> Double { row.values[column.place] }
      searching += value(.searching)
      present += value(.present)
      pay += value(.wageBill)
    }
  }

  private static func natives(
    _ records: RunRecords, _ year: Int, _ hit: [String]
  ) -> (hit: Natives, others: Natives) {
    var sums = (hit: Natives(), others: Natives())
    for month in records.months(of: year) {
      for row in month.cells where row.authorisation == Cells.authorisations[0] {
        if hit.contains(row.region) { sums.hit.add(row) } else { sums.others.add(row) }
      }
      for row in month.flows {
        let work = row.values[Flows.placeOfNativeWork]
        if hit.contains(row.region) { sums.hit.work += work } else { sums.others.work += work }
      }
    }
    return sums
  }
}
