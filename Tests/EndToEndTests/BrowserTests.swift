import Foundation
import Results
import TestSupport
import Testing

/// Pages in a real browser, where there is one: nothing hangs over the edge, no script fails, and what is
/// read on them is what the results hold.
@Suite(
  .enabled(if: Program.isBuilt, "needs swift build -c release"),
  .enabled(if: Browser.isWanted, "needs chromium"))
struct BrowserTests {
  private let work = Workspace()

  private func compare() throws {
    let scenarios = Program.root + "/Scenarios/"
    let outcome = try work.kosh([
      "compare", Program.baseline, scenarios + "no-amnesty.yaml",
      scenarios + "sanctions-x5.yaml", scenarios + "flat-tax-never.yaml", "--scale", "1:1000",
      "--until", "2007-06-30", "--replicates", "3", "--out", "a",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func run() throws {
    let outcome = try work.run("b", until: "2008-01-31", ["--replicates", "2"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `A comparison fits narrow and wide windows, and its script runs without a fault`()
    throws
  {
    try compare()
    for width in [390, 1280] {
      let page = try Browser.page(work.path("a/report.html"), width: width, in: work.path)
      #expect(page.faults == [])
    }
  }

  @Test func `A run's page fits narrow and wide windows, and its script runs without a fault`()
    throws
  {
    try run()
    for width in [390, 1280] {
      let page = try Browser.page(work.path("b/report.html"), width: width, in: work.path)
      #expect(page.faults == [])
    }
  }

  @Test func `Every number of a run's charts and tables is the results'`() throws {
    try run()
    let page = try Browser.page(work.path("b/report.html"), width: 1280, in: work.path)
    let national = Table(work.text("b/national.csv"))
    var compared = 0
    for chart in page.charts {
      let file = Table(work.text("b/" + chart.file))
      for series in chart.series {
        let column = series.name + suffix(series.unit)
        if suffix(series.unit) == "" {
          #expect(file.column(column) == national.column(series.name))
        }
        expectSame(series.text, file.column(column), series.name)
        compared += series.text.count
      }
    }
    #expect(compared > 37 * 70)
    let values = try #require(page.tables.first { $0[0][0] == "month" })
    for (place, name) in values[0].enumerated().dropFirst() {
      expectSame(values.dropFirst().map { $0[place] }, national.column(name), name)
    }
  }

  @Test func `Every number of a comparison's charts and tables is the results'`() throws {
    try compare()
    let page = try Browser.page(work.path("a/report.html"), width: 1280, in: work.path)
    let differences = Table(work.text("a/differences.csv"))
    for chart in page.charts {
      let file = Table(work.text("a/" + chart.file))
      for (place, series) in chart.series.enumerated() {
        let column =
          chart.series.count == 1 ? "difference" : place == 0 ? "base" : "with_variant"
        let texts = series.text.map { String($0.prefix { $0 != "(" }).trimming(" ") }
        expectSame(texts, file.column(column + suffix(series.unit)), chart.file)
      }
    }
    let outcomes = page.tables.filter { $0[0].last == "relative" }
    #expect(outcomes.count == 3 && page.charts.count >= 3 * 2 * 10)
    for (table, variant) in zip(outcomes, ["no-amnesty", "sanctions-x5", "flat-tax-never"]) {
      #expect(table.count == 1 + Self.indicators.count)
      for row in table.dropFirst() {
        let name = try #require(Self.indicators[row[0]], "\(row[0])")
        let found = try #require(
          differences.row([variant, "nation", "", name, nil, "after"]), "\(name)")
        let names = ["base", "with_variant", "difference"]
        expectSame(
          Array(row[1...3]), names.map { found[$0] ?? "" }, name,
          factor: row[0].contains("m KZT") ? 1e-6 : 1)
        let ends = row[4].split(separator: " to ").map(String.init)
        if ends.count == 2 {
          expectSame(
            ends, ["lower", "upper"].map { found[$0] ?? "" }, name,
            factor: row[0].contains("m KZT") ? 1e-6 : row[2].hasSuffix("%") ? 100 : 1)
        }
      }
    }
  }

  private static let indicators = [
    "migrants present": "migrants_present", "in irregular work": "irregular_work",
    "legalised, so far": "legalised_cumulative",
    "revenue from migrants, m KZT a month": "revenue_from_migrants",
    "fines collected, m KZT a month": "fines_collected",
    "native unemployment": "native_unemployment_rate", "natives employed": "native_employment",
    "informal, of the employed": "informal_share", "average wage, KZT a month": "wage_native",
    "vacancies": "vacancies", "income tax, m KZT a month": "income_tax",
  ]

  private func suffix(_ unit: String) -> String {
    unit.contains("USD") ? "_usd" : unit.contains("KZT of") ? "_real" : ""
  }

  /// Whether numbers as readers see them are the rounded ones of a file.
  private func expectSame(
    _ texts: [String], _ values: [String], _ name: String, factor: Double = 1
  ) {
    #expect(texts.count == values.count, "\(name)")
    for (text, value) in zip(texts, values) {
      guard let number = Double(value) else {
        #expect(text == "–" && value == "", "\(name): \(text)")
        continue
      }
      let isPercent = text.hasSuffix("%") || text.hasSuffix("pts")
      let digits = text.filter { $0.isNumber || $0 == "." || $0 == "−" }.replacing("−", with: "-")
      let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
      let half = 0.5 * pow(10, -Double(decimals)) + 1e-9
      let wanted = number * (isPercent ? 100 : factor)
      #expect(
        Double(digits).map { ($0 - wanted).magnitude <= half + 1e-12 * wanted.magnitude } == true,
        "\(name): \(text) for \(value)")
    }
  }
}

/// A CSV table by columns.
private struct Table {
  private let header: [String]
  private let rows: [[String]]

  init(_ text: String) {
    let lines = text.split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    header = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  func column(_ name: String) -> [String] {
    guard let place = header.firstIndex(of: name) else { return ["no column \(name)"] }
    return rows.map { $0[place] }
  }

  /// The row that begins so; nil stands for any.
  func row(_ beginning: [String?]) -> [String: String]? {
    let found = rows.first { row in
      zip(row, beginning).allSatisfy { $1 == nil || $0 == $1 }
    }
    return found.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }
}

extension String {
  fileprivate func trimming(_ set: String) -> String {
    trimmingCharacters(in: CharacterSet(charactersIn: set))
  }
}
