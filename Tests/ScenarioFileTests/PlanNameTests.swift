import Inputs
import ScenarioFile
import Testing

/// Outcomes are columns of a table, whose names must differ before anything is simulated.
@Suite struct PlanNameTests {
  private static let head = PlanTests.head + PlanTests.design + PlanTests.factors

  private func findings(_ outcomes: String) -> [String] {
    PlanTests.findings(PlanNameTests.head + "outcomes: {\(outcomes)}\n")
  }

  @Test(arguments: ["point", "replicate", "policy", "digest", "Point", "DIGEST"])
  func `an outcome named like a column of every sweep is refused before anything runs`(
    name: String
  ) {
    #expect(
      findings("\(name): {indicator: informal_share, at: 2006-12}") == [
        "p.yaml:7:12: error: '\(name)' is a column of every sweep's results. Give the outcome another "
          + "name."
      ])
  }

  @Test func `outcomes whose names differ in case alone are refused before anything runs`() {
    #expect(
      findings(
        "u: {indicator: informal_share, at: 2006-12}, U: {indicator: vacancies, at: 2006-12}") == [
          "p.yaml:7:57: error: 'U', made by 'U', is the column of 'u' again: in a table case does not "
            + "count. Rename one of them."
        ])
  }

  @Test func `an outcome named like a part of a cut is refused before anything runs`() {
    let found = findings(
      "jobs: {indicator: employed, by: region, at: 2006-12}, "
        + "jobs_astana: {indicator: vacancies, at: 2006-12}")
    #expect(found.count == 1)
    #expect(
      found.first?.contains("'jobs_astana', made by 'jobs_astana', is the column of 'jobs'") == true
    )
  }

  @Test func `more outcomes than a database has columns are refused before anything runs`() {
    let many = (0..<1997).map { "o\($0): {indicator: vacancies, at: 2006-12}" }
    let found = findings(many.joined(separator: ", "))
    #expect(found.count == 1)
    #expect(found.first?.contains("2002 columns, and a database takes 2000") == true)
    #expect(findings(many.dropLast(2).joined(separator: ", ")) == [])
  }

  private static func target(_ text: String) -> String {
    PlanNameTests.head + "targets: {t: {\(text)}}\n"
  }

  @Test func `a target above one for a share is refused, not fitted to`() {
    #expect(
      PlanTests.findings(
        PlanNameTests.target(
          "indicator: informal_share, over: 2006, value: 7.8, tolerance: 0.5 %"),
        calibration: true)
        == [
          "p.yaml:7:61: error: 'value' is 7.8, but a share lies between 0 and 1. Write 7.8 % or 0.078."
        ])
  }

  @Test func `a target for a sum of shares or a ratio may be above one`() throws {
    for text in [
      "indicator: informal_share, over: 2006, take: sum, value: 4.2, tolerance: 0.5 %",
      "indicator: legalised, over: 2007, take: sum, per: {indicator: legalised, over: 2006}, "
        + "value: 1.5, tolerance: 0.1",
    ] {
      #expect(PlanTests.findings(PlanNameTests.target(text), calibration: true) == [])
    }
  }

  @Test func `a tolerance with which next to nothing agrees is warned of`() throws {
    let plan = try PlanTests.load(
      PlanNameTests.target("indicator: informal_share, over: 2006, value: 7.8 %, tolerance: 0.5"),
      calibration: true)
    #expect(plan.warnings.map(\.sentence).contains { $0.hasPrefix("the tolerance of 't' is 50 %") })
  }

  @Test func `base points that are no power of two are remarked on`() throws {
    func warnings(_ points: Int) throws -> [String] {
      try PlanTests.load(
        PlanTests.head + "design: {kind: saltelli, points: \(points)}\n" + PlanTests.factors
          + PlanTests.outcomes
      ).warnings.map(\.description)
    }
    #expect(
      try warnings(100) == [
        "p.yaml:5:34: warning: 100 points are no power of two, so that Sobol's sequence is not evenly "
          + "spread over the factors. Write 128."
      ])
    #expect(try warnings(128) == [])
  }

  @Test func `cells that are both natives' and migrants' are remarked on`() throws {
    func warnings(_ outcome: String) throws -> Int {
      try PlanTests.load(PlanNameTests.head + "outcomes: {a: {\(outcome), at: 2006-12}}\n")
        .warnings.count
    }
    #expect(try warnings("indicator: employed, origin: Russia, authorisation: native") == 1)
    #expect(try warnings("indicator: employed, origin: Kazakhstan, authorisation: permit") == 1)
    #expect(
      try warnings("indicator: employed, origin: [Kazakhstan, Russia], authorisation: permit") == 0)
  }

  @Test func `a name of which a part was written is found`() {
    #expect(
      findings("a: {indicator: informal, at: 2006-12}") == [
        "p.yaml:7:27: error: 'informal' is no national indicator. Did you mean 'informal_share'?"
      ])
  }
}
