import Inputs
import Kernel
import Submodels
import Testing
import WorldState

@Suite struct RevisePayTests {
  private func stage() throws -> Stage {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 5)
    _ = stage.addWorker(at: employer, wage: 20_001, isFormal: true)
    _ = stage.addWorker(at: employer, wage: 20_001, isFormal: false, .skilled)
    _ = stage.addWorker(at: employer, wage: 90_000, isFormal: true, .specialist)
    _ = stage.addSeeker()
    return stage
  }

  private func wages(_ stage: borrowing Stage) -> [Int32] {
    (0..<stage.market.people.count).map { stage.market.people[$0].wage }
  }

  @Test func `pay rises with the index, rounded to whole tenge`() throws {
    var stage = try stage()
    stage.market.revisePay(by: 1.1, stage.today(0))
    #expect(wages(stage) == [22_001, 22_001, 99_000, 0])
    let findings = stage.market.audit(stage.today(0))
    #expect(findings == [])
  }

  @Test func `a minimum wage lifts formal pay to it, and no other`() throws {
    var stage = try stage()
    stage.rules.law.payroll.minimumWage = 30_000
    stage.market.revisePay(by: 1, stage.today(0))
    #expect(wages(stage) == [30_000, 20_001, 90_000, 0])
    let findings = stage.market.audit(stage.today(0))
    #expect(findings == [])
  }

  @Test func `a new tax changes what is owed from the day on, not the wage`() throws {
    var stage = try stage()
    stage.rules.law.payroll.incomeTax = MarginalTax(flat: 0.2)
    let before = stage.market.ledgers[0].formal
    // Day 10: twenty days of the month are left.
    stage.market.revisePay(by: 1, stage.today(10))
    let after = stage.market.ledgers[0].formal
    #expect(wages(stage) == [20_001, 20_001, 90_000, 0])
    #expect(after.incomeTax.running == 4000)
    #expect(
      after.incomeTax.moneyDays - before.incomeTax.moneyDays
        == (4000 - before.incomeTax.running) * 20)
    #expect(after.wages == before.wages)
  }

  @Test func `at a pay round pay moves part of the way to what the job would pay today`() throws {
    let stage = try stage()
    let employer = stage.market.employers[0]
    func now(_ stage: borrowing Stage, _ person: Int) -> JobTerms {
      JobTerms(
        native: stage.market.people[person], searchDays: 0, employer: employer,
        traits: stage.market.traits, options: stage.market.options, stage.today(0))
    }
    let terms = (0..<3).map { now(stage, $0) }
    for (part, expected) in [(0.5, 0.5), (1.0, 1.0)] {
      var revised = try self.stage()
      revised.rules.behaviour.wages.renewal = part
      revised.market.revisePay(by: 1.1, revised.today(0))
      let after = wages(revised)
      let indexed = [22_001.0, 22_001, 99_000]
      let aims = [terms[0].formalWage, terms[1].informalWage, terms[2].formalWage]
      for person in 0..<3 {
        let wage = indexed[person] + expected * (aims[person] - indexed[person])
        #expect(abs(Double(after[person]) - wage) <= 1)
      }
      let findings = revised.market.audit(revised.today(0))
      #expect(findings == [])
    }
  }

  @Test func `where a new bargain would leave nothing, pay only follows the index`() throws {
    var stage = try stage()
    stage.rules.behaviour.wages.renewal = 1
    stage.market.options.natives = SIMD3(repeating: 500_000)
    stage.market.revisePay(by: 1.1, stage.today(0))
    #expect(wages(stage) == [22_001, 22_001, 99_000, 0])
  }

  @Test func `an outside offer raises pay, and never lowers it`() throws {
    var stage = try Stage()
    let poor = stage.addEmployer(posts: 30)
    for number in 0..<30 { _ = stage.addWorker(at: poor, wage: number < 15 ? 15_000 : 90_000) }
    // Vacancies that nobody would take.
    _ = stage.addEmployer(posts: 30, productivity: 0.05)
    stage.rules.meetingsPerDay = 0.5
    stage.rules.behaviour.search.onTheJobWeight = 1
    stage.rules.behaviour.wages.renewal = 1
    stage.market.smoothedSeekers = 30
    stage.market.smoothedVacancies = 30
    for day in 1...30 { stage.market.live(stage.today(day), stage.boards) }
    let after = wages(stage)
    #expect(after[..<15].contains { $0 > 15_000 })
    #expect(after[15...].allSatisfy { $0 == 90_000 })
    #expect(stage.market.flows[.jobChanges] == 0)
    let findings = stage.market.audit(stage.today(30))
    #expect(findings == [])
  }

  @Test func `nothing new changes nothing`() throws {
    var stage = try stage()
    let before = (0..<3).map { stage.market.ledgers[$0] }
    let people = (0..<4).map { stage.bytes(PersonIndex($0)) }
    stage.market.revisePay(by: 1, stage.today(7))
    #expect((0..<3).map { stage.market.ledgers[$0] } == before)
    #expect((0..<4).map { stage.bytes(PersonIndex($0)) } == people)
  }
}
