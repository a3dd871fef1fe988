import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// What an employer does with places that the permit office gives, by hand-made rows.
@Suite struct PermitTests {
  /// A firm with a native, two irregular workers who want a permit, and a vacancy.
  private func stage() throws -> Stage {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 4)
    _ = stage.addWorker(at: employer)
    _ = stage.addIrregular(at: employer)
    _ = stage.addIrregular(at: employer)
    stage.rules.behaviour.filing.securityValue = 1e6
    stage.rules.behaviour.filing.securitySpread = 0
    stage.live(1...5)
    return stage
  }

  private func give(_ granted: UInt16, of asked: UInt16, _ stage: inout Stage, day: Int) {
    var application = Application()
    application.market = stage.market.traits.number
    application.count = asked
    // The law is there for its fee alone: nobody asks for more places.
    var law = PermitProcedure()
    law.fee = 1_000
    stage.rules.law.permits = law
    stage.market.receivePlaces(application, granted: granted, stage.today(day))
    stage.rules.law.permits = nil
  }

  private func permitted(_ stage: borrowing Stage) -> [PersonIndex] {
    stage.market.people.places.filter { stage.market.people[$0].authorisation == .permit }
  }

  @Test func `Places go to its irregular workers first, and one that is left invites from abroad`()
    throws
  {
    var stage = try stage()
    give(3, of: 4, &stage, day: 5)
    let holders = permitted(stage)
    #expect(holders.count == 2)
    for holder in holders {
      let record = stage.market.people[holder]
      #expect(record.activity == .employedFormally && record.stay == .permitted)
      #expect(record.boundTo == stage.market.employers[0].id)
      #expect(record.authorisedUntil == stage.today(5).newYear)
    }
    let employer = stage.market.employers[0]
    #expect(employer.permitsUsed == 2 && employer.freePlaces.low == 1 && employer.irregulars == 0)
    let invitations = stage.market.invitations.count
    #expect(invitations == 1)
    #expect(stage.market.flows[.permitsIssued] == 3 && stage.market.flows[.permitsRefused] == 1)
    #expect(stage.market.flows[.gainedStatus] == 2 && stage.market.transfers[.permitFees] == 3_000)
    let findings = stage.market.audit(stage.today(5))
    #expect(findings == [])
  }

  @Test func `A refusal changes nothing but that the employer may ask again`() throws {
    var stage = try stage()
    stage.market.employers[0].marks.insert(.asked(for: .low))
    give(0, of: 4, &stage, day: 5)
    let holders = permitted(stage)
    #expect(holders == [] && stage.market.employers[0].irregulars == 2)
    #expect(!stage.market.employers[0].marks.contains(.asked(for: .low)))
    #expect(stage.market.flows[.permitsRefused] == 4 && stage.market.placesInForce == 0)
  }

  @Test func `With the year places end: permits are renewed within those of the new year`() throws {
    var stage = try stage()
    give(2, of: 2, &stage, day: 5)
    let newYear = Int(stage.today(5).newYear)
    stage.live(6...newYear - 1)
    let before = permitted(stage).count
    stage.market.beginPermitYear()
    // One of the two finds a place.
    stage.market.employers[0].freePlaces.low = 1
    stage.market.placesInForce = 1
    stage.live(newYear...newYear)
    let after = permitted(stage).count
    #expect(before == 2 && after == 1)
    let employer = stage.market.employers[0]
    #expect(employer.permitsUsed == 1 && employer.irregulars == 1 && employer.staff == 3)
    #expect(stage.market.flows[.lostStatus] == 1)
    let findings = stage.market.audit(stage.today(newYear))
    #expect(findings == [])
  }
}
