import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// Who pays fines, bribes and expulsions, out of what, by hand-made rows.
@Suite struct FineTests {
  /// A firm with two irregular workers, where one visit a day follows a lead and ends in a case.
  ///
  /// - Parameter savings: what each of the two has saved.
  private func stage(
    _ unpaid: Sanctions.UnpaidFines, savings: Int32, wage: Int32 = 20_000,
    _ change: (inout LawInForce) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 4)
    for _ in 0..<2 { _ = stage.addIrregular(at: employer, wage: wage) { $0.savings = savings } }
    stage.market.board.policePart = 1
    stage.rules.behaviour.migration.remittedShare = 0.5
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
    stage.rules.law.sanctions.employerFine = 0
    stage.rules.law.sanctions.repeatFine = 0
    stage.rules.law.sanctions.unpaidFines = unpaid
    change(&stage.rules.law)
    return stage
  }

  private func books(_ stage: borrowing Stage) -> [Int64] {
    [
      stage.market.transfers[.fines], stage.market.transfers[.finesCollected],
      stage.market.transfers[.finesWaived], stage.market.finesOwedByMigrants,
    ]
  }

  private func savings(_ stage: borrowing Stage) -> [Int32] {
    var savings: [Int32] = []
    for index in stage.market.people.places { savings.append(stage.market.people[index].savings) }
    return savings
  }

  @Test func `where the law books all fines as paid, nobody's savings are touched`() throws {
    var stage = try stage(.booked, savings: 300)
    stage.live(1...1)
    #expect(books(stage) == [2_000, 2_000, 0, 0])
    #expect(savings(stage) == [300, 300])
    #expect(stage.market.transfers[.takenFromSavings] == 0)
  }

  @Test func `a fine takes what the worker has saved, and the rest is waived`() throws {
    var stage = try stage(.waived, savings: 300)
    stage.live(1...1)
    // A day's pay was saved since: 20,000 a month, half of it.
    let day = Int64(20_000 * 0.5 / Rates.daysPerMonth)
    #expect(books(stage) == [2_000, 2 * (300 + day), 2_000 - 2 * (300 + day), 0])
    #expect(savings(stage) == [0, 0])
    #expect(stage.market.transfers[.takenFromSavings] == 2 * (300 + day))
    let findings = stage.market.audit(stage.today(1))
    #expect(findings == [])
  }

  @Test func `who can pay the fine keeps the rest of the savings`() throws {
    var stage = try stage(.waived, savings: 5_000)
    stage.live(1...1)
    let day = Int32(20_000 * 0.5 / Rates.daysPerMonth)
    #expect(books(stage) == [2_000, 2_000, 0, 0])
    #expect(savings(stage) == [4_000 + day, 4_000 + day])
  }

  @Test
  func `what is withheld from later pay is never more than was earned, and ends with the fine`()
    throws
  {
    var stage = try stage(.withheld, savings: 0) { $0.sanctions.workerFine = 8_000 }
    stage.live(1...1)
    stage.rules.law.policing.inspections = 0
    let owed = books(stage)
    #expect(owed[0] == 16_000 && owed[2] == 0 && owed[3] == owed[0] - owed[1])
    stage.live(2...10)
    for index in stage.market.people.places { stage.market.settleSavings(index, stage.today(10)) }
    let later = books(stage)
    let earned = Int64(2 * 10 * 20_000 / Rates.daysPerMonth)
    #expect(later[1] > owed[1] && later[1] <= earned && later[3] == later[0] - later[1])
    stage.live(11...60)
    for index in stage.market.people.places { stage.market.settleSavings(index, stage.today(60)) }
    #expect(books(stage) == [16_000, 16_000, 0, 0])
    #expect(savings(stage).allSatisfy { $0 > 0 })
  }

  @Test func `what is owed is waived when the worker is expelled`() throws {
    var stage = try stage(.withheld, savings: 300) { $0.policing.expulsion = 1 }
    stage.live(1...1)
    let left = books(stage)
    #expect(left[0] == 2_000 && left[1] + left[2] == 2_000 && left[3] == 0 && left[2] > 0)
    for position in 0..<stage.market.outbox.count {
      #expect(stage.market.outbox[position].person.savings == 0)
    }
  }

  @Test(arguments: [(Int32(0), Int64(2)), (5_000, 0)])
  func `where the law says so, who cannot pay is expelled and who can is not`(
    savings: Int32, expelled: Int64
  ) throws {
    var stage = try stage(.expulsion, savings: savings)
    stage.live(1...1)
    #expect(stage.market.flows[.expelled] == expelled)
  }

  @Test func `an employer pays out of a year's surplus, and no day of it twice`() throws {
    var stage = try stage(.waived, savings: 0) {
      $0.sanctions.workerFine = 0
      $0.sanctions.employerFine = 100_000_000
      $0.sanctions.repeatFine = 100_000_000
    }
    let perDay = stage.market.surplus(of: 0, stage.today(1)) / Rates.daysPerMonth
    #expect(perDay > 0)
    stage.live(1...1)
    let year = Double(stage.market.transfers[.finesCollected])
    #expect(abs(year - 365 * perDay) < 2)
    stage.live(2...2)
    let days = Double(stage.market.transfers[.finesCollected]) - year
    #expect(abs(days - perDay) < 2)
    #expect(stage.market.transfers[.takenFromSavings] == 0)
    let left = books(stage)
    #expect(left[0] == left[1] + left[2])
  }

  @Test func `what an employer owes is paid out of later surplus, at its reviews`() throws {
    var stage = try stage(.withheld, savings: 0) {
      $0.sanctions.workerFine = 0
      $0.sanctions.employerFine = 500_000
      $0.sanctions.repeatFine = 500_000
    }
    stage.live(1...1)
    stage.rules.law.policing.inspections = 0
    let owed = stage.market.finesOwed
    #expect(owed > 0)
    #expect(stage.market.transfers[.finesCollected] + owed == stage.market.transfers[.fines])
    stage.live(2...400)
    #expect(stage.market.finesOwed < owed)
    #expect(
      stage.market.transfers[.finesCollected] + stage.market.finesOwed
        == stage.market.transfers[.fines])
    let findings = stage.market.audit(stage.today(400))
    #expect(findings == [])
  }

  @Test func `an employer that owes what nobody counted is named by the audit`() throws {
    let stage = try stage(.withheld, savings: 0)
    stage.market.prospects[0].finesOwed = 7
    let findings = stage.market.audit(stage.today(0))
    #expect(findings.contains { $0.contains("fines that employers owe: 7; kept: 0") })
  }

  @Test(arguments: [
    (Policing.ExpulsionPayer.state, Int64(0), Int64(2_000)),
    (.expelled, 2_000, 0), (.inviter, 2_000, 0),
  ]) func `an expulsion is paid by those whom the law names`(
    payer: Policing.ExpulsionPayer, paid: Int64, byState: Int64
  ) throws {
    var stage = try stage(.booked, savings: 800) {
      $0.policing.expulsion = 1
      $0.policing.expulsionPayer = payer
    }
    stage.rules.law.policing.expulsionCost = 1_000 / stage.rules.payIndex
    stage.live(1...1)
    #expect(stage.market.flows[.expelled] == 2)
    #expect(abs(stage.market.transfers[.expulsionPaid] - paid) <= 2)
    #expect(abs(stage.market.transfers[.expulsionCost] - byState) <= 2)
    #expect((stage.market.transfers[.takenFromSavings] > 0) == (payer == .expelled))
  }

  @Test func `an officer keeps documents, and without them there are no papers until home`() throws
  {
    var stage = try stage(.booked, savings: 0) { $0.policing.documents = 1 }
    stage.live(1...1)
    #expect(stage.market.flows[.documentsTaken] == 2)
    for index in stage.market.people.places {
      #expect(!stage.market.people[index].marks.contains(.papers))
    }
    // Documents can be taken once.
    stage.live(2...2)
    #expect(stage.market.flows[.documentsTaken] == 2)
    stage.rules.law.policing.expulsion = 1
    stage.live(3...3)
    #expect(stage.market.outbox.count == 2)
    for position in 0..<stage.market.outbox.count {
      let marks = stage.market.outbox[position].person.marks
      #expect(marks.contains(.papers) && !marks.contains(.documentsTaken))
    }
  }

  @Test func `a lawful migrant who is checked pays where officers err, and only there`() throws {
    for share in [0.0, 1.0] {
      var stage = try stage(.booked, savings: 0) {
        $0.policing.falsePositives = share
        $0.policing.bribeShare = 0.4
      }
      let lawful = stage.addMigrant { $0.authorisation = .freeAccess }
      stage.market.leaveSearch(lawful)
      stage.market.closeVacancy(0)
      stage.market.startJob(lawful, at: 0, wage: 30_000, isFormal: true, stage.today(0))
      stage.live(1...1)
      #expect(stage.market.flows[.lawfulStopped] == Int64(share))
      #expect(stage.market.transfers[.lawfulLosses] == Int64(400 * share))
      #expect(stage.market.flows[.identified] == 2)
    }
  }
}
