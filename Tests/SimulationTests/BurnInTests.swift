import Inputs
import Kernel
import Measurement
import Simulation
import TestSupport
import Testing

/// Which law the burn-in lives under, and what never acts in it.
@Suite struct BurnInTests {
  private let firstDay = Day(year: 2005, month: 1, day: 1)

  private func baseline() throws -> Inputs {
    try Baseline.inputs(scale: 0.002, until: "2005-03-31", burnInMonths: 12)
  }

  /// Migrants at the end of the first month.
  private func migrants(_ inputs: Inputs) throws -> Double {
    try Recording(inputs, RunOptions(audit: .off)).series("migrants_present")[0]
  }

  @Test func `an operation of the first day does not act through the burn-in`() throws {
    let usual = try baseline()
    var operation = Operation()
    operation.announced = firstDay
    operation.capacity = 8
    operation.expulsion = 1
    let swept = usual.adding(
      operation, named: "sweep-of-a-day", from: firstDay, until: firstDay)
    // A day of it expels a few hundred; two years of it left a third.
    #expect(try migrants(swept) > 0.95 * migrants(usual))
  }

  @Test func `an amnesty of the first day legalises as many in the daily series as in the monthly`()
    throws
  {
    var amnesty = Amnesty()
    amnesty.informedAtStart = 1
    amnesty.entryCutoff = firstDay
    amnesty.contract = .any
    amnesty.capacity = 1e6
    let inputs = try baseline().adding(
      amnesty, named: "amnesty-b", from: firstDay,
      until: Day(year: 2005, month: 1, day: 31))
    let recording = try Recording(inputs, RunOptions(audit: .off))
    let place = DailyFlow.allCases.firstIndex(of: .legalised) ?? 0
    let byDay = recording.days.reduce(0) { $0 + $1.counts[place] }
    let soFar = recording.series("legalised_cumulative")
    #expect(soFar.last ?? 0 > 0)
    #expect(abs((soFar.last ?? 0) - Double(byDay) / inputs.run.scale) < 0.5)
    #expect(soFar.first == recording.series("legalised").first)
  }

  @Test func `an amnesty that began in the burn-in counts from the run's first day on`() throws {
    var amnesty = Amnesty()
    amnesty.informedAtStart = 1
    amnesty.entryCutoff = firstDay
    amnesty.contract = .any
    amnesty.capacity = 1e6
    let inputs = try baseline().adding(
      amnesty, named: "amnesty-b", from: Day(year: 2004, month: 6, day: 1),
      until: Day(year: 2005, month: 2, day: 28))
    let recording = try Recording(inputs, RunOptions(audit: .off))
    #expect(recording.series("cards_in_force")[0] > recording.series("legalised_cumulative")[0])
    #expect(
      recording.series("legalised_cumulative").first == recording.series("legalised").first)
  }

  @Test
  func `a state of the law that lasts holds throughout the burn-in, one with an end does not`()
    throws
  {
    let inputs = try baseline()
    var tax = IncomeTax()
    tax.rate = 0
    let lasting = Measure(name: "a", from: firstDay, lever: tax)
    let holiday = Measure(
      name: "b", from: firstDay, until: firstDay + 30, lever: tax)
    let shock = Measure(name: "c", from: firstDay, lever: OriginShock())
    let before = firstDay - 100
    #expect(inputs.holds(lasting, on: before))
    #expect(!inputs.holds(holiday, on: before))
    #expect(!inputs.holds(shock, on: before))
    for measure in [lasting, holiday, shock] { #expect(inputs.holds(measure, on: firstDay)) }
  }

  @Test func `what ends is followed by the law before it, in the burn-in too`() throws {
    var tax = IncomeTax()
    tax.rate = 0.5
    let inputs = try baseline().adding(
      tax, named: "income_tax-b", from: firstDay, until: firstDay + 30)
    func payroll(_ day: Day) -> PayrollLaw { LawInForce(inputs, on: day).payroll }
    #expect(payroll(firstDay - 1) == payroll(firstDay + 31))
    #expect(payroll(firstDay - 1) != payroll(firstDay))
  }
}
