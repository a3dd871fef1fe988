import Kernel
import Statistics
import Submodels
import Testing
import WorldState

/// Waking sleepers is a way to compute, not a model: a plain loop over all persons and days gives the
/// same distribution.
@Suite struct PlainLoopTests {
  private static let people = 3000
  private static let days = 3000
  /// A year; the bound is higher, so that epochs without a cause are part of the test.
  private static let rate = 0.25

  /// Days until jobs end, of people who all began on day 0; those that last are left out.
  private func bySleepers() throws -> [Double] {
    var stage = try Stage()
    stage.rules.behaviour.workingLife.nativeSeparation = Self.rate
    let employer = stage.addEmployer(posts: Self.people)
    for _ in 0..<Self.people { _ = stage.addWorker(at: employer) }
    for day in 1...Self.days { stage.market.live(stage.today(day), stage.boards) }
    return (0..<stage.market.people.count).map { stage.market.people[$0] }
      .filter { $0.activity == .searching }.map { Double(Int($0.since)) }
  }

  /// The same by a draw for each person and day.
  private func byPlainLoop() -> [Double] {
    let luck = Luck(seed: 99, replicate: 0)
    let chance = Self.rate / Rates.daysPerYear
    return (0..<UInt32(Self.people)).compactMap { person in
      (1...UInt32(Self.days)).first { luck.uniform(person, 1, occasion: $0) < chance }
        .map(Double.init)
    }
  }

  @Test func `jobs end after the same times`() throws {
    let (sleepers, loop) = (try bySleepers(), byPlainLoop())
    #expect(abs(sleepers.count - loop.count) < 150)
    #expect(try GoodnessOfFit(smirnovOf: sleepers, and: loop).pValue > 0.001)
  }

  @Test func `and after the times that the rate says`() throws {
    let edges = [0.0, 100, 200, 400, 600, 900, 1300, 1800, 2400, 3000]
    let sleepers = try bySleepers()
    let counts = zip(edges, edges.dropFirst()).map { low, high in
      sleepers.count { $0 > low && $0 <= high }
    }
    let rate = Self.rate / Rates.daysPerYear
    let shares = zip(edges, edges.dropFirst()).map { exactExp(-rate * $0) - exactExp(-rate * $1) }
    #expect(try GoodnessOfFit(chiSquareOf: counts, expectedShares: shares).pValue > 0.001)
  }
}
