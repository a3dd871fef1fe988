import Inputs
import Simulation
import TestSupport
import Testing

/// At rest nothing moves: with law and drivers held, what is left is noise.
@Suite struct RestTests {
  @Test(.tags(.slow), arguments: ["native_employment", "native_formal", "wage_native"])
  func `after the burn-in nothing drifts by a percent a year`(indicator: String) throws {
    // The first and the last of five years, over seeds, so that the noise of 80,000 persons is small.
    var drift = 0.0
    let seeds = 4
    for seed in 1...seeds {
      let inputs = try Baseline.inputs(until: "2009-12-31", seed: seed, burnInMonths: 24).held()
      let recording = try Recording(inputs, RunOptions(workers: 2))
      let series = recording.series(indicator)
      let first = series.prefix(12).reduce(0, +) / 12
      drift += (recording.mean(indicator) / first - 1) / 4 / Double(seeds)
    }
    #expect(abs(drift) < 0.01, "\(drift) a year")
  }

  @Test func `held drivers keep the labour force`() throws {
    let inputs = try Baseline.inputs(until: "2007-12-31").held()
    let series = try Recording(inputs).series("native_labour_force")
    for value in series { #expect(abs(value / 8_000_000 - 1) < 0.01) }
  }

  @Test func `the labour force follows its drivers`() throws {
    let inputs = try Baseline.inputs(until: "2010-12-31")
    let recording = try Recording(inputs)
    for (month, value) in zip(recording.months, recording.series("native_labour_force")) {
      let driver = inputs.country.economy(on: month.month.adding(months: 1)).labourForce
      #expect(abs(value / driver - 1) < 0.01)
    }
  }
}
