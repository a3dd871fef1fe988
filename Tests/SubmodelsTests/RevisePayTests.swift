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

  @Test func `nothing new changes nothing`() throws {
    var stage = try stage()
    let before = (0..<3).map { stage.market.ledgers[$0] }
    let people = (0..<4).map { stage.bytes(PersonIndex($0)) }
    stage.market.revisePay(by: 1, stage.today(7))
    #expect((0..<3).map { stage.market.ledgers[$0] } == before)
    #expect((0..<4).map { stage.bytes(PersonIndex($0)) } == people)
  }
}
