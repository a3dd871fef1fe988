import Kernel
import Measurement
import Results

/// The charts of one variant, what the script reads from them, and the files that hold their numbers.
extension VariantSection {
  /// Two charts an outcome and unit of money: both levels, and their difference with its interval.
  private struct Pair {
    var row: OutcomeRow
    var indicator: Indicator
    var unit: MoneyUnit
    /// What money is called in it.
    var word: String
    var isSwitched: Bool
    var estimates: [Estimate]

    var levels: [[Double?]] { [estimates.map(\.base), estimates.map(\.variant)] }
  }

  private static func pairs(
    _ results: ComparisonResults, _ variant: Int, _ words: Words
  ) -> [Pair] {
    let money = MoneyView(results.money, months: results.months, words: words)
    return OutcomeRow.rows(results, variant: variant).flatMap { row -> [Pair] in
      guard let indicator = results.indicators.first(where: { $0.name == row.indicator.name })
      else {
        return []
      }
      let units = money.known(for: indicator)
      return units.compactMap { unit in
        guard let effect = results.effect(row.indicator, variant: variant, in: unit) else {
          return nil
        }
        return Pair(
          row: row, indicator: indicator, unit: unit,
          word: money.word(unit), isSwitched: units.count > 1,
          estimates: results.months.map { effect.estimate($0.monthText) ?? Estimate() })
      }
    }
  }

  /// Charts are numbered through the whole page.
  private var firstChart: Int {
    (1..<variant).reduce(0) { $0 + 2 * Self.pairs(results, $1, words).count }
  }

  var charts: String {
    Self.pairs(results, variant, words).enumerated().flatMap { place, pair -> [String] in
      let number = firstChart + 2 * place
      let unit = pair.indicator.unit
      let names = [results.scenarios[0].title, scenario.title]
      let money = pair.isSwitched ? pair.unit : nil
      // The unit stands beside the title.
      let title = words.label(
        Label(pair.row.label.words), of: pair.row.indicator, money: pair.word)
      return [
        LineChart(
          number: number, title: title.prefix(1).uppercased() + title.dropFirst(),
          months: results.months, indicators: names.map { Indicator($0, unit: unit, "") },
          moneyWord: pair.word,
          series: pair.levels, marks: marks, money: money, file: fileName(pair.row), words: words
        ).html,
        LineChart(
          number: number + 1, title: words("page.chart.difference", title), months: results.months,
          indicators: [Indicator(words("page.table.change"), unit: unit.ofDifference, "")],
          moneyWord: pair.word,
          series: [pair.estimates.map(\.difference)], marks: marks,
          band: pair.estimates.map(\.range), money: money, file: fileName(pair.row), words: words
        ).html,
      ]
    }.joined(separator: "\n")
  }

  /// Texts for the script, in the order of the charts.
  var chartData: [JSON] {
    Self.pairs(results, variant, words).flatMap { pair -> [JSON] in
      let format = ValueFormat(of: pair.indicator)
      let unit = format == .percent ? "" : words.unit(pair.indicator.unit.text(money: pair.word))
      func entry(_ name: String, _ texts: [String]) -> JSON {
        .object([
          ("name", .text(name)), ("unit", .text(unit)), ("text", .array(texts.map(JSON.text))),
        ])
      }
      return [
        .array(
          zip([results.scenarios[0].title, scenario.title], pair.levels).map { name, values in
            entry(name, values.map { words.digits(format.text($0)) })
          }),
        .array([
          entry(
            words("page.table.change"),
            pair.estimates.map { estimate in
              words.digits(format.difference(estimate.difference))
                + (estimate.range == nil ? "" : " (\(words.interval(format, estimate)))")
            })
        ]),
      ]
    }
  }

  private func fileName(_ row: OutcomeRow) -> String {
    "\(scenario.name)-\(row.indicator.name).csv"
  }

  /// A file an outcome: months, then both levels and the difference with its interval in every unit of money.
  var chartFiles: [ChartFile] {
    let pairs = Self.pairs(results, variant, words)
    return rows.map { row in
      let own = pairs.filter { $0.row.indicator == row.indicator }
      var csv = CSVWriter()
      let isOverWorlds = results.manifest.isOverWorlds
      let names =
        ["base", "with_variant", "difference", "lower", "upper"]
        + (isOverWorlds ? ["p05", "p95"] : [])
      csv.header(["month"] + own.flatMap { pair in names.map { $0 + pair.unit.suffix } })
      for (place, month) in results.months.enumerated() {
        csv.field(month.monthText)
        for estimate in own.map({ $0.estimates[place] }) {
          let worlds = [estimate.overWorlds?.p05, estimate.overWorlds?.p95]
          let numbers = [
            estimate.base, estimate.variant, estimate.difference, estimate.lower, estimate.upper,
          ]
          for number in numbers + (isOverWorlds ? worlds : []) { csv.field(number) }
        }
        csv.endLine()
      }
      return ChartFile(name: fileName(row), bytes: csv.bytes)
    }
  }
}
