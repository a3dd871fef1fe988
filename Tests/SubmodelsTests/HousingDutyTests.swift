import Inputs
import Kernel
import Population
import TestSupport
import Testing
import WorldState

/// What the employer's duty to house lawful migrants does to the terms of a job, and what it must not touch.
@Suite struct HousingDutyTests {
  private static let inputs: Result<Inputs, any Error> = Result {
    try TinyCountry.inputs(
      until: "2020-02-29", burnInMonths: 1, ["behaviour.hiring.housing_cost=50 EUR/month"])
  }

  /// Terms of a low-skilled migrant at the first employer of a market that has one.
  private func terms(
    _ authorisation: Authorisation, share: Double?, cost: Double? = nil
  ) throws -> JobTerms {
    let inputs = try Self.inputs.get()
    var rules = Rules(inputs, on: inputs.run.from)
    if let share { rules.law.housingDuty.share = share }
    if let cost { rules.behaviour.hiring.housingCost = cost }
    let today = Today(
      number: 0, date: inputs.run.from, daysLeft: 30, isBurnIn: false,
      luck: Luck(seed: 1, replicate: 0), rules: rules,
      homeIncomes: inputs.homeIncomes(on: inputs.run.from))
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 1))
    var migrant = Person(id: 1, activity: .searching, skill: .low)
    migrant.origin = 1
    migrant.authorisation = authorisation
    var found: JobTerms?
    _ = world.markets.sum { market in
      if found == nil, market.employers.count > 0 {
        found = JobTerms(
          migrant: migrant, isHeld: false, searchDays: 0, employer: market.employers[0],
          traits: market.traits, options: market.options, today)
      }
      return 0
    }
    return try #require(found)
  }

  @Test(arguments: [Authorisation.permit, .cardBound, .cardPortable, .freeAccess])
  func `the less an employer must bear, the more lawful work leaves both sides`(
    authorisation: Authorisation
  ) throws {
    let all = try terms(authorisation, share: 1)
    let half = try terms(authorisation, share: 0.5)
    let none = try terms(authorisation, share: 0)
    #expect(all.formalSurplus < half.formalSurplus && half.formalSurplus < none.formalSurplus)
    #expect(all.formalWage <= half.formalWage && half.formalWage <= none.formalWage)
    #expect(all.informalWage == none.informalWage)
    #expect(all.informalSurplus == none.informalSurplus)
  }

  @Test func `where no measure sets it, employers bear all, to the bit`() throws {
    let (plain, all) = try (terms(.permit, share: nil), terms(.permit, share: 1))
    #expect(plain.formalWage == all.formalWage && plain.formalSurplus == all.formalSurplus)
  }

  @Test func `a share of nothing is as good as no cost, to the bit`() throws {
    let (none, free) = try (terms(.permit, share: 0), terms(.permit, share: 1, cost: 0))
    #expect(none.formalWage == free.formalWage && none.formalSurplus == free.formalSurplus)
  }

  @Test func `the holder of a patent is housed by nobody`() throws {
    let (all, none) = try (terms(.patent, share: 1), terms(.patent, share: 0))
    #expect(all.formalWage == none.formalWage && all.formalSurplus == none.formalSurplus)
  }
}
