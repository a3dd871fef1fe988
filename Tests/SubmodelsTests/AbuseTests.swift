import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// What is done to migrants at work, and what they do about it, by hand-made rows.
///
/// The bound of an irregular job on the stage is one epoch a year; a rate of one makes every epoch that one cause.
@Suite struct AbuseTests {
  private static let worker: PersonIndex = 0

  /// An irregular worker, and the day of the job's first epoch.
  private func stage(_ change: (inout Rules) -> Void) throws -> Stage {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 2)
    _ = stage.addIrregular(at: employer)
    change(&stage.rules)
    return stage
  }

  private func firstEpoch(_ stage: borrowing Stage) -> Int {
    Int(stage.market.people[Self.worker].epochDue)
  }

  @Test func `One who is paid late may leave, and then searches`() throws {
    for quits in [0.0, 1] {
      var stage = try stage {
        $0.behaviour.abuse.delayedRate = 1
        $0.behaviour.abuse.quitDelayed = quits
      }
      let day = firstEpoch(stage)
      stage.live(1...day)
      #expect(stage.market.flows[.delayedPay] == 1)
      let activity = stage.market.people[Self.worker].activity
      #expect(activity == (quits == 1 ? .searching : .employedInformally))
      let findings = stage.market.audit(stage.today(day))
      #expect(findings == [])
    }
  }

  @Test func `Pay that is kept back is lost, or got back where the law helps`() throws {
    for recovery in [0.0, 1] {
      var stage = try stage {
        $0.behaviour.abuse.unpaidRate = 1
        $0.behaviour.abuse.unpaidMonths = 2
        $0.behaviour.abuse.quitUnpaid = 0
        $0.law.wageRecovery.irregular = recovery
      }
      stage.live(1...firstEpoch(stage))
      #expect(stage.market.transfers[.unpaidWages] == 40_000)
      #expect(stage.market.transfers[.recoveredWages] == (recovery == 1 ? 40_000 : 0))
    }
  }

  @Test func `One whose passport is held cannot go home on the planned day, and tries again`()
    throws
  {
    for isTaken in [false, true] {
      var stage = try stage { $0.behaviour.abuse.passportRate = isTaken ? 1 : 0 }
      let day = firstEpoch(stage)
      stage.market.people[Self.worker].plannedReturn = DayNumber(day + 1)
      stage.market.setDue(Self.worker, stage.today(0))
      stage.live(1...day)
      #expect(stage.market.people[Self.worker].marks.contains(.passportHeld) == isTaken)
      stage.live(day + 1...day + 1)
      let left = stage.market.outbox.count
      #expect(left == (isTaken ? 0 : 1))
      if isTaken { #expect(Int(stage.market.people[Self.worker].plannedReturn) == day + 31) }
      stage.market.outbox.removeAll()
      let findings = stage.market.audit(stage.today(day + 1))
      #expect(findings == [])
    }
  }
}
