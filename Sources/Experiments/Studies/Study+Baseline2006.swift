import Inputs
import Kernel
import Measurement
import Results

extension Study {
  /// The baseline's 2006 beside the documented one.
  static let baseline2006 = Study(
    name: "baseline-2006",
    question: "Does the baseline's 2006 lie within the tolerances of the documented one?",
    scales: [0.1], replicates: 1
  ) { settings in
    let scale = settings.scales[0]
    let end = Day(year: 2006, month: 12, day: 31)
    let records = try (0..<settings.replicates).map {
      try settings.run(
        settings.inputs, scale: scale, replicate: $0, until: end, withTables: true
      ).records
    }
    let rows = Documented2006.rows(settings.inputs, records)
    return [
      StudyTable(
        "The baseline's 2006, scale \(NumberText.shortest(scale))",
        columns: ["mean of 2006", "simulated", "documented", "tolerance", ""],
        rows: rows.map(\.cells),
        notes: [
          "Tolerances were written down before the run. Vacancies are not documented: about 2 % "
            + "of posts is what the baseline aims at."
        ],
        holds: rows.allSatisfy { $0.agrees ?? true })
    ]
  }
}

/// What is documented of 2006, and how near a run must come. Official statistics, unless said otherwise.
private enum Documented2006 {
  struct Row {
    var name: String
    var simulated: Double
    var documented: Double
    /// Largest difference; nil where the row is for information alone.
    var tolerance: Double?
    var isMoney = false

    var agrees: Bool? { tolerance.map { abs(simulated - documented) <= $0 } }

    var cells: [String] {
      func text(_ value: Double) -> String {
        isMoney
          ? NumberText.fixed(value, decimals: 0) + " KZT"
          : NumberText.fixed(100 * value, decimals: 1) + " %"
      }
      let within =
        tolerance.map {
          isMoney
            ? "±\(NumberText.fixed(100 * $0 / documented, decimals: 0)) %"
            : "±\(NumberText.fixed(100 * $0, decimals: 1)) points"
        } ?? "–"
      return [
        name, text(simulated), text(documented), within,
        agrees.map { $0 ? "agrees" : "misses" } ?? "information",
      ]
    }
  }

  static func rows(_ inputs: Inputs, _ records: [RunRecords]) -> [Row] {
    func mean(_ name: String) -> Double {
      records.compactMap { $0.mean(name, year: 2006) }.mean ?? .nan
    }
    return [
      Row(
        name: "unemployment", simulated: mean("native_unemployment_rate"), documented: 0.078,
        tolerance: 0.005),
      Row(
        name: "informal, of the employed", simulated: mean("informal_share"), documented: 0.422,
        tolerance: 0.02),
      // The average wage is recalled, not checked against a document.
      Row(
        name: "average wage", simulated: mean("wage_native"), documented: 40_790,
        tolerance: 0.05 * 40_790, isMoney: true),
      Row(name: "vacancies, of all posts", simulated: mean("vacancy_rate"), documented: 0.02),
    ] + sectors(records) + regions(inputs, records)
  }

  /// Employment by group of sectors.
  private static func sectors(_ records: [RunRecords]) -> [Row] {
    let named = ["agriculture": 0, "industry": 1, "construction": 1]
    let groups = [
      ("agriculture, of employment", 0.311), ("industry and construction", 0.182),
      ("services", 0.507),
    ]
    let shares = shares(records, "employed", groups.count) { named[$0.sector] ?? 2 }
    return zip(groups, shares).map { group, share in
      Row(name: group.0, simulated: share, documented: group.1, tolerance: 0.01)
    }
  }

  /// The labour force by region, which is documented as the table's part of the population.
  private static func regions(_ inputs: Inputs, _ records: [RunRecords]) -> [Row] {
    let regions = inputs.country.regions
    let all = regions.reduce(0) { $0 + $1.population }
    let shares = shares(records, "present", regions.count) { cell in
      regions.firstIndex { $0.name == cell.region } ?? 0
    }
    return zip(regions, shares).map { region, share in
      Row(
        name: "\(region.name), of the labour force", simulated: share,
        documented: region.population / all, tolerance: 0.01)
    }
  }

  /// Parts of natives in a cell indicator's sum over 2006 by the number that `part` gives a cell.
  ///
  /// The labour force survey that the documented shares come from, and the population they are read from, know
  /// residents: migrants who are not registered are in neither.
  private static func shares(
    _ records: [RunRecords], _ indicator: String, _ count: Int, _ part: (CellRow) -> Int
  ) -> [Double] {
    let column = Cells.indicators.firstIndex { $0.name == indicator } ?? 0
    var sums = [Double](repeating: 0, count: count)
    let cells = records.flatMap { $0.months(of: 2006) }.flatMap(\.cells)
    for cell in cells where cell.authorisation == "native" {
      sums[part(cell)] += cell.values[column]
    }
    let all = sums.reduce(0, +)
    return sums.map { $0 / all }
  }
}
