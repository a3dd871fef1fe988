import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// How fast posts follow what makes employers want them.
@Suite struct PostsInTimeTests {
  /// A year after seekers began to promise half of what they did at rest, with an elasticity of 1.
  private func afterAYear(adjustment: Double?) throws -> (posts: Double, target: Int32) {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 1000)
    stage.market.conditions.reviewDays = 1
    stage.rules.behaviour.demand.response = 1
    stage.rules.behaviour.demand.adjustment = adjustment
    stage.rules.demandKeep = 1
    stage.market.board.restSurplus = 1000
    stage.market.board.surplusCount = 200
    stage.market.board.surplusSum = 100_000
    stage.boards.national[0] = 0.5
    stage.live(1...365)
    let findings = stage.market.audit(stage.today(365))
    #expect(findings == [])
    return (stage.market.posts, stage.market.employers[employer].target)
  }

  @Test(arguments: [0.1, 0.5, 3])
  func `posts go a part of the way in a year, as the speed says`(speed: Double) throws {
    let (posts, target) = try afterAYear(adjustment: speed)
    // Of the way in logarithms, what is left fades at the speed, a day's step at a time.
    let left = exactPow(1 - speed / Rates.daysPerYear, 365)
    let expected = exactPow(0.5, 1 - left)
    #expect(abs(posts / expected - 1) < 1e-9)
    #expect(abs(Double(target) - 1000 * expected) <= 1)
  }

  @Test func `a speed of 0 holds posts`() throws {
    #expect(try afterAYear(adjustment: 0) == (1, 1000))
  }

  @Test func `without a speed posts are where they rest at once`() throws {
    let (posts, target) = try afterAYear(adjustment: nil)
    #expect(posts == 1)
    #expect(abs(target - 500) <= 1)
  }

  @Test func `labour counts against that of the same month, so that the season does not show`() {
    var labour = LabourSupply(migrants: 60)
    for month in 0..<12 {
      labour.update(migrants: month < 6 ? 100 : 20, month: month, isBurnIn: true)
    }
    labour.settle(workers: 150, seekers: 20, migrants: 20)
    #expect(labour.ratioOfMonth == 1)
    labour.update(migrants: 100, month: 0, isBurnIn: false)
    #expect(labour.ratioOfMonth == 1)
    labour.update(migrants: 10, month: 1, isBurnIn: false)
    #expect(labour.ratioOfMonth == 160.0 / 250)
  }
}
