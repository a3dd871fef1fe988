import Inputs
import ScenarioFile
import Testing

/// What a plan keeps: of the whole country, or of some cells.
@Suite struct PlanOutcomeTests {
  private static let head = PlanTests.head + PlanTests.design + PlanTests.factors

  private func outcomes(_ text: String) throws -> [PlanOutcome] {
    try PlanTests.load(PlanOutcomeTests.head + "outcomes: {\(text)}\n").outcomes
  }

  @Test func `an outcome counts the cells that it names`() throws {
    let outcome = try #require(
      try outcomes(
        "a: {indicator: employed, region: [Astana, Almaty city], authorisation: permit, at: 2006-06}"
      ).first)
    #expect(
      outcome.measure.cells?.names == [["Astana", "Almaty city"], [], [], ["permit"]])
    #expect(outcome.indicator == "employed, Astana, Almaty city, permit")
    #expect(outcome.needsCells)
    let cells = try #require(outcome.measure.cells)
    func holds(_ region: String, _ authorisation: String) -> Bool {
      cells.holds(
        region: region, sector: "trade", origin: "Russia", authorisation: authorisation)
    }
    #expect(holds("Astana", "permit"))
    #expect(!holds("Aktobe", "permit"))
    #expect(!holds("Astana", "none"))
  }

  @Test func `by cuts an outcome into one for each name of a dimension`() throws {
    let parts = try outcomes("legal: {indicator: legalised, by: origin, over: 2006, take: sum}")
    #expect(
      parts.map(\.name) == [
        "legal_kazakhstan", "legal_uzbekistan", "legal_kyrgyzstan", "legal_tajikistan",
        "legal_russia", "legal_other-cis", "legal_far-abroad",
      ])
    #expect(parts[5].measure.cells?.names[2] == ["Other CIS"])
    let chosen = try outcomes(
      "pay: {indicator: wage_bill, by: region, region: [Astana, Atyrau], per: employed, at: 2006-06}"
    )
    #expect(chosen.map(\.name) == ["pay_astana", "pay_atyrau"])
    #expect(chosen.map { $0.per?.cells?.names[0] } == [["Astana"], ["Atyrau"]])
  }

  @Test func `what an outcome is divided by takes its cells and months unless it says otherwise`()
    throws
  {
    let same = try #require(
      try outcomes("p: {indicator: wage_bill, region: Astana, per: employed, at: 2006-06}").first)
    #expect(same.per?.cells == same.measure.cells)
    #expect(same.per?.first == same.measure.first)
    let growth = try #require(
      try outcomes(
        "g: {indicator: legalised, over: 2007, take: sum, per: {indicator: legalised, over: 2006}}"
      ).first)
    #expect(growth.per?.cells == nil)
    #expect(growth.per?.take == .sum)
    #expect(growth.per?.first.description == "2006-01-01")
    #expect(growth.measure.first.description == "2007-01-01")
    #expect(growth.indicator == "legalised per legalised")
  }

  @Test func `a ratio of people is a share, and of money to people pay`() throws {
    let plan = try PlanTests.load(
      PlanOutcomeTests.head + """
        targets:
          pay: {indicator: wage_bill, region: Astana, per: employed, at: 2006-06, value: 26700 KZT/month, tolerance: 10 %}
          mix: {indicator: legalised, origin: Russia, per: {indicator: legalised}, over: 2006, take: sum, value: 6.5 %, tolerance: 2 %}

        """, calibration: true)
    #expect(plan.targets.map(\.dimension) == [.pay, .share])
    #expect(plan.targets.map(\.tolerance) == [2670, 0.02])
  }

  @Test func `the canonical text keeps cells and divisors`() throws {
    let plan = try PlanTests.load(
      PlanOutcomeTests.head + """
        outcomes:
          a: {indicator: legalised, by: origin, over: 2006, take: sum, per: legalised}
          b: {indicator: wage_bill, region: Almaty city, at: 2006-06, per: {indicator: legalised}}
          c: {indicator: employed, sector: trade, over: 2006, per: {indicator: employed, region: all}}
        policies: {p: {measures.income_tax.rate: 12 %}}

        """)
    var scenarios: [String: String] = [:]
    for variant in plan.variants { scenarios[variant.fileName] = variant.scenario.resolvedText }
    let again = try PlanTests.load(plan.canonicalText, more: scenarios)
    #expect(again.outcomes == plan.outcomes)
    #expect(again.canonicalText == plan.canonicalText)
  }

  static let faulty: [(String, String)] = [
    (
      "a: {indicator: employed, at: 2006-12}",
      "27: error: 'employed' is measured by cell alone. Say of which: region, sector, origin or authorisation."
    ),
    (
      "a: {indicator: wage_native, region: Astana, at: 2006-12}",
      "27: error: 'wage_native' is not measured by cell. There is: employed, wage_bill, legalised."
    ),
    (
      "a: {indicator: employd, region: Astana, at: 2006-12}",
      "27: error: 'employd' is no indicator of cells. Did you mean 'employed'?"
    ),
    (
      "a: {indicator: employed, region: Astna, at: 2006-12}",
      "45: error: 'Astna' is no region. Did you mean 'Astana'?"
    ),
    (
      "a: {indicator: employed, origin: [Russia, Mars], at: 2006-12}",
      "54: error: 'Mars' is no origin. There is: Kazakhstan, Uzbekistan, Kyrgyzstan, Tajikistan, Russia, Other CIS, Far abroad."
    ),
    (
      "a: {indicator: employed, authorisation: permits, at: 2006-12}",
      "52: error: 'permits' is no authorisation. Did you mean 'permit'?"
    ),
    (
      "a: {indicator: employed, by: skill, at: 2006-12}",
      "41: error: 'skill' is no cut of cells. There is: region, sector, origin, authorisation."
    ),
    (
      "a: {indicator: employed, sector: [], at: 2006-12}",
      "45: error: 'sector' has no values. Write [a, b, c]."
    ),
    (
      "a: {indicator: legalised, at: 2006-12, per: {indicator: employed}}",
      "68: error: 'employed' is measured by cell alone. Say of which: region, sector, origin or authorisation."
    ),
  ]

  @Test(arguments: faulty)
  func `an outcome of no cell says where and what to write`(outcome: String, finding: String) {
    #expect(
      PlanTests.findings(PlanOutcomeTests.head + "outcomes: {\(outcome)}\n")
        == ["p.yaml:7:\(finding)"])
  }
}
