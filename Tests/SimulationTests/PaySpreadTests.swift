import Kernel
import Measurement
import Simulation
import TestSupport
import Testing
import WorldState

/// The spread of pay, and pay for given work, by hand-made numbers and in a run.
@Suite struct PaySpreadTests {
  private func nation(_ wages: [Int32]) -> NationMonth {
    let brackets = Column(repeating: PayBracket(), count: PayBracket.count)
    for wage in wages { brackets.count(1, wage: wage) }
    return NationMonth([
      MarketMonth(
        market: 0, groups: [], formalDues: [], informalDues: [],
        flows: Flow.allCases.map { _ in 0 }, transfers: Transfer.allCases.map { _ in 0 },
        vacancies: 0, payBrackets: (0..<brackets.count).map { brackets[$0] }, nativeWork: 0)
    ])
  }

  @Test func `a Gini coefficient is 0 of equal pay and known of two kinds of pay`() throws {
    #expect(try abs(#require(nation([500, 500, 500]).payGini)) < 1e-12)
    // Three of four earn 100, one 700: of all pay three tenths go to three quarters.
    #expect(try abs(#require(nation([100, 100, 100, 700]).payGini) - 0.45) < 1e-12)
    #expect(nation([]).payGini == nil)
  }

  @Test func `brackets hide less than a hundredth of the Gini coefficient of log-normal pay`()
    throws
  {
    let steps = 20_000
    let spread = 0.7
    let wages = (0..<steps).map {
      Int32(30_000 * exactExp(spread * standardNormal(uniform: (Double($0) + 0.5) / Double(steps))))
    }
    let total = wages.reduce(0.0) { $0 + Double($1) }
    var below = 0.0
    var area = 0.0
    for wage in wages {
      area += 2 * below + Double(wage)
      below += Double(wage)
    }
    let exact = 1 - area / (Double(steps) * total)
    let told = try #require(nation(wages).payGini)
    #expect(told <= exact && told > exact * 0.99)
  }

  @Test func `ability spreads pay, and what natives' work is worth is counted by market`() throws {
    func recording(_ spread: String) throws -> Recording {
      try Recording(
        TinyCountry.inputs(
          until: "2020-03-31", ["behaviour.wages.ability_spread=\(spread)"]))
    }
    let (alike, different) = try (recording("0"), recording("0.6"))
    func gini(_ run: Recording) throws -> Double {
      try #require(run.series("wage_gini").last)
    }
    #expect(try gini(different) > gini(alike) + 0.1)
    let month = try #require(alike.months.last)
    let jobs = month.cells.filter { $0.authorisation == "native" }.reduce(0.0) {
      $0 + $1.values[Cells.Column.employedFormally.place]
        + $1.values[Cells.Column.employedInformally.place]
    }
    let work = month.flows.reduce(0.0) { $0 + $1.values[Flows.placeOfNativeWork] }
    // Most are low-skilled, whose work is worth less than the mean's; no skill's is worth twice as much.
    #expect(work > 0.5 * jobs && work < 2 * jobs)
  }
}
