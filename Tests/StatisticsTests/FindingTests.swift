import Kernel
import Statistics
import Testing

/// What is told among many findings, and what goes with what.
@Suite struct FindingTests {
  @Test func `the example of Benjamini and Hochberg gives their four discoveries`() throws {
    // Their fifteen probabilities of 1995, section 4.
    let probabilities = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1,
    ]
    #expect(try discoveries(among: probabilities, falseShare: 0.05).count { $0 } == 4)
    let backwards = try discoveries(among: probabilities.reversed(), falseShare: 0.05)
    #expect(backwards.suffix(4).allSatisfy { $0 } && !backwards.prefix(11).contains(true))
  }

  @Test func `where nothing is to be found a discovery is rare`() throws {
    let luck = Luck(seed: 4, replicate: 0)
    let families = try (0..<2000).count { family in
      let probabilities = (0..<20).map { luck.uniform(UInt32(family), UInt32($0)) }
      return try discoveries(among: probabilities, falseShare: 0.05).contains(true)
    }
    #expect((60...140).contains(families))
  }

  @Test func `no findings give no discoveries, and what is no probability is refused`() throws {
    #expect(try discoveries(among: [], falseShare: 0.1).isEmpty)
    #expect(throws: StatisticsError.self) { try discoveries(among: [1.5], falseShare: 0.1) }
    #expect(throws: StatisticsError.self) { try discoveries(among: [0.5], falseShare: 0) }
  }

  @Test func `ranks tell what rises together, however bent`() throws {
    let values = (0..<30).map { Double($0) }
    #expect(try rankCorrelation(values, values.map { exactExp($0 / 5) }) == 1)
    #expect(try rankCorrelation(values, values.map { -$0 * $0 * $0 }) == -1)
    #expect(try rankCorrelation(values, values.map { _ in 3 }) == nil)
  }

  @Test func `equal values share their rank`() throws {
    // By hand: ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4.
    let found = try #require(try rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4]))
    #expect(abs(found - 4.5 / (4.5 * 5).squareRoot()) < 1e-12)
  }

  @Test func `ranks of too few or unequal values are refused`() {
    #expect(throws: StatisticsError.tooFewValues(needed: 3, given: 2)) {
      try rankCorrelation([1, 2], [1, 2])
    }
    #expect(throws: StatisticsError.unequalLengths(3, 2)) {
      try rankCorrelation([1, 2, 3], [1, 2])
    }
  }

  @Test func `the sign test counts coins`() throws {
    // 10 of 10: twice one in 1024; 9 of 10: twice eleven in 1024.
    #expect(abs(try signProbability(most: 10, of: 10) - 2.0 / 1024) < 1e-15)
    #expect(abs(try signProbability(most: 9, of: 10) - 22.0 / 1024) < 1e-15)
    #expect(try signProbability(most: 5, of: 10) == 1)
    #expect(try signProbability(most: 0, of: 0) == 1)
    #expect(throws: StatisticsError.self) { try signProbability(most: 4, of: 10) }
  }
}
