import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// How a year's quota is split, and how desks work.
@Suite struct OfficesTests {
  /// Two regions, the second three times as large; half of all migrants low-skilled.
  private static let weights = [50.0, 30, 20, 150, 90, 60]
  private static let all = SkillQuota(skills: Skill.allCases, permits: 400)

  private func offices(asked: [(region: Int, skill: Skill, count: UInt16)]) -> Offices {
    var offices = Offices(horizon: 1000, regionCount: 2)
    for entry in asked {
      var application = Application()
      application.skill = entry.skill
      application.count = entry.count
      application.decision = 1
      offices.receive(application, region: entry.region)
    }
    return offices
  }

  @Test func `the first quota is split by people and skills`() {
    var offices = offices(asked: [])
    offices.beginYear([Self.all], weights: Self.weights)
    #expect(offices.quotaLeft == [50, 30, 20, 150, 90, 60])
  }

  @Test func `later ones by what was asked for, but for a little`() {
    var offices = offices(asked: [(0, .low, 30), (1, .specialist, 10)])
    offices.beginYear([Self.all], weights: Self.weights)
    let left = offices.quotaLeft.map { $0 ?? -1 }
    #expect(left.reduce(0, +) == 400)
    #expect(left[0] == 295 && left[5] == 99)
    #expect(left[3] == 3, "one who asks where nobody did is not shut out")
  }

  @Test func `a quota for some skills leaves the others free`() {
    var offices = offices(asked: [])
    offices.beginYear([SkillQuota(skills: [.low], permits: 40)], weights: Self.weights)
    #expect(offices.quotaLeft == [10, nil, nil, 30, nil, nil])
    offices.changeQuotas(
      to: [
        SkillQuota(skills: [.low], permits: 8),
        SkillQuota(skills: [.skilled, .specialist], permits: 20),
      ], weights: Self.weights)
    #expect(offices.quotaLeft == [2, 3, 2, 6, 9, 6])
  }

  @Test func `a desk does its capacity a day, and a file larger than it takes days`() {
    var desk = Desk()
    for _ in 0..<10 { desk.add(Filing(market: 0, employer: 0, count: 50)) }
    var done: [Int] = []
    for _ in 0..<20 { done.append(desk.work(30).count) }
    #expect(done.reduce(0, +) == 10)
    #expect(done.prefix(10).reduce(0, +) == 6)
  }

  @Test func `idle days are not saved up, but for a moment's work`() {
    var desk = Desk()
    for _ in 0..<100 { #expect(desk.work(5).isEmpty) }
    for _ in 0..<100 { desk.add(Filing(market: 0, employer: 0, count: 1)) }
    #expect(desk.work(5).count == 20)
    #expect(desk.work(5).count == 5)
  }
}
