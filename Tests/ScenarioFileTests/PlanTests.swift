import Inputs
import Kernel
import ScenarioFile
import Testing

@Suite struct PlanTests {
  static let indicators = PlanIndicators(
    national: [
      .init(name: "informal_share", unit: .share),
      .init(name: "wage_native", unit: .moneyPerMonth), .init(name: "vacancies", unit: .posts),
      .init(name: "legalised", unit: .personsPerMonth),
    ],
    cells: [
      .init(name: "employed", unit: .persons), .init(name: "wage_bill", unit: .moneyPerMonth),
      .init(name: "legalised", unit: .personsPerMonth),
    ],
    authorisations: ["native", "none", "permit", "card_bound"])

  static let head = """
    kosh-plan: 1
    name: P
    question: Q?
    base: base.yaml

    """
  static let design = "design: {kind: latin-hypercube, points: 8}\n"
  static let factors = "factors: {behaviour.demand.response: range}\n"
  static let outcomes = "outcomes: {informal: {indicator: informal_share, at: 2006-12}}\n"

  static func load(
    _ text: String, calibration: Bool = false, more: [String: String] = [:]
  ) throws(ScenarioFaults) -> Plan {
    var example = Example("").with("p.yaml", text)
    for (path, text) in more { example = example.with(path, text) }
    return try PlanLoader.load(
      path: "p.yaml", indicators: indicators, isCalibration: calibration,
      files: .inMemory(example.files))
  }

  static func findings(_ text: String, calibration: Bool = false) -> [String] {
    do throws(ScenarioFaults) {
      _ = try load(text, calibration: calibration)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func `a factor of an amendment is so many times the law in force, or a value of its own`()
    throws
  {
    let amended = """
      kosh: 1
      extends: base.yaml
      measures:
        more: {amends: policing, from: 2006-01-01, expulsion: {value: ×2, range: [×1, ×3], source: assumed}}

      """
    let factors = """
      factors:
        measures.more.inspections: {range: [×2, 4 times]}
        measures.more.street_checks: [half, ×1.5]
        measures.more.bribe: {range: [0 %, 50 %]}
        measures.more.expulsion: range

      """
    let head = Self.head.replacing("base.yaml", with: "s.yaml")
    let plan = try Self.load(
      head + Self.design + factors + Self.outcomes, more: ["s.yaml": amended])
    #expect(plan.factors.map(\.isRelative) == [true, true, false, true])
    #expect(plan.factors[0].text(at: 0.5) == "×3")
    #expect(plan.factors[0].number(of: "×3") == 3)
    #expect(plan.factors[1].values == ["×0.5", "×1.5"])
    #expect(plan.factors[2].text(at: 0.5) == "0.25")
    #expect(plan.factors[3].bounds == 1...3)
    #expect(plan.canonicalText.contains("measures.more.inspections: {range: [×2, ×4]}"))
    let loaded = try plan.variants[0].loaded(with: ["measures.more.inspections=×3"]).inputs
    let day = Day(year: 2007, month: 1, day: 1)
    let base = try #require(loaded.measures.first { $0.name == "policing" }?.lever as? Policing)
    #expect(loaded.law(Policing.self, on: day)?.inspections == 3 * base.inspections)
  }

  @Test func `a plan names factors by their path, in scenario units`() throws {
    let plan = try PlanTests.load(
      PlanTests.head + PlanTests.design + PlanTests.outcomes + """
        set: {run.scale: 1:100}
        until: 2007-12-31
        replicates: 3
        policies:
          later: {measures.income_tax.from: 2008-01-01}
          none: {measures.income_tax: none}
        factors:
          behaviour.demand.response: range
          behaviour.search.own_account_exit: {range: [1 %/month, 2 %/month], distribution: log-uniform}
          behaviour.demand.largest_household: {range: [3, 8], distribution: triangular}
          measures.income_tax.rate: [5 %, 10 %, 15 %]
        """)
    #expect(plan.replicates == 3)
    #expect(plan.variants.map(\.name) == ["base", "later", "none"])
    #expect(plan.variants.allSatisfy { $0.scenario.inputs.run.scale == 0.01 })
    #expect(
      plan.factors.map(\.spread) == [
        .range(low: 0.5, high: 5, .uniform),
        .range(low: 0.12060403024201741, high: 0.24243248781023358, .logUniform),
        .range(low: 3, high: 8, .triangular(mode: 5)), .values(["0.05", "0.1", "0.15"]),
      ])
    // A factor of a measure means nothing where a policy removed the measure.
    #expect(plan.variants.map { $0.has(plan.factors[3]) } == [true, true, false])
    #expect(plan.factors[3].text(at: 0) == "0.05")
    #expect(plan.factors[3].text(at: 0.5) == "0.1")
    #expect(plan.factors[3].text(at: 1) == "0.15")
  }

  @Test func `a spread's shares lie where its shape says`() {
    func factor(_ shape: PlanFactor.Shape, _ low: Double, _ high: Double, whole: Bool = false)
      -> PlanFactor
    {
      PlanFactor(
        path: "x", kind: .number(.factor, 0...100), isWhole: whole,
        spread: .range(low: low, high: high, shape),
        units: .any)
    }
    #expect(factor(.uniform, 2, 4).number(at: 0.25) == 2.5)
    #expect(abs(factor(.logUniform, 1, 100).number(at: 0.5) - 10) < 1e-12)
    #expect(factor(.logUniform, 1, 100).number(at: 1) == 100)
    #expect(factor(.triangular(mode: 1), 0, 2).number(at: 0.5) == 1)
    #expect(factor(.triangular(mode: 0), 0, 2).number(at: 0) == 0)
    #expect(factor(.triangular(mode: 2), 0, 2).number(at: 1) == 2)
    for shape in [PlanFactor.Shape.uniform, .logUniform, .triangular(mode: 3)] {
      let factor = factor(shape, 2, 5)
      for share in [0, 0.2, 0.5, 0.9, 1] {
        #expect(abs(factor.share(of: factor.number(at: share)) - share) < 1e-12)
      }
      #expect(factor.share(of: 1) == 0)
      #expect(factor.share(of: 9) == 1)
    }
    let whole = factor(.uniform, 3, 5, whole: true)
    #expect([3.0, 4, 5].map { whole.number(at: whole.share(of: $0)) } == [3, 4, 5])
    #expect([0, 0.33, 0.34, 0.66, 0.67, 1].map(whole.number(at:)) == [3, 3, 4, 4, 5, 5])
  }

  @Test(arguments: [
    "design: {kind: grid, levels: 3}\n\(factors)",
    "design: grid\n\(factors)",
    "design: {kind: sobol, points: 16}\n\(factors)",
    "design: {kind: morris, trajectories: 4}\n\(factors)",
    "design: {kind: saltelli, points: 4}\n\(factors)",
    """
    design:
      kind: list
      points:
        - {behaviour.demand.response: 1, measures.income_tax.from: 2007-01-01}
        - {behaviour.demand.response: 0.1, measures.income_tax.from: 2008-01-01}
    policies: {p: {measures.income_tax.rate: 12 %}}
    targets: {t: {indicator: wage_native, over: 2006, value: 40790 KZT/month, tolerance: 5 %}}

    """,
  ]) func `the canonical text of a plan is the same plan`(body: String) throws {
    let plan = try PlanTests.load(PlanTests.head + body + PlanTests.outcomes)
    var scenarios: [String: String] = [:]
    for variant in plan.variants { scenarios[variant.fileName] = variant.scenario.resolvedText }
    let again = try PlanTests.load(plan.canonicalText, more: scenarios)
    #expect(again.canonicalText == plan.canonicalText)
    #expect(again.factors == plan.factors)
    #expect(again.outcomes == plan.outcomes)
    #expect(again.targets == plan.targets)
    #expect(again.variants.map(\.scenario.inputs) == plan.variants.map(\.scenario.inputs))
  }

  static let faulty: [(String, String)] = [
    (
      "\(design)\(outcomes)factors: {behaviour.demand.respnse: range}",
      "7:11: error: 'behaviour.demand.respnse' is no key of the base or of a policy. Did you mean 'behaviour.demand.response'?"
    ),
    (
      "\(design)\(outcomes)factors: {measures.income_tax.rat: [1 %]}",
      "7:11: error: 'measures.income_tax.rat' is no key of the base or of a policy. Did you mean 'measures.income_tax.rate'?"
    ),
    (
      "\(design)\(outcomes)factors: {behaviour.demand.response: {range: [0, 200]}}",
      "7:50: error: 'response' is 200, but it lies between 0 and 5."
    ),
    (
      "\(design)\(outcomes)factors: {behaviour.hiring.audit_cost: [5000]}",
      "7:41: error: 'audit_cost' is 5000 without a unit, but pay needs one. Write 5000 KZT/month."
    ),
    (
      "\(design)\(outcomes)factors: {measures.income_tax.rate: range}",
      "7:37: error: 'measures.income_tax.rate' has no range in the base. Write {range: [low, high]}."
    ),
    (
      "\(design)\(outcomes)factors: {behaviour.demand.response: 1}",
      "7:38: error: 'behaviour.demand.response' needs values. Write range, [a, b, c] or {range: [low, high]}."
    ),
    (
      "\(design)\(outcomes)factors: {run.seed: [1, 2]}",
      "7:11: error: 'run.seed' cannot be varied. Write another plan for it."
    ),
    (
      "\(design)\(factors)outcomes: {a: {indicator: informal_shre, at: 2006-12}}",
      "7:27: error: 'informal_shre' is no national indicator. Did you mean 'informal_share'?"
    ),
    (
      "\(design)\(factors)outcomes: {a: {indicator: informal_share, at: 2016-12}}",
      "7:47: error: 'at' lies outside the months simulated (2005-01-01 to 2010-12-31). Change it, or the plan's 'until'."
    ),
    (
      "\(design)\(factors)outcomes: {a: {indicator: informal_share}}",
      "7:15: error: 'a' says nothing to keep. Write {indicator: …, at: 2020-12} or {indicator: …, over: 2020}."
    ),
    (
      "design: {kind: sobl, points: 3}\n\(factors)\(outcomes)",
      "5:16: error: 'sobl' is no design. Did you mean 'sobol'?"
    ),
    (
      "design: {kind: morris, levels: 3}\n\(factors)\(outcomes)",
      "5:32: error: a morris design has an even number of levels, not 3. Write 4, 6 or 8."
    ),
    (
      "design: {kind: sobol}\n\(factors)\(outcomes)",
      "5:1: error: a sobol design needs a number of points. Write {kind: sobol, points: 128}."
    ),
    (
      "design: {kind: sobol, points: 9, seed: 3}\n\(factors)\(outcomes)",
      "5:34: error: 'seed' is not a key of a sobol design. There is: points."
    ),
    (
      "\(design)\(factors)\(outcomes)policys: {}",
      "8:1: error: 'policys' is not a key of a plan. Did you mean 'policies'?"
    ),
    (
      "\(design)\(factors)outcomes: {a: {indicator: informal_share, at: 2006-12, minus: x}}",
      "7:63: error: 'x' is no policy to subtract. Write minus: base."
    ),
  ]

  @Test(arguments: faulty)
  func `a faulty plan says where and what to write`(body: String, finding: String) {
    #expect(PlanTests.findings(PlanTests.head + body) == ["p.yaml:\(finding)"])
  }

  @Test func `a design too large for its method is refused`() {
    let sections = Section.all.filter { !["run", "country"].contains($0.path) }
    let keys = sections.flatMap { section in
      section.keys.filter { $0.kind.quantity != nil }
        .map { "  \(section.path).\($0.name): range\n" }
    }
    let many = "factors:\n" + keys.prefix(21).joined()
    let saltelli = PlanTests.findings(
      PlanTests.head + "design: {kind: saltelli, points: 8}\n" + many + PlanTests.outcomes)
    #expect(
      saltelli == [
        "p.yaml:5:1: error: a saltelli design takes at most 20 factors, and the plan has 21. "
          + "Leave some out, or use latin-hypercube or morris."
      ])
    let grid = PlanTests.findings(
      PlanTests.head + "design: {kind: grid, levels: 10}\n" + many + PlanTests.outcomes)
    #expect(grid.count == 1 && grid[0].contains("1,000,000 at most"))
  }

  @Test func `values that no scenario takes together are refused before anything runs`() {
    let findings = PlanTests.findings(
      PlanTests.head + PlanTests.design + PlanTests.outcomes
        + "factors: {measures.income_tax.until: [2006-06-30, 2008-12-31]}")
    #expect(
      findings == [
        "p.yaml:7:11: error: with this in 'base': 'income_tax' ends on 2006-06-30, before it "
          + "begins on 2007-01-01. Swap the dates."
      ])
  }

  @Test func `what is no plan says so`() {
    #expect(
      PlanTests.findings("kosh: 1\n")
        == [
          "p.yaml:1:1: error: 'kosh-plan' is missing, but this program reads version 1. "
            + "Write kosh-plan: 1."
        ])
    #expect(
      PlanTests.findings("- a\n") == [
        "p.yaml:1:1: error: a plan is made of lines 'key: value', the first of them kosh-plan: 1."
      ])
  }

  @Test func `mutated plans end in a plan or in placed faults`() {
    let text =
      PlanTests.head + PlanTests.design + PlanTests.outcomes
      + "factors:\n  behaviour.demand.response: {range: [0, 2], distribution: triangular}\n"
      + "  measures.income_tax.rate: [5 %, 10 %]\n"
      + "policies: {x: {measures.income_tax.rate: 12 %}}\nuntil: 2007-06-30\n"
    for number in 0..<1500 {
      var dice = FuzzTests.Dice(number)
      let bytes = FuzzTests.mutated(Array(text.utf8), &dice)
      var example = FuzzTests.example()
      example.files["p.yaml"] = bytes
      do throws(ScenarioFaults) {
        _ = try PlanLoader.load(
          path: "p.yaml", indicators: PlanTests.indicators, files: .inMemory(example.files))
      } catch {
        if error.diagnostics.isEmpty { Issue.record("case \(number): refused without a fault") }
        for finding in error.diagnostics where finding.sentence.contains("\n") {
          Issue.record("case \(number): a fault on two lines: \(finding)")
        }
      }
    }
  }
}
