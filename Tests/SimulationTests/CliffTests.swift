import Inputs
import Simulation
import TestSupport
import Testing

/// A number of nought is near a number of one.
@Suite struct CliffTests {
  /// Arrivals of half a year.
  private func arrivals(_ change: (inout MigrationBehaviour) -> Void) throws -> Double {
    var inputs = try TinyCountry.inputs(until: "2020-06-30", burnInMonths: 6)
    change(&inputs.behaviour.migration)
    return try Recording(inputs, RunOptions(audit: .standard)).series("arrivals").reduce(0, +)
  }

  @Test func `where nobody is present at first, people come all the same`() throws {
    let none = try arrivals {
      $0.present = 0
      $0.permits = 0
    }
    let one = try arrivals {
      $0.present = 1
      $0.permits = 0
    }
    #expect(one > 0)
    #expect(abs(none / one - 1) < 0.02)
  }

  @Test func `where no posts are kept for migrants at first, people come all the same`() throws {
    let none = try arrivals { $0.posts = 0 }
    let one = try arrivals { $0.posts = 1 }
    #expect(one > 0)
    #expect(abs(none / one - 1) < 0.02)
  }

  @Test func `pay that is kept back again and again leaves nothing to send home, not less`() throws
  {
    var inputs = try TinyCountry.inputs(until: "2020-06-30", burnInMonths: 1)
    inputs.behaviour.abuse.unpaidRate = 20
    let recording = try Recording(inputs, RunOptions(audit: .off))
    #expect(recording.series("remittances").allSatisfy { $0 >= 0 })
    #expect(recording.series("unpaid_wages").allSatisfy { $0 > 0 })
  }
}
