import Inputs
import Kernel
import Testing

/// Where two runs part is never later than their first different day.
@Suite struct FirstDifferenceTests {
  private let first = Day(year: 2005, month: 1, day: 1)

  private func inputs(_ measures: [Measure] = []) -> Inputs {
    var run = RunSettings()
    run.from = first
    run.until = Day(year: 2007, month: 12, day: 31)
    return Inputs(
      name: "a", question: "b", run: run, country: Country(), behaviour: Behaviour(),
      measures: measures)
  }

  private func wage(_ amount: Double, from: Day, until: Day? = nil) -> Measure {
    var lever = MinimumWage()
    lever.amount = amount
    return Measure(name: "minimum_wage", from: from, until: until, lever: lever)
  }

  @Test func `Equal inputs never part, whatever they are called`() {
    var other = inputs([wage(1, from: first + 50)])
    other.name = "c"
    other.question = "d"
    #expect(other.firstDifference(from: inputs([wage(1, from: first + 50)])) == nil)
  }

  @Test func `A measure counts from its first date, added, removed or changed`() {
    let one = inputs([wage(1, from: first + 50)])
    #expect(one.firstDifference(from: inputs()) == first + 50)
    #expect(inputs().firstDifference(from: one) == first + 50)
    #expect(one.firstDifference(from: inputs([wage(2, from: first + 50)])) == first + 50)
    #expect(one.firstDifference(from: inputs([wage(1, from: first + 30)])) == first + 30)
    let ended = inputs([wage(1, from: first + 50, until: first + 60)])
    #expect(one.firstDifference(from: ended) == first + 50)
  }

  @Test(arguments: [-400, -1, 0]) func `What holds on the first day holds in the burn-in`(
    days: Int
  ) {
    let early = inputs([wage(1, from: first + days)])
    #expect(early.firstDifference(from: inputs()) == first.adding(months: -24))
  }

  @Test func `Anything without a date differs from the beginning`() {
    for change: (inout Inputs) -> Void in [
      { $0.run.seed += 1 }, { $0.run.scale = 0.5 }, { $0.run.until = $0.run.until + 1 },
      { $0.country.name = "x" }, { $0.behaviour.demand.response = 0.123 },
    ] {
      var other = inputs()
      change(&other)
      #expect(other.firstDifference(from: inputs()) == first.adding(months: -24))
    }
  }
}
