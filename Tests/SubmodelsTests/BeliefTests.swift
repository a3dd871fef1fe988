import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// What employers believe of detection, by hand-made rows.
@Suite struct BeliefTests {
  @Test func `At its review an employer's fear fades to what happens in the market`() throws {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 1)
    stage.market.conditions.reviewDays = 30
    stage.boards.nationalDetection[0] = 0.02
    stage.market.employers[employer].risk = 0.5
    stage.live(1...29)
    #expect(stage.market.employers[employer].risk == 0.5)
    #expect(stage.market.board.detectionRate == 0.02)
    stage.live(30...30)
    let kept = exactExp(-30 / stage.rules.behaviour.beliefs.memoryDays)
    let expected = 0.02 + 0.48 * kept
    #expect(abs(Double(stage.market.employers[employer].risk) - expected) < 1e-6)
  }

  @Test func `A market's rate is its own where it has many, and the nation's where it has few`()
    throws
  {
    var stage = try Stage()
    stage.rules.demandKeep = 1
    stage.boards.nationalDetection[0] = 0.02
    stage.market.board.found = 100
    // As many worker-months as the nation's rate counts for.
    stage.market.board.irregularDays = 200 * Rates.daysPerMonth
    stage.live(1...29)
    #expect(abs(stage.market.board.detectionRate - (100 + 200 * 0.02) / 400) < 1e-12)
  }

  @Test func `An announced operation frightens every employer, up to certainty`() throws {
    var stage = try Stage()
    let calm = stage.addEmployer(posts: 1)
    let afraid = stage.addEmployer(posts: 1)
    stage.rules.behaviour.beliefs.operation = 0.3
    stage.market.employers[calm].risk = 0.1
    stage.market.employers[afraid].risk = 0.9
    stage.market.hearOfOperation(stage.today(1))
    let risks = (stage.market.employers[calm].risk, stage.market.employers[afraid].risk)
    #expect(abs(risks.0 - 0.4) < 1e-6 && risks.1 == 1)
  }
}
