import Kernel
import Measurement
import Results

/// The charts of a run's page, what the script reads from them, and the files that hold their numbers.
extension RunPage {
  /// One chart: a family's series in one unit of money.
  struct Drawn {
    var family: Family
    var unit: MoneyUnit
    var columns: [Int]
  }

  var drawn: [Drawn] {
    families.flatMap { family -> [Drawn] in
      let columns = family.members.compactMap { name in
        results.indicators.firstIndex { $0.name == name }
      }
      guard let first = columns.first else { return [] }
      return money.known(for: results.indicators[first]).map {
        Drawn(family: family, unit: $0, columns: columns)
      }
    }
  }

  private func isSwitched(_ drawn: Drawn) -> Bool {
    money.known(for: results.indicators[drawn.columns[0]]).count > 1
  }

  private func series(_ column: Int, in unit: MoneyUnit) -> [Double?] {
    money.series(results.national.map { $0[column] }, in: unit)
  }

  /// Those that `isWanted`, with their numbers among all.
  func charts(_ isWanted: (Family) -> Bool) -> String {
    drawn.enumerated().filter { isWanted($1.family) }.map { number, drawn in
      LineChart(
        number: number, title: title(of: drawn.family), months: results.months,
        indicators: drawn.columns.map { results.indicators[$0] },
        moneyWord: money.word(drawn.unit),
        series: drawn.columns.map { series($0, in: drawn.unit) }, marks: marks,
        money: isSwitched(drawn) ? drawn.unit : nil, file: Self.fileName(drawn.family),
        words: words
      ).html
    }.joined(separator: "\n")
  }

  /// What the script reads values from: texts, so that it need not format numbers.
  var chartData: [JSON] {
    drawn.map { drawn in
      .array(
        drawn.columns.map { column in
          let indicator = results.indicators[column]
          let format = ValueFormat(of: indicator)
          let texts = series(column, in: drawn.unit).map { value in
            JSON.text(words.digits(format.text(value)))
          }
          return .object([
            ("name", .text(indicator.name)), ("label", .text(words.indicator(indicator))),
            (
              "unit",
              .text(
                format == .percent ? "" : words.unit(money.text(indicator.unit, in: drawn.unit)))
            ), ("text", .array(texts)),
          ])
        })
    }
  }

  private func title(of family: Family) -> String {
    guard let key = family.key else {
      return family.members.first.map { words.name("indicator.\($0)") } ?? family.title
    }
    return words("family.\(key)")
  }

  static func fileName(_ family: Family) -> String {
    let letters = family.title.lowercased().map { $0.isASCII && $0.isLetter ? $0 : " " }
    return String(letters).split(separator: " ").joined(separator: "-") + ".csv"
  }

  /// A file a chart: months, then its series in every unit of money.
  package var chartFiles: [ChartFile] {
    families.map { family in
      let own = drawn.filter { $0.family == family }
      let columns = own.flatMap { drawn in
        drawn.columns.map { column in
          (
            results.indicators[column].name + drawn.unit.suffix, series(column, in: drawn.unit)
          )
        }
      }
      var csv = CSVWriter()
      csv.header(["month"] + columns.map(\.0))
      for (place, month) in results.months.enumerated() {
        csv.field(month.monthText)
        for column in columns { csv.field(column.1[place]) }
        csv.endLine()
      }
      return ChartFile(name: Self.fileName(family), bytes: csv.bytes)
    }
  }
}

extension MoneyUnit {
  /// What names of columns in it end with.
  var suffix: String {
    switch self {
    case .own: ""
    case .dollars: "_usd"
    case .constant: "_real"
    }
  }
}
