import Inputs
import Kernel
import Simulation
import TestSupport
import Testing

/// The direction in which the whole market answers, over three seeds at 1:100 with common luck.
@Suite(.tags(.slow)) struct ResponseTests {
  private static let from = Day(year: 2005, month: 3, day: 1)

  /// Relative change of an indicator's mean over the last year, seed by seed.
  private func effects(
    of lever: any Lever, on indicator: String,
    _ change: (inout Inputs) -> Void = { _ in }
  ) throws -> [Double] {
    try (1...3).map { seed in
      var inputs = try Baseline.inputs(until: "2007-02-28", seed: seed).held()
      change(&inputs)
      let reformed = inputs.adding(lever, named: "reform", from: Self.from)
      let before = try Recording(inputs).mean(indicator)
      return try Recording(reformed).mean(indicator) / before - 1
    }
  }

  private func socialTax(_ rate: Double) -> any Lever {
    var tax = SocialTax()
    tax.rate = rate
    return tax
  }

  private func shock(_ size: Double) -> any Lever {
    var shock = DemandShock()
    shock.size = size
    return shock
  }

  @Test func `a higher social tax means fewer formal jobs, a lower one more`() throws {
    #expect(try effects(of: socialTax(0.4), on: "native_formal").allSatisfy { $0 < -0.005 })
    #expect(try effects(of: socialTax(0), on: "native_formal").allSatisfy { $0 > 0.001 })
  }

  @Test func `a higher social tax means more informal jobs`() throws {
    #expect(try effects(of: socialTax(0.4), on: "native_informal").allSatisfy { $0 > 0.005 })
  }

  /// Vacancies and irregular staff, who go first, take most of it, and seekers who are easier to find bring
  /// posts back.
  @Test func `a tenth fewer posts cost natives jobs, and migrants more of them`() throws {
    let natives = try effects(of: shock(0.9), on: "native_employment")
    #expect(natives.allSatisfy { $0 < -0.005 }, "\(natives)")
    let migrants = try effects(of: shock(0.9), on: "migrants_employed")
    #expect(migrants.allSatisfy { $0 < -0.05 }, "\(migrants)")
    #expect(try effects(of: shock(0.9), on: "native_unemployment_rate").allSatisfy { $0 > 0.05 })
  }

  @Test func `more posts draw natives into work, and migrants into the country`() throws {
    let natives = try effects(of: shock(1.05), on: "native_employment")
    #expect(natives.allSatisfy { $0 > 0 }, "\(natives)")
    let migrants = try effects(of: shock(1.05), on: "migrants_present")
    #expect(migrants.allSatisfy { $0 > 0.01 }, "\(migrants)")
  }

  @Test func `a demand shock in one sector hits that sector and hardly the others`() throws {
    let inputs = try Baseline.inputs(until: "2005-06-30").held()
    var shock = DemandShock()
    shock.size = 0.5
    shock.sectors = Members(["construction"], of: inputs.country.sectors.map(\.name))
    let reformed = inputs.adding(shock, named: "reform", from: Self.from)
    let (before, after) = (try Recording(inputs), try Recording(reformed))
    func employed(_ recording: Recording, _ sector: String) -> Double {
      (recording.months.last?.cells ?? []).filter { $0.sector == sector }
        .reduce(0) { $0 + $1.values[1] }
    }
    #expect(employed(after, "construction") < 0.9 * employed(before, "construction"))
    #expect(abs(employed(after, "public") / employed(before, "public") - 1) < 0.03)
  }

  @Test func `with a response of 0 a dearer worker costs no posts`() throws {
    func posts(_ response: Double) throws -> Double {
      let vacancies = try effects(of: socialTax(0.6), on: "native_employment") {
        $0.behaviour.demand.response = response
      }
      return vacancies.reduce(0, +) / 3
    }
    let (without, with) = (try posts(0), try posts(2))
    #expect(with < without)
  }

  @Test func `a minimum wage lifts the pay of the low-skilled in formal jobs`() throws {
    var minimum = MinimumWage()
    minimum.amount = 35_000
    let effects = try effects(of: minimum, on: "wage_native_low")
    #expect(effects.allSatisfy { $0 > 0.01 })
  }
}
