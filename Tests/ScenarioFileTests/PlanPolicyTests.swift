import Inputs
import ScenarioFile
import Testing

/// What is set for all must not undo what a policy is about, and only like runs are paired.
@Suite struct PlanPolicyTests {
  private static let head =
    PlanTests.head + PlanTests.design + PlanTests.outcomes
  /// A scenario with a tax of its own, in a file of its own.
  private static let higher =
    "{kosh: 1, extends: base.yaml, measures: {income_tax: {rate: 15 %}}}"

  private func findings(
    _ body: String, set overrides: [String] = [], policy: String = higher, isKept: Bool = false
  ) -> [String] {
    let files = Example("").with("p.yaml", PlanPolicyTests.head + body)
      .with("higher.yaml", policy).files
    do throws(ScenarioFaults) {
      _ = try PlanLoader.load(
        path: "p.yaml", overrides: overrides, indicators: PlanTests.indicators, isKept: isKept,
        files: .inMemory(files))
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func `a factor over what a policy of the plan sets is refused, not put in its place`() {
    #expect(
      findings(
        "policies: {higher: {measures.income_tax.rate: 15 %}}\n"
          + "factors: {measures.income_tax.rate: [8 %, 10 %]}\n")
        == [
          "p.yaml:8:11: error: 'measures.income_tax.rate' is what the policy 'higher' sets (15 %), and a "
            + "factor would replace that. Take it out of 'factors', or out of the policy."
        ])
  }

  @Test func `a factor over what a policy's own file sets is refused`() {
    let body = "policies: {higher: higher.yaml}\nfactors: {measures.income_tax.rate: [8 %, 10 %]}\n"
    #expect(
      findings(body) == [
        "p.yaml:8:11: error: 'measures.income_tax.rate' is what the policy 'higher' sets (0.15), and a "
          + "factor would replace that. Take it out of 'factors', or out of the policy."
      ])
    // What was begun so by an older version can still be read.
    #expect(findings(body, isKept: true) == [])
    // A key that the policy has from the base is free.
    let other =
      "policies: {higher: higher.yaml}\nfactors: {measures.policing.inspections: [9000]}\n"
    #expect(findings(other) == [])
  }

  @Test func `a factor of what one policy alone has is that policy's to vary`() {
    let own =
      "measures.flat.from: 2007-01-01, measures.flat.kind: minimum_wage, measures.flat.amount: "
    #expect(
      findings(
        "policies: {p: {\(own)20000 KZT/month}}\n"
          + "factors: {measures.flat.amount: [20000 KZT/month, 30000 KZT/month]}\n") == [])
    // Of two policies that differ in it, it would make one.
    #expect(
      findings(
        "policies: {p: {\(own)20000 KZT/month}, q: {\(own)25000 KZT/month}}\n"
          + "factors: {measures.flat.amount: [20000 KZT/month, 30000 KZT/month]}\n"
      ).count == 1)
  }

  @Test func `a list's points are factors too`() {
    let body = """
      kosh-plan: 1
      name: P
      question: Q?
      base: base.yaml
      design: {kind: list, points: [{measures.income_tax.rate: 8 %}]}
      policies: {higher: {measures.income_tax.rate: 15 %}}

      """ + PlanTests.outcomes
    #expect(PlanTests.findings(body).count == 1)
    #expect(PlanTests.findings(body)[0].contains("is what the policy 'higher' sets (15 %)"))
  }

  @Test(arguments: [
    "policies: {higher: {measures.income_tax.rate: 15 %}}\n",
    "policies: {higher: higher.yaml}\n",
  ])
  func `a setting from the command line over a policy's key is refused, naming both`(
    policies: String
  ) {
    for setting in ["measures.income_tax.rate=12 %", "measures.income_tax=none"] {
      let found = findings(policies + PlanTests.factors, set: [setting])
      #expect(found.contains { $0.hasPrefix("--set: error: 'measures.income_tax") }, "\(found)")
      #expect(found.contains { $0.contains("the policy 'higher'") }, "\(found)")
    }
    #expect(findings(policies + PlanTests.factors, set: ["run.seed=7"]) == [])
    #expect(
      findings(policies + PlanTests.factors, set: ["behaviour.wages.offer_rate=1 /year"]) == [])
  }

  @Test func `a setting over a factor is refused, not left without effect`() {
    let found = findings(PlanTests.factors, set: ["behaviour.demand.response=1"])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("--set: error: 'behaviour.demand.response' is a factor") == true)
  }

  @Test func `what a plan sets for all over what a policy's file sets is refused`() {
    let found = findings(
      "set: {measures.income_tax.rate: 12 %}\npolicies: {higher: higher.yaml}\n"
        + PlanTests.factors)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("p.yaml:7:7: error: 'measures.income_tax.rate'") == true)
  }

  @Test(arguments: [
    ("run.seed: 7", "run.seed of 'other' is 7, but the base's is 2006."),
    ("run.burn_in: 12 months", "run.burn_in of 'other' is 12 months, but the base's is 24 months."),
    ("run.from: 2005-02-01", "run.from of 'other' is 2005-02-01, but the base's is 2005-01-01."),
    ("run.scale: 1:10", "run.scale of 'other' is 0.1, but the base's is 1."),
    ("run.until: 2010-06-30", "run.until of 'other' is 2010-06-30, but the base's is 2010-12-31."),
  ])
  func `a policy of another seed, start or burn-in is no pair of the base`(
    setting: String, words: String
  ) {
    let found = findings("policies: {other: {\(setting)}}\n" + PlanTests.factors)
    #expect(found.count == 1)
    #expect(found.first?.contains(words) == true, "\(found)")
  }

  @Test func `a policy that ends earlier is a pair where the plan ends earlier still`() {
    #expect(
      findings(
        "until: 2007-12-31\npolicies: {other: {run.until: 2010-06-30}}\n" + PlanTests.factors) == []
    )
  }

  private func warnings(_ body: String, policy: String = higher) throws -> [String] {
    let files = Example("").with("p.yaml", PlanPolicyTests.head + body).with("q.yaml", policy).files
    return try PlanLoader.load(
      path: "p.yaml", indicators: PlanTests.indicators, files: .inMemory(files)
    ).warnings.map(\.description)
  }

  @Test func `a policy that changes nothing, or nothing that is simulated, warns`() throws {
    let same = "policies: {same: base.yaml}\n" + PlanTests.factors
    #expect(
      try warnings(same) == [
        "p.yaml:7:18: warning: the policy 'same' is simulated beside the base, but it changes nothing, so "
          + "every difference is 0. Look at its keys and dates."
      ])
    let late = "until: 2007-12-31\npolicies: {late: {measures.quota-2008.share: 2 %}}\n"
    let told = try warnings(late + PlanTests.factors)
    #expect(told.count == 1)
    #expect(
      told.first?.contains("begins on 2008-01-01, after the last day that is simulated, 2007-12-31")
        == true)
    #expect(try warnings("policies: {higher: q.yaml}\n" + PlanTests.factors) == [])
  }

  @Test func `a policy that says what the law says anyway warns, unless a factor varies it`() throws
  {
    let again =
      "{kosh: 1, extends: base.yaml, measures: {clean: {amends: policing, from: 2006-01-01, bribe: 50 %}}}"
    let told = try warnings("policies: {again: q.yaml}\n" + PlanTests.factors, policy: again)
    #expect(
      told.contains { $0.contains("it says what the base's law says anyway on every day") },
      "\(told)")
    let own =
      "measures.clean.amends: policing, measures.clean.from: 2006-01-01, measures.clean.bribe: 50 %"
    let varied = try warnings(
      "policies: {again: {\(own)}}\nfactors: {measures.clean.bribe: [10 %, 50 %]}\n")
    #expect(!varied.contains { $0.contains("simulated beside the base") }, "\(varied)")
  }

  @Test func `policies whose files would bear one name in another case are refused`() {
    let found = findings(
      "policies: {a: {measures.income_tax.rate: 15 %}, A: {measures.income_tax.rate: 16 %}}\n"
        + PlanTests.factors)
    #expect(found.count == 1)
    #expect(found.first?.contains("differ in case alone") == true)
  }
}
