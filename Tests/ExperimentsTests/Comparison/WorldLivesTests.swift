import Experiments
import Testing

/// In how many worlds a comparison lives, and which of its runs lives where.
@Suite struct WorldLivesTests {
  @Test func `Replicate r lives in world r, and second lives begin with world 0 again`() throws {
    let lives = try WorldLives(.some(10), available: 12, replicates: nil)
    #expect((lives.worlds, lives.replicates, lives.secondLives) == (10, 10, 2))
    #expect((0..<lives.runs).map { lives.world(of: $0) } == Array(0..<10) + [0, 1])
  }

  @Test func `Without a wish there are as many worlds as there are, sixty at most`() throws {
    #expect(try WorldLives(.usual, available: 100, replicates: nil).worlds == 60)
    #expect(try WorldLives(.usual, available: 100, replicates: nil).secondLives == 12)
    #expect(try WorldLives(.usual, available: 7, replicates: nil).replicates == 7)
    #expect(try WorldLives(.usual, available: 0, replicates: nil) == WorldLives(replicates: 10))
  }

  @Test func `A number of replicates is kept to, and lives worlds again where there are fewer`()
    throws
  {
    let few = try WorldLives(.usual, available: 100, replicates: 4)
    #expect((few.worlds, few.runs) == (4, 4))
    let many = try WorldLives(.usual, available: 3, replicates: 5)
    #expect((0..<many.runs).map { many.world(of: $0) } == [0, 1, 2, 0, 1])
    let one = try WorldLives(.usual, available: 100, replicates: 1)
    #expect(one.world(of: 0) == nil)
    #expect(try WorldLives(.none, available: 100, replicates: 5) == WorldLives(replicates: 5))
  }

  @Test func `Worlds that there are not, and replicates too few, are refused in a sentence`() {
    let none = #expect(throws: ComparisonFault.self) {
      try WorldLives(.some(2), available: 0, replicates: nil)
    }
    #expect(none == .noWorlds)
    let few = #expect(throws: ComparisonFault.self) {
      try WorldLives(.some(9), available: 8, replicates: nil)
    }
    #expect(
      few?.description
        == "--worlds: error: 9 worlds are asked for, and the scenario has 8. Write --worlds 8 or "
        + "less.")
    let replicates = #expect(throws: ComparisonFault.self) {
      try WorldLives(.some(4), available: 8, replicates: 3)
    }
    #expect(replicates == .fewReplicates(3, worlds: 4))
  }
}
