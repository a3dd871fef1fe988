import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// Seasonal posts, and those who came for them.
@Suite struct SeasonTests {
  private static let mild = [0.9, 0.9, 0.9, 1, 1.1, 1.1, 1.1, 1.1, 1.1, 1, 0.9, 0.9]

  @Test func `seasonal posts exist in the season alone, and the year has as many posts as before`()
  {
    let season = SeasonalPosts(Self.mild, seasonalShare: 0.2, permanentShare: 0.3, part: 1)
    #expect(abs(season.posts.reduce(0, +) / 12 - 1) < 1e-12)
    #expect(season.isOff == Self.mild.map { $0 < 1 })
    // Eight tenths of the posts all year; two tenths of a year's in seven months of twelve.
    #expect(abs(season.posts[0] - 0.8 * 0.9) < 1e-12)
    #expect(abs(season.posts[6] - (0.8 * 1.1 + 0.2 * 12 / 7)) < 1e-12)
    // Of migrants' posts those that are not permanent.
    #expect(abs(season.migrantPosts[0] - 0.3 * 0.9) < 1e-12)
  }

  @Test(arguments: [(0.0, 1.0), (0.2, 0.0)])
  func `without seasonal posts a season is what its table says`(share: Double, part: Double) {
    let season = SeasonalPosts(Self.mild, seasonalShare: share, permanentShare: 0.3, part: part)
    #expect(season.posts == Self.mild && season.migrantPosts == Self.mild)
    #expect(!season.isOff.contains(true))
  }

  @Test(arguments: [true, false])
  func `out of season a migrant without work does not wait for it`(isOff: Bool) throws {
    var stage = try Stage()
    for _ in 0..<20 { _ = stage.addMigrant() }
    stage.market.conditions.isOffSeason = isOff
    stage.rules.behaviour.migration.joblessPatienceDays = 3000
    stage.rules.behaviour.migration.joblessReturn = 1
    stage.live(1...2500)
    let gone = 20 - stage.market.migrantSeekers.count
    #expect(isOff ? gone > 15 : gone == 0)
  }

  @Test func `what is lost when found is a bribe, or a fine and by chance the journey home`() throws
  {
    let stage = try Stage()
    var rules = stage.rules
    rules.law.operation = nil
    rules.law.policing.bribe = 0.5
    rules.law.policing.bribeShare = 0.4
    rules.law.policing.expulsion = 0.1
    rules.law.sanctions.workerFine = 20
    rules.behaviour.migration.expulsionLoss = 60_000
    let fine = 20 * rules.law.payroll.indexUnit
    let expected = 0.5 * 0.4 * fine + 0.5 * (fine + 0.1 * 60_000 * rules.payIndex)
    #expect(abs(rules.lossWhenFound(under: rules.law.ofAllPlaces) - expected) < 1e-6)
  }
}
