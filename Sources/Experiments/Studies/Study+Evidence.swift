import Inputs
import Kernel
import Measurement
import Results
import WorldState

extension Study {
  /// What documents say of the migrants, beside what the baseline gives.
  ///
  /// The world never reads these values. Rows marked as fitted set a parameter; all others are left alone.
  static let evidence = Study(
    name: "evidence",
    question: "Which documented facts about migrants does the baseline meet?",
    scales: [0.1], replicates: 3
  ) { settings in
    let end = Day(year: 2007, month: 12, day: 31)
    let runs = try (0..<settings.replicates).map {
      try settings.run(
        settings.inputs, scale: settings.scales[0], replicate: $0, until: end, withTables: true
      ).records
    }
    let rows = Evidence.facts.map { fact in
      fact.cells(runs.map { fact.value(Evidence.Run(records: $0, scale: settings.scales[0])) })
    }
    return [
      StudyTable(
        "The evidence on migrants, scale \(NumberText.shortest(settings.scales[0])), "
          + "\(settings.replicates) replicates",
        columns: ["fact", "simulated", "lowest", "highest", "documented", "", "use"], rows: rows,
        notes: [
          "Fitted rows set a parameter; the others are printed beside the model's value and left alone.",
          "The stock of migrants is a choice among documents that disagree, and so a parameter too.",
        ])
    ]
  }
}

/// Facts of the source documents that the baseline's run covers.
private enum Evidence {
  struct Run {
    var records: RunRecords
    /// Simulated persons for each real one.
    var scale: Double

    private func column(_ name: String) -> Int {
      guard let found = National.indicators.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("there is no indicator '\(name)'")
      }
      return found
    }

    /// A national indicator in one month.
    func at(_ name: String, _ year: Int, _ month: Int) -> Double {
      let column = column(name)
      let found = records.months(of: year).first { $0.month.civil.month == month }
      return found?.national[column] ?? .nan
    }

    /// Summed over a year's months.
    func sum(_ name: String, _ year: Int) -> Double {
      let column = column(name)
      return records.months(of: year).reduce(0) { $0 + ($1.national[column] ?? 0) }
    }

    /// A cell indicator of 2006, summed over the cells that `isWanted`.
    func cells(
      _ indicator: String, month: Int? = nil, _ isWanted: (CellRow) -> Bool
    ) -> Double {
      let column = Cells.indicators.firstIndex { $0.name == indicator } ?? 0
      return records.months(of: 2006).filter { month == nil || $0.month.civil.month == month }
        .flatMap(\.cells).filter(isWanted).reduce(0) { $0 + $1.values[column] }
    }

    /// Part of an origin in those legalised.
    func legalised(from origin: String) -> Double {
      cells("legalised") { $0.origin == origin } / cells("legalised") { _ in true }
    }

    /// Legalised up to the end of a day.
    func legalised(until day: Day) -> Double {
      let column = DailyFlow.allCases.firstIndex(of: .legalised) ?? 0
      let simulated = records.days.filter { $0.day <= day }.reduce(0) { $0 + $1.counts[column] }
      return Double(simulated) / scale
    }
  }

  struct Fact {
    var name: String
    /// What agrees, in real persons, KZT, or shares.
    var documented: ClosedRange<Double>
    var isShare = false
    var isFitted = false
    var value: @Sendable (Run) -> Double

    init(
      _ name: String, _ documented: ClosedRange<Double>, isShare: Bool = false,
      isFitted: Bool = false, _ value: @escaping @Sendable (Run) -> Double
    ) {
      self.name = name
      self.documented = documented
      self.isShare = isShare
      self.isFitted = isFitted
      self.value = value
    }

    func cells(_ values: [Double]) -> [String] {
      func text(_ value: Double) -> String {
        if value.isNaN { return "none" }
        return isShare
          ? NumberText.fixed(100 * value, decimals: 1) + " %"
          : NumberText.grouped(Int(value.rounded()))
      }
      let mean = values.mean ?? .nan
      let isOpen = documented.upperBound > 1e12
      let range =
        isOpen
        ? "over \(text(documented.lowerBound))"
        : documented.lowerBound == documented.upperBound
          ? text(documented.lowerBound)
          : "\(text(documented.lowerBound)) to \(text(documented.upperBound))"
      return [
        name, text(mean), text(values.min() ?? .nan), text(values.max() ?? .nan), range,
        documented.contains(mean) ? "agrees" : "misses", isFitted ? "fitted" : "left alone",
      ]
    }
  }

  static let facts: [Fact] = stocks + amnesty + enforcement

  private static let stocks: [Fact] = [
    Fact("migrants present, June 2006", 475_000...525_000, isFitted: true) {
      $0.at("migrants_present", 2006, 6)
    },
    Fact("without authorisation to work", 427_500...472_500, isFitted: true) {
      $0.at("migrants_unauthorised", 2006, 6)
    },
    Fact("irregularly employed", 360_000...440_000) { $0.at("irregular_employed", 2006, 6) },
    Fact("pay on permits in Astana, June 2006, KZT (E5.1)", 24_030...29_370, isFitted: true) {
      run in
      func isBound(_ cell: CellRow) -> Bool {
        cell.region == "Astana" && ["permit", "card_bound"].contains(cell.authorisation)
      }
      return run.cells("wage_bill", month: 6, isBound) / run.cells("employed", month: 6, isBound)
    },
    Fact("irregular workers to permits in force, June 2006 (E1.7)", 3...1e13) {
      $0.at("irregular_employed", 2006, 6) / $0.at("permits_in_force", 2006, 6)
    },
  ]

  private static let amnesty: [Fact] = [
    Fact("legalised in 2006 (E9.11)", 148_127...181_045, isFitted: true) {
      $0.at("legalised_cumulative", 2006, 12)
    },
    Fact("legalised by 8 August (E9.10)", 1000...1e13) {
      $0.legalised(until: Day(year: 2006, month: 8, day: 8))
    },
    Fact("of them from Uzbekistan (E2.1: 71.1 %)", 0.6...0.8, isShare: true) {
      $0.legalised(from: "Uzbekistan")
    },
    Fact("from Kyrgyzstan (E2.1: 14.5 %)", 0.10...0.20, isShare: true) {
      $0.legalised(from: "Kyrgyzstan")
    },
    Fact("from Russia (E2.1: 6.5 %)", 0.03...0.10, isShare: true) { $0.legalised(from: "Russia") },
    Fact("from Tajikistan (E2.1: 2.8 %)", 0.01...0.05, isShare: true) {
      $0.legalised(from: "Tajikistan")
    },
    Fact("revenue from migrants, August to December 2006, m KZT (E5.7)", 1000...1e13) { run in
      (8...12).reduce(0) { $0 + run.at("revenue_from_migrants", 2006, $1) } / 1e6
    },
    Fact("irregular employment, December to January 2007 (E9.16)", 1...1e13, isShare: true) {
      $0.at("irregular_employed", 2007, 12) / $0.at("irregular_employed", 2007, 1)
    },
    Fact("growth of arrivals not registered, 2006 to 2007 (E1.5: 47 %)", 0.3...0.6, isShare: true) {
      $0.sum("official_arrivals_unregistered", 2007)
        / $0.sum("official_arrivals_unregistered", 2006)
        - 1
    },
  ]

  private static let enforcement: [Fact] = [
    Fact(
      "identified in 2005, of those without authorisation (E10.5)", 0.08...0.10, isShare: true,
      isFitted: true
    ) { $0.sum("identified", 2005) / $0.at("migrants_unauthorised", 2005, 6) },
    Fact(
      "expelled in 2005, of those identified (E10.5-6)", 0.03...0.0375, isShare: true,
      isFitted: true
    ) { $0.sum("expelled", 2005) / $0.sum("identified", 2005) },
  ]
}
