import Inputs
import Kernel
import Simulation
import TestSupport
import Testing

/// What shapes the curve of an amnesty.
@Suite(.tags(.slow)) struct AmnestyTests {
  /// Legalised so far at the end of each month from August to December 2006.
  private func curve(_ change: (inout Amnesty, inout Inputs) -> Void) throws -> [Double] {
    var inputs = try Baseline.inputs(until: "2006-12-31")
    for index in inputs.measures.indices {
      guard var law = inputs.measures[index].lever as? Amnesty else { continue }
      change(&law, &inputs)
      inputs.measures[index].lever = law
    }
    return Array(try Recording(inputs).series("legalised_cumulative").suffix(5))
  }

  @Test func `halving the desk's capacity visibly changes the curve`() throws {
    let plain = try curve { _, _ in }
    let halved = try curve { law, _ in law.capacity /= 2 }
    #expect(halved[4] < 0.85 * plain[4])
    #expect(halved[3] < 0.85 * plain[3])
  }

  @Test func `removing the spread of news visibly changes the curve`() throws {
    let plain = try curve { _, _ in }
    let silent = try curve { _, inputs in
      inputs.behaviour.beliefs.hearing = 0
      inputs.behaviour.beliefs.hearingPublished = 0
      inputs.behaviour.beliefs.hearingNeighbours = 0
    }
    #expect(silent[4] > 0)
    #expect(silent[4] < 0.25 * plain[4])
  }
}
