import Inputs
import Kernel
import TestSupport
import Testing

/// Under which quota a skill comes.
@Suite struct QuotaTests {
  private static let day = Day(year: 2021, month: 6, day: 1)

  private func quotas(_ added: [(share: Double, skills: [String], from: Day)]) throws
    -> [SkillQuota]
  {
    var inputs = try TinyCountry.inputs()
    inputs.measures.removeAll { $0.lever is Quota }
    for (number, entry) in added.enumerated() {
      var quota = Quota()
      quota.persons = entry.share
      quota.skills = entry.skills.isEmpty ? .all : Members(skills: entry.skills)
      inputs = inputs.adding(quota, named: "q\(number)", from: entry.from)
    }
    return inputs.quotas(on: Self.day)
  }

  @Test func `skills of one quota share it, and without one there is no limit`() throws {
    #expect(try quotas([]).isEmpty)
    #expect(
      try quotas([(100, [], Self.day)]) == [
        SkillQuota(skills: [.low, .skilled, .specialist], permits: 100)
      ])
    #expect(
      try quotas([(7, ["skilled"], Self.day)]) == [SkillQuota(skills: [.skilled], permits: 7)])
  }

  @Test func `a skill comes under the quota that began last among those that name it`() throws {
    let found = try quotas([
      (100, [], Self.day - 2), (5, ["low"], Self.day - 1), (9, ["specialist"], Self.day + 1),
    ])
    #expect(
      found == [
        SkillQuota(skills: [.low], permits: 5),
        SkillQuota(skills: [.skilled, .specialist], permits: 100),
      ])
  }

  @Test func `a share is of the labour force of the year before`() throws {
    let inputs = try TinyCountry.inputs()
    let force = inputs.country.economy(on: Day(year: 2020, month: 7, day: 1)).labourForce
    let permits = try #require(inputs.quotas(on: Self.day).first).permits
    #expect(abs(permits - 0.007 * force) < 1e-6)
  }
}
