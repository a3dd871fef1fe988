import Experiments
import Inputs
import Kernel
import Measurement
import Results
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

  private func outcome(_ before: [Double?], _ after: [Double?]) -> GateVerdict.Outcome {
    let until = Day(year: 2005, month: 12, day: 31)
    let recorded = gate.expectation(candidate, until: until, runs(before))
    return gate.verdict(candidate, recorded, runs(after)).outcome
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
}
