import Inputs
import Kernel
import Submodels
import Testing
import WorldState

@Suite struct ReviewPostsTests {
  private func afterReview(
    posts: Int, staff: Int, demand: Double, response: Double = 0, surplus: Double = 1
  ) throws -> (target: Int32, staff: Int32, vacancies: Int32, layoffs: Int64) {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: posts)
    for _ in 0..<staff { _ = stage.addWorker(at: employer) }
    stage.market.conditions.demand = demand
    stage.market.conditions.reviewDays = 5
    stage.rules.behaviour.demand.response = response
    // Rest promised 1000 KZT a meeting; lately they promise `surplus` times that, here and elsewhere.
    stage.market.board.restSurplus = 1000
    stage.market.board.surplusCount = 200
    stage.market.board.surplusSum = 200_000 * surplus
    stage.rules.demandKeep = 1
    stage.boards.national[0] = surplus
    for day in 1...5 { stage.market.live(stage.today(day), stage.boards) }
    let findings = stage.market.audit(stage.today(5))
    #expect(findings == [])
    let record = stage.market.employers[employer]
    return (record.target, record.staff, record.vacancies, stage.market.flows[.layoffs])
  }

  @Test func `unchanged demand changes nothing`() throws {
    let after = try afterReview(posts: 10, staff: 8, demand: 1)
    #expect(after == (10, 8, 2, 0))
  }

  @Test func `more demand opens vacancies`() throws {
    let after = try afterReview(posts: 10, staff: 8, demand: 1.5)
    #expect(after == (15, 8, 7, 0))
  }

  @Test func `a little less demand closes vacancies before anybody goes`() throws {
    let after = try afterReview(posts: 10, staff: 8, demand: 0.85)
    #expect(after.staff == 8 && after.vacancies == after.target - 8 && after.layoffs == 0)
    #expect(after.target < 10)
  }

  @Test func `much less demand lays off the newest`() throws {
    let after = try afterReview(posts: 10, staff: 8, demand: 0.5)
    #expect(after.target == 5 && after.staff == 5 && after.vacancies == 0 && after.layoffs == 3)
  }

  @Test func `a response of 0 switches job creation off: surplus then counts for nothing`() throws {
    let after = try afterReview(posts: 100, staff: 80, demand: 1, response: 0, surplus: 0.5)
    #expect(after.target == 100)
  }

  @Test(arguments: [(0.5, 1.0, 50), (2, 1, 200), (0.9, 2, 81), (1, 1.5, 100)])
  func `posts follow surplus with the response's elasticity`(
    surplus: Double, response: Double, posts: Int
  ) throws {
    let after = try afterReview(
      posts: 100, staff: 10, demand: 1, response: response, surplus: surplus)
    #expect(abs(Int(after.target) - posts) <= 1)
  }

  @Test(arguments: [1, 7, 30, 91])
  func `every employer has its turn once in the time between reviews`(days: Int) throws {
    var stage = try Stage()
    for _ in 0..<200 { _ = stage.addEmployer(posts: 2) }
    stage.market.conditions.demand = 2
    stage.market.conditions.reviewDays = days
    for day in 1...days {
      let before = (0..<200).count { stage.market.employers[$0].target == 4 }
      stage.market.live(stage.today(day), stage.boards)
      let after = (0..<200).count { stage.market.employers[$0].target == 4 }
      // The turns are spread over the days.
      #expect(abs(Double(after - before) - 200 / Double(days)) <= 1)
    }
    let doubled = (0..<200).count { stage.market.employers[$0].target == 4 }
    #expect(doubled == 200)
  }
}
