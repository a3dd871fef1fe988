import Inputs
import Kernel
import Simulation
import TestSupport
import Testing

/// The direction in which migrants and those who employ them answer, over seeds at 1:100 with common luck.
///
/// Each sign must hold for the mean over the seeds by more than two standard errors of the paired differences.
@Suite(.tags(.slow)) struct MigrantResponseTests {
  private static let from = Day(year: 2005, month: 3, day: 1)

  private struct Effect {
    var mean: Double
    var standardError: Double

    init(_ changes: [Double]) {
      let count = Double(changes.count)
      mean = changes.reduce(0, +) / count
      let variance =
        changes.reduce(0) { [mean] in $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      standardError = (variance / count).squareRoot()
    }

    var isUp: Bool { mean > 2 * standardError && mean > 0 }
    var isDown: Bool { mean < -2 * standardError && mean < 0 }
  }

  /// Relative change of an indicator over the last year.
  private func effect(
    of levers: [any Lever], on indicator: String, _ change: (inout Inputs) -> Void = { _ in }
  ) throws -> Effect {
    let changes = try (1...4).map { seed in
      var inputs = try Baseline.inputs(until: "2006-08-31", seed: seed).held()
      change(&inputs)
      var reformed = inputs
      for (number, lever) in levers.enumerated() {
        reformed = reformed.adding(lever, named: "reform-\(number)", from: Self.from)
      }
      return try Recording(reformed).mean(indicator) / Recording(inputs).mean(indicator) - 1
    }
    return Effect(changes)
  }

  private func police(_ factor: Double) throws -> any Lever {
    var law = try #require(Baseline.inputs().law(Policing.self, on: Self.from))
    law.inspections *= factor
    return law
  }

  private func mobility(irregular: Double) -> any Lever {
    var law = Mobility()
    law.bound = 0.3
    law.irregular = irregular
    return law
  }

  @Test func `more inspections lower the irregular share`() throws {
    #expect(try effect(of: [police(10)], on: "irregular_share").isDown)
  }

  /// Where the quota binds, taxes change who asks for permits and not how many there are.
  @Test func `where no quota binds, higher taxes raise the irregular share`() throws {
    func lift(_ inputs: inout Inputs) {
      var quota = Quota()
      quota.share = 1
      inputs.measures.removeAll { $0.lever is Quota }
      inputs = inputs.adding(quota, named: "quota", from: inputs.run.from - 1)
    }
    var tax = SocialTax()
    tax.rate = 0.5
    #expect(try effect(of: [tax], on: "irregular_share", lift).isUp)
  }

  @Test func `contributions due for migrants too raise the irregular share`() throws {
    var parity = ContributionParity()
    parity.part = 1
    var contributions = Contributions()
    contributions.employer = 0.2
    contributions.worker = 0.1
    func raise(_ inputs: inout Inputs) {
      inputs = inputs.adding(contributions, named: "dear", from: Self.from - 1)
    }
    #expect(try effect(of: [parity], on: "irregular_share", raise).isUp)
  }

  @Test func `a recession at home brings more migrants, and lowers their pay`() throws {
    var shock = OriginShock()
    shock.size = 0.5
    #expect(try effect(of: [shock], on: "arrivals").isUp)
    #expect(try effect(of: [shock], on: "migrants_present").isUp)
    #expect(try effect(of: [shock], on: "wage_irregular").isDown)
  }

  @Test func `freer irregular workers earn more`() throws {
    #expect(try effect(of: [mobility(irregular: 1)], on: "wage_irregular").isUp)
    #expect(try effect(of: [mobility(irregular: 0.2)], on: "wage_irregular").isDown)
  }

  @Test func `wages recovered are wages recovered`() throws {
    var recovery = WageRecovery()
    recovery.irregular = 0.9
    recovery.lawful = 0.9
    #expect(try effect(of: [recovery], on: "recovered_wages").mean > 1)
  }

  @Test func `fewer migrants never lower natives' jobs when posts do not respond`() throws {
    let fewer = try effect(of: [hardship], on: "native_employment") {
      $0.behaviour.demand.response = 0
    }
    #expect(fewer.mean > -2 * fewer.standardError)
  }

  /// At first natives get some of the posts; the faster posts follow, the less is left of that.
  @Test func `of removing most migrants natives gain the fewer jobs, the faster posts follow`()
    throws
  {
    let held = try removal(adjustment: 0)
    let quick = try removal(adjustment: 3)
    #expect(held.isUp)
    #expect(quick.mean < held.mean / 2)
    #expect(quick.mean < 0.005)
  }

  /// Natives' jobs without most migrants, to those with them.
  private func removal(adjustment: Double) throws -> Effect {
    let from = Day(year: 2006, month: 1, day: 1)
    let until = Day(year: 2009, month: 12, day: 31)
    return Effect(
      try (1...3).map { seed in
        var inputs = try Baseline.inputs(until: "2009-12-31", seed: seed).held()
        inputs.behaviour.demand.adjustment = adjustment
        var removal = Operation()
        removal.capacity = 60
        removal.expulsion = 1
        let removed = inputs.adding(removal, named: "removal", from: from, until: until)
        let (with, without) = (try Recording(inputs), try Recording(removed))
        #expect(without.mean("migrants_present") < 0.3 * with.mean("migrants_present"))
        return without.mean("native_employment") / with.mean("native_employment") - 1
      })
  }

  /// Life at home so good that hardly anyone comes.
  private var hardship: any Lever {
    var shock = OriginShock()
    shock.size = 5
    return shock
  }
}
