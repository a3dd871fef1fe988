import Experiments
import Inputs
import Kernel
import Measurement
import Results
import TestSupport
import Testing

/// The gate's judgement, on runs whose numbers are made by hand.
@Suite struct GateTests {
  private let gate = RegressionGate(workers: 1)
  private let candidate = RegressionGate.Candidate(
    name: "made",
    inputs: Inputs(
      name: "", question: "", run: RunSettings(), country: Country(), behaviour: Behaviour(),
      measures: []), text: "made")
  private static let moved = "vacancies"

  /// Runs in which every indicator is 100 all year but one, which is as given, a run a number; nil is a mean of
  /// nobody.
  private func runs(_ numbers: [Double?]) -> [ComparedRun] {
    let months = (1...12).map { Day(year: 2005, month: $0, day: 1) }
    return numbers.enumerated().map { place, number in
      let row = National.indicators.map { $0.name == Self.moved ? number : 100 }
      return ComparedRun(
        digest: "\(place) \(number ?? -1)", months: months, national: months.map { _ in row },
        margins: Margins())
    }
  }

  private func verdict(_ before: [Double?], _ after: [Double?]) -> GateVerdict {
    let until = Day(year: 2005, month: 12, day: 31)
    let recorded = gate.expectation(candidate, until: until, runs(before))
    return gate.verdict(candidate, recorded, runs(after))
  }

  private func outcome(_ before: [Double?], _ after: [Double?]) -> GateVerdict.Outcome {
    verdict(before, after).outcome
  }

  @Test func `few replicates that all differ by as much are no alarm`() {
    #expect(outcome([0, 0], [1, 1]) == .equivalent)
    // Sixteen replicates of which two have anybody to measure are as few.
    let nobody = [Double?](repeating: nil, count: 14)
    #expect(outcome([7, 9] + nobody, [8, 10] + nobody) == .equivalent)
  }

  @Test func `many replicates that all differ by as much are one`() {
    let before = (0..<16).map { Double($0) }
    #expect(outcome(before, before.map { $0 + 1 }) == .different)
    #expect(outcome(before, before) == .same)
  }

  @Test func `nobody left to measure is an alarm where there was somebody in most replicates`() {
    let nobody = [Double?](repeating: nil, count: 16)
    let somebody = (0..<16).map { Double?(Double($0)) }
    let gone = verdict(somebody, nobody)
    #expect(gone.outcome == .different)
    #expect(gone.shifts.map(\.indicator) == [Self.moved])
    #expect(gone.shifts.first?.runsBefore == 16 && gone.shifts.first?.runsAfter == 0)
    #expect(outcome(nobody, somebody) == .different)
    // Half of them come and go by chance.
    let half = somebody.enumerated().map { $0 % 2 == 0 ? $1 : nil }
    #expect(outcome(half, half.reversed()) == .equivalent)
  }

  @Test func `what comes from nothing has no relative size, and stands before all else`() {
    let before = [Double](repeating: 0, count: 16)
    let shift = verdict(before, (0..<16).map { 50 + Double($0) }).clearest.first
    #expect(shift?.relative == nil && shift?.before == 0 && shift?.after == 57.5)
  }

  @Test(arguments: [
    (1.0, 1.0), (0.123_456_789, 0.123_456_8), (-54_321.987_65, -54_321.99),
    (32_465_417_000.4, 32_465_417_000), (0, 0),
  ])
  func `numbers are kept as people can read them`(number: Double, kept: Double) {
    #expect(Results.Expectation.kept(number) == kept)
    #expect(Results.Expectation.kept(kept) == kept)
  }

  @Test func `an expectation reads back, and one value that changes is one line of it`() throws {
    let until = Day(year: 2005, month: 12, day: 31)
    let before = gate.expectation(candidate, until: until, runs([1.5, nil, 3]))
    let decoded = try read(before.text)
    #expect(decoded == before)
    var changed = before
    changed.series[Self.moved]?[3] = 7
    let lines = before.text.split(separator: "\n")
    let different = zip(lines, changed.text.split(separator: "\n")).filter { $0 != $1 }.map(\.1)
    #expect(different.count == 2)
    #expect(
      different.first
        == "    \"vacancies 2005\": [1.5, 1.5, 1.5, 7, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5],")
    #expect(different.last?.hasPrefix("  \"checksum\": ") == true)
  }

  private func read(_ text: String) throws -> Results.Expectation? {
    let folder = TemporaryFolder()
    try FileBytes.write(text, to: folder.path("made.json"))
    return try Results.Expectation.read(folder.path("made.json"))
  }
}
