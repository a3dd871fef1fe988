import Kernel
import Testing
import Transitions
import WorldState

/// A walk along a staff list, and what may happen to the list meanwhile.
@Suite struct StaffWalkTests {
  @Test
  func `A walk meets every member once, the newest first, and nobody where there is no staff`()
    throws
  {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 4)
    let hired = [
      stage.addWorker(at: employer), stage.addWorker(at: employer), stage.addWorker(at: employer),
    ]
    var walk = stage.market.staff(of: employer)
    var met: [PersonIndex] = []
    while let member = walk.next(stage.market.people) { met.append(member) }
    #expect(met == hired.reversed())
    let nobody = stage.addEmployer(posts: 1)
    var empty = stage.market.staff(of: nobody)
    #expect(empty.next(stage.market.people) == nil)
  }

  @Test func `Members may leave while they are met, and the others are still met`() throws {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 4)
    for _ in 0..<4 { _ = stage.addWorker(at: employer) }
    let today = stage.today(1)
    var walk = stage.market.staff(of: employer)
    var met = 0
    while let member = walk.next(stage.market.people) {
      met += 1
      if met.isMultiple(of: 2) { stage.market.separate(member, .layoffs, .dismissed, today) }
    }
    #expect(met == 4)
    #expect(stage.market.employers[employer].staff == 2)
    #expect(stage.market.flows[.layoffs] == 2)
    let findings = stage.market.audit(today)
    #expect(findings == [])
  }
}
