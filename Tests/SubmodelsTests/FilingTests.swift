import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// Who is filed for in an amnesty, and what becomes of the file, by hand-made rows.
@Suite struct FilingTests {
  private static let cutoff = 100
  private static let began = Day(year: 2005, month: 1, day: 1)

  /// A firm whose irregular workers all want to be lawful, in the window of an amnesty of which all have been told.
  private func stage(_ change: (inout Amnesty) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage()
    var law = Amnesty()
    law.entryCutoff = Self.began + Self.cutoff
    law.informedAtStart = 1
    law.applicant = .employer
    law.contract = .any
    law.cardMonths = 12
    change(&law)
    stage.rules.law.amnesty = AmnestyInForce(
      law, from: Self.began + 1, until: Self.began + 200, worldBegan: Self.began)
    stage.rules.behaviour.filing.hazard = 1e9
    stage.rules.behaviour.filing.immunity = 1e9
    stage.rules.behaviour.filing.securityValue = 1e6
    stage.rules.behaviour.filing.securitySpread = 0
    return stage
  }

  @Test func `An employer files for those who qualify, and for nobody else`() throws {
    var stage = try stage()
    let employer = stage.addEmployer(posts: 6)
    let first = stage.addIrregular(at: employer)
    let second = stage.addIrregular(at: employer)
    let without = stage.addIrregular(at: employer) { $0.marks.remove(.papers) }
    let late = stage.addIrregular(at: employer) { $0.arrived = DayNumber(Self.cutoff) }
    let native = stage.addWorker(at: employer, isFormal: false)
    stage.live(1...7)
    let filed = stage.market.people.places.filter {
      stage.market.people[$0].marks.contains(.filed)
    }
    #expect(filed == [first, second])
    for other in [without, late, native] {
      #expect(!stage.market.people[other].marks.contains(.filed))
    }
    let filings = stage.market.filings.count
    #expect(filings == 1)
    let filing = stage.market.filings[0]
    #expect(filing == Filing(market: 2, employer: employer, count: 2))
    #expect(stage.market.employers[employer].filed == 2 && stage.market.flows[.filed] == 2)
  }

  @Test func `A processed file makes the job lawful until the card's last day`() throws {
    var stage = try stage { $0.portability = 1 }
    let employer = stage.addEmployer(posts: 2)
    let worker = stage.addIrregular(at: employer)
    stage.live(1...7)
    let today = stage.today(8)
    let amnesty = try #require(stage.rules.law.amnesty)
    stage.market.receiveCards(employer, today, amnesty)
    let record = stage.market.people[worker]
    #expect(record.authorisation == .cardPortable && record.activity == .employedFormally)
    #expect(record.boundTo == .nobody && record.stay == .permitted && record.stayUntil == .never)
    #expect(record.authorisedUntil == today.day(afterMonths: 12))
    #expect(stage.market.flows[.legalised] == 1 && stage.market.irregularWorkers.count == 0)
    #expect(stage.market.employers[employer].filed == 0)
    let findings = stage.market.audit(today)
    #expect(findings == [])
  }

  @Test func `A card that binds does so to the employer who filed`() throws {
    var stage = try stage { $0.portability = 0 }
    let employer = stage.addEmployer(posts: 2)
    let worker = stage.addIrregular(at: employer)
    stage.live(1...7)
    let amnesty = try #require(stage.rules.law.amnesty)
    stage.market.receiveCards(employer, stage.today(8), amnesty)
    let record = stage.market.people[worker]
    #expect(record.authorisation == .cardBound)
    #expect(record.boundTo == stage.market.employers[employer].id)
  }

  @Test func `A file that fails or comes too late leaves all as it was`() throws {
    for isLate in [false, true] {
      var stage = try stage { $0.errorShare = 1 }
      let employer = stage.addEmployer(posts: 2)
      let worker = stage.addIrregular(at: employer)
      stage.live(1...7)
      if isLate {
        stage.market.loseFile(employer, stage.today(8))
      } else {
        let amnesty = try #require(stage.rules.law.amnesty)
        stage.market.receiveCards(employer, stage.today(8), amnesty)
      }
      let record = stage.market.people[worker]
      #expect(record.authorisation == .none && record.activity == .employedInformally)
      #expect(!record.marks.contains(.filed) && stage.market.flows[.filesLost] == 1)
      #expect(stage.market.flows[.legalised] == 0)
    }
  }
}
