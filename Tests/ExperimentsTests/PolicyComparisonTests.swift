import Experiments
import Kernel
import Testing

@Suite struct PolicyComparisonTests {
  private let futures = (0..<100).map { Double($0) / 100 }

  private func compared(
    _ prefer: PolicyComparison.Preference
  ) throws -> PolicyComparison {
    // `steady` is 5 everywhere; `risky` runs from 0 to 9.9 with the first factor.
    try PolicyComparison(
      policies: ["steady", "risky"], factors: ["a", "b"], values: futures.map { [5, 10 * $0] },
      shares: futures.map { [$0, (37 * $0).truncatingRemainder(dividingBy: 1)] }, prefer: prefer)
  }

  @Test func `regret is what a policy falls short of the best in each future`() throws {
    let found = try compared(.high)
    #expect(found.policies.map(\.name) == ["steady", "risky"])
    let steady = try #require(found.policies.first)
    #expect(abs(steady.worstRegret - 4.9) < 1e-12)
    // Both are best where they are equal.
    #expect(abs(steady.bestShare - 0.51) < 1e-12)
    #expect(abs(found.policies[1].worstRegret - 5) < 1e-12)
    #expect(abs(found.policies[1].meanRegret - 1.275) < 1e-12)
  }

  @Test func `preferring little turns the ranking round`() throws {
    let found = try compared(.low)
    let risky = try #require(found.policies.first { $0.name == "risky" })
    #expect(abs(risky.worstRegret - 4.9) < 1e-12)
  }

  @Test func `the factor that decides is named first, with its direction`() throws {
    let found = try compared(.high)
    #expect(found.favourite == "steady")
    #expect(found.deciders.map(\.factor) == ["a", "b"])
    #expect(found.deciders[0].distance < -1.5)
    #expect(abs(found.deciders[1].distance) < 0.3)
  }

  @Test func `a policy that always wins needs no deciding factor`() throws {
    let found = try PolicyComparison(
      policies: ["a", "b"], factors: ["x"], values: [[1, 2], [1, 3]], shares: [[0], [1]],
      prefer: .high)
    #expect(found.favourite == "b")
    #expect(found.deciders.isEmpty)
    #expect(found.policies[0].worstRegret == 0)
    #expect(throws: (any Error).self) {
      try PolicyComparison(
        policies: ["a"], factors: ["x"], values: [], shares: [], prefer: .low)
    }
  }

  @Test func `luck that makes one policy best is no regret of the other`() throws {
    // Two policies that differ by luck alone, which either half of the replicates has anew.
    let luck = Luck(seed: 11, replicate: 0)
    func draw(_ future: Int, _ half: UInt32) -> [Double] {
      [0, 1].map { luck.uniform(UInt32(future), $0, occasion: half) }
    }
    let halves = (0..<400).map { (first: draw($0, 0), second: draw($0, 1)) }
    let means = halves.map { half in zip(half.first, half.second).map { ($0 + $1) / 2 } }
    let shares = halves.map { _ in [0.5] }
    let plain = try PolicyComparison(
      policies: ["a", "b"], factors: ["f"], values: means, shares: shares, prefer: .high)
    let crossed = try PolicyComparison(
      policies: ["a", "b"], factors: ["f"], values: means, halves: halves, shares: shares,
      prefer: .high)
    #expect(plain.policies.allSatisfy { $0.meanRegret > 0.1 })
    #expect(crossed.policies.allSatisfy { abs($0.meanRegret) < 0.05 })
    #expect(abs((crossed.agreement ?? 0) - 0.5) < 0.1)
    #expect(plain.agreement == nil)
  }
}
