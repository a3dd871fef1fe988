import Experiments
import Inputs
import Kernel
import TestSupport
import Testing

/// How long the gate runs a scenario.
@Suite struct GateWindowTests {
  /// The tiny country over five years, with a minimum wage from some month of it on.
  private func inputs(wageFrom: Day? = nil, until: String = "2024-12-31") throws -> Inputs {
    var inputs = try TinyCountry.inputs(until: until)
    let from = inputs.run.from
    inputs.measures.removeAll { $0.from > from }
    if let wageFrom {
      var lever = MinimumWage()
      lever.amount = 1
      inputs.measures.append(Measure(name: "wage", from: wageFrom, lever: lever))
    }
    return inputs
  }

  @Test func `without a change of law, or an early one, three years are run`() throws {
    let base = try inputs()
    let three = base.run.from.adding(months: 36) - 1
    #expect(GateWindow(base, base: base).until == three)
    let early = GateWindow(try inputs(wageFrom: base.run.from.adding(months: 12)), base: base)
    #expect(early.until == three)
    #expect(early.shortfall(of: three) == nil)
  }

  @Test func `a late change is seen for three months, to the end of the last`() throws {
    let base = try inputs()
    let change = base.run.from.adding(months: 40) + 14
    let window = GateWindow(try inputs(wageFrom: change), base: base)
    #expect(window.lastChange == change)
    #expect(window.until == base.run.from.adding(months: 44) - 1)
    let short = try #require(window.shortfall(of: base.run.from.adding(months: 36) - 1))
    #expect(short.contains("as late as \(change)"))
    #expect(short.contains("Record it with --update"))
  }

  @Test func `a run that ends too early says so`() throws {
    let base = try inputs(until: "2021-12-31")
    let change = Day(year: 2021, month: 11, day: 1)
    let window = GateWindow(try inputs(wageFrom: change, until: "2021-12-31"), base: base)
    #expect(window.until == base.run.until)
    let short = try #require(window.shortfall(of: window.until))
    #expect(short.contains("let the run end later: 2022-01-31 is enough"))
  }
}
