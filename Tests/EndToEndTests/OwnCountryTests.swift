import Foundation
import Testing

/// A country of one's own, from an empty folder to a report, as the page "Your own country" leads.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct OwnCountryCommandTests {
  private let work = Workspace()
  private let scenario = "atlantis/atlantis.yaml"

  private func make() throws {
    let outcome = try work.kosh([
      "scenario", "new", "--country", "Atlantis", "--currency", "EUR", "atlantis",
    ])
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output == scenario + "\n")
  }

  /// A region more, by hand: a row of its own in each table that names regions.
  private func add(_ region: String, tile: Int) throws {
    func append(_ rows: String, to table: String) throws {
      let path = work.path("atlantis/tables/\(table).csv")
      let text = try String(contentsOfFile: path, encoding: .utf8) + rows
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    try append("\(region),60000,60300,0.95,0.8,\(tile % 10),\(tile / 10)\n", to: "regions")
    try append(
      "\(region),farms,0.3\n\(region),services,0.68\n\(region),homes,0.02\n", to: "sector-shares")
    try append("Nearland,\(region),200\nFarland,\(region),550\n", to: "journeys")
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: work.path(name), atomically: true, encoding: .utf8)
  }

  /// Words of the country that is shipped, in what a reader of this one would see.
  private func foreignWords(_ text: String) -> [String] {
    text.matches(of: /KZT|\bMCI\b|[Tt]enge|Kazakh|(?:^|[^0-9.,\-])2006(?![0-9.,])/).map {
      String($0.output)
    }
  }

  @Test func `Three regions, euros and no index unit: it runs, compares, sweeps and reports`()
    throws
  {
    try make()
    try add("East", tile: 1)
    try write(
      "atlantis/open.yaml",
      """
      kosh: 1
      name: Open borders
      question: What if all could come and work?
      extends: atlantis.yaml
      measures:
        free_movement: {from: 2020-07-01}

      """)
    try write(
      "atlantis/plan.yaml",
      """
      kosh-plan: 1
      name: Fines
      question: Do fines matter?
      base: atlantis.yaml
      until: 2020-06-30
      set: {run.scale: 1:20, run.burn_in: 1 month}
      design: {kind: grid, levels: 2}
      factors: {measures.sanctions.employer_fine: {range: [0 EUR, 2000 EUR]}}
      outcomes:
        wage: {indicator: wage_native, at: 2020-06}
        irregular: {indicator: irregular_share, at: 2020-06}

      """)
    let small = ["--scale", "1:10", "--quiet"]
    let run = try work.kosh(
      ["run", scenario, "--until", "2020-12-31", "--out", "r", "--set", "run.burn_in=1 month"]
        + small)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("average wage, EUR a month"))
    let compare = try work.kosh(
      [
        "compare", scenario, "atlantis/open.yaml", "--until", "2020-12-31", "--replicates", "2",
        "--out", "c", "--set", "run.burn_in=1 month",
      ] + small)
    #expect(compare.status == 0, "\(compare.errors)")
    let sweep = try work.kosh(["sweep", "atlantis/plan.yaml", "--out", "s", "--quiet"])
    #expect(sweep.status == 0, "\(sweep.errors)")
    for folder in ["r", "c"] {
      let before = work.text(folder + "/report.html")
      #expect(try work.kosh(["report", folder]).status == 0)
      #expect(work.text(folder + "/report.html") == before)
      #expect(before.contains("Money is in EUR."))
    }
    let texts =
      [run.output, compare.output, sweep.output]
      + [
        "r/report.html", "c/report.html", "r/manifest.json", "c/manifest.json", "r/scenario.yaml",
        "c/differences.csv", "s/plan.yaml",
      ].map(work.text)
    for text in texts {
      #expect(!text.isEmpty)
      #expect(foreignWords(text) == [])
    }
    let cells = work.lines("r/cells.csv")
    for word in ["East", "Nearland", "Atlantis", "homes"] {
      #expect(cells.contains { $0.contains(",\(word),") })
    }
    let header = work.lines("c/differences.csv").dropFirst()
    #expect(header.contains { $0.contains(",EUR/month,") })
  }

  @Test func `A hundred regions run as two do`() throws {
    try make()
    for number in 1...98 { try add("Region \(number)", tile: number + 1) }
    let run = try work.kosh([
      "run", scenario, "--scale", "1:20", "--until", "2020-02-29", "--out", "r", "--quiet",
      "--set", "run.burn_in=0 months", "--set", "measures.amnesty.extortion_regions=[Region 98]",
      "--audit", "monthly",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("books balance"))
    let cells = work.lines("r/cells.csv")
    #expect(cells.contains { $0.contains(",Region 98,") })
  }

  @Test(arguments: [
    ["--country", "Atlantis"], ["--currency", "EUR"],
    ["--country", "Atlantis", "--currency", "euro"], ["--country", "", "--currency", "EUR"],
    ["--country", "Atlantis", "--currency", "EUR", "--extends", "x.yaml"],
  ])
  func `Half a country is wrong usage`(arguments: [String]) throws {
    let outcome = try work.kosh(["scenario", "new"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("Write") || outcome.errors.contains("Leave out"))
  }

  @Test func `A folder that holds anything is left alone`() throws {
    try make()
    let again = try work.kosh([
      "scenario", "new", "--country", "Mu", "--currency", "USD", "atlantis",
    ])
    #expect(again.status == 74)
    #expect(again.errors == "atlantis: error: the folder is not empty. Name another one.\n")
    #expect(!work.text(scenario).contains("Mu"))
  }
}
