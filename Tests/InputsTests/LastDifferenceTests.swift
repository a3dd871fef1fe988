import Inputs
import Kernel
import Testing

/// How late what a scenario changes may still begin or end.
@Suite struct LastDifferenceTests {
  private let first = Day(year: 2005, month: 1, day: 1)
  private let last = Day(year: 2007, month: 12, day: 31)

  private func inputs(_ measures: [Measure] = [], _ amendments: [Amendment] = []) -> Inputs {
    var run = RunSettings()
    run.from = first
    run.until = last
    return Inputs(
      name: "a", question: "b", run: run, country: Country(), behaviour: Behaviour(),
      measures: measures, amendments: amendments)
  }

  private func wage(_ amount: Double, name: String = "a", from: Day, until: Day? = nil) -> Measure {
    var lever = MinimumWage()
    lever.amount = amount
    return Measure(name: name, from: from, until: until, lever: lever)
  }

  private func doubled(from: Day, until: Day? = nil) -> Amendment {
    Amendment(
      name: "more", from: from, until: until, kindName: MinimumWage.kindName,
      changes: [.init(key: "amount", to: .times(2))])
  }

  @Test func `it is the first day without a measure that ends, on either side`() {
    let open = inputs([wage(1, from: first + 50)])
    #expect(open.lastDifference(from: inputs()) == first + 50)
    let ended = inputs([wage(1, from: first + 50, until: first + 90)])
    #expect(ended.lastDifference(from: inputs()) == first + 91)
    #expect(inputs().lastDifference(from: ended) == first + 91)
    #expect(open.lastDifference(from: ended) == first + 91)
  }

  @Test func `what both have, and what no measure says, does not count`() {
    let shared = wage(1, from: first + 50)
    var other = inputs([shared])
    other.behaviour.demand.response = 0.123
    #expect(other.lastDifference(from: inputs([shared])) == nil)
    #expect(other.lastChangeOfLaw == first + 50)
    #expect(inputs().lastChangeOfLaw == nil)
  }

  @Test func `an end after the run is none`() {
    let long = inputs([wage(1, from: first + 50, until: last + 10)])
    #expect(long.lastDifference(from: inputs()) == first + 50)
  }

  @Test func `an amendment changes the measures of its kind that begin while it holds`() {
    let base = [wage(1, from: first), wage(2, name: "b", from: first + 400)]
    let without = inputs(base)
    let amended = inputs(base, [doubled(from: first + 100)])
    #expect(amended.lastDifference(from: without) == first + 400)
    let brief = inputs(base, [doubled(from: first + 100, until: first + 200)])
    #expect(brief.lastDifference(from: without) == first + 201)
  }
}
