import Kernel
import Results

/// What `kosh run --format json` prints: the folder, its manifest, and the headline table.
package enum HeadlineJSON {
  package static func json(_ results: RunResults, folder: String) -> JSON {
    let headline = Headline(results)
    let rows = headline.rows.map { row in
      let values = zip(headline.months, row.values).map { month, value in
        (key: month.monthText, value: value.map(JSON.number) ?? .null)
      }
      return JSON.object([
        ("indicator", .text(row.indicator.name)),
        ("label", .text(row.label.text(money: results.money.currency.code))),
        ("values", .object(values)),
      ])
    }
    return .object([
      ("folder", .text(folder)), ("manifest", results.manifest.json), ("headline", .array(rows)),
    ])
  }
}
