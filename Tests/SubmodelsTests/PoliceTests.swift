import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// What follows when the police visit a workplace, by hand-made rows.
@Suite struct PoliceTests {
  /// A firm with a native and two irregular workers, in a market where one visit a day follows a lead.
  private func stage(_ change: (inout LawInForce) -> Void) throws -> Stage {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 4)
    _ = stage.addWorker(at: employer)
    _ = stage.addIrregular(at: employer)
    _ = stage.addIrregular(at: employer)
    stage.market.board.policePart = 1
    stage.rules.law.policing.inspections = Rates.daysPerYear / stage.boards.scale
    stage.rules.law.policing.streetChecks = 0
    stage.rules.law.policing.targeting = 1
    stage.rules.law.policing.checked = 10
    stage.rules.law.policing.bribe = 0
    stage.rules.law.policing.expulsion = 0
    stage.rules.law.policing.dismissal = 0
    stage.rules.law.operation = nil
    stage.rules.law.payroll.indexUnit = 1
    stage.rules.law.sanctions.workerFine = 1_000
    stage.rules.law.sanctions.employerFine = 5_000
    stage.rules.law.sanctions.suspensionDays = 0
    change(&stage.rules.law)
    return stage
  }

  @Test func `Irregular workers found are fined with their employer, and the native is not asked`()
    throws
  {
    var stage = try stage { _ in }
    let risk = stage.market.employers[0].risk
    stage.live(1...1)
    let flows = (stage.market.flows[.inspections], stage.market.flows[.identified])
    #expect(flows == (1, 2))
    #expect(stage.market.transfers[.fines] == 2 * 1_000 + 2 * 5_000)
    let employer = stage.market.employers[0]
    #expect(employer.staff == 3 && employer.irregulars == 2 && employer.convictions == 1)
    #expect(employer.risk > risk)
    let findings = stage.market.audit(stage.today(1))
    #expect(findings == [])
  }

  @Test func `Who is expelled loses the job, and is on the way home with a ban`() throws {
    var stage = try stage {
      $0.policing.expulsion = 1
      $0.policing.ban = 3
    }
    stage.live(1...1)
    #expect(stage.market.flows[.expelled] == 2 && stage.market.flows[.returns] == 2)
    let count = stage.market.outbox.count
    #expect(count == 2)
    for position in 0..<count {
      let person = stage.market.outbox[position].person
      #expect(
        person.isMigrant && Int(person.bannedUntil) == 1 + stage.rules.law.policing.banDays
          && person.stay == .native)
      #expect(person.marks.contains(.experienced) && !person.marks.contains(.lawfulEntry))
    }
    #expect(stage.market.employers[0].staff == 1 && stage.market.irregularWorkers.count == 0)
    stage.market.outbox.removeAll()
    let findings = stage.market.audit(stage.today(1))
    #expect(findings == [])
  }

  @Test func `Who is dismissed searches, and the post is offered again`() throws {
    var stage = try stage { $0.policing.dismissal = 1 }
    stage.live(1...1)
    #expect(stage.market.flows[.layoffs] == 2 && stage.market.migrantSeekers.count == 2)
    #expect(stage.market.employers[0].staff == 1 && stage.market.employers[0].vacancies == 3)
    let findings = stage.market.audit(stage.today(1))
    #expect(findings == [])
  }

  @Test func `Where the officer takes a bribe there is no case`() throws {
    var stage = try stage {
      $0.policing.bribe = 1
      $0.policing.bribeShare = 0.5
      $0.policing.expulsion = 1
    }
    stage.live(1...1)
    #expect(stage.market.flows[.bribes] == 2 && stage.market.flows[.identified] == 0)
    #expect(stage.market.transfers[.bribes] == 5_000 && stage.market.transfers[.fines] == 0)
    #expect(stage.market.employers[0].staff == 3 && stage.market.employers[0].convictions == 0)
  }

  @Test func `An employer fined a second time may not hire while the suspension lasts`() throws {
    var stage = try stage { $0.sanctions.suspensionDays = 30 }
    stage.live(1...1)
    #expect(stage.market.employers[0].suspendedUntil == 0)
    stage.live(2...2)
    #expect(stage.market.employers[0].suspendedUntil == 32)
  }
}
