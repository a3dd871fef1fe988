import Experiments
import Testing

@Suite struct RatioTests {
  /// Student's quantiles at 97.5 %, by number of pairs.
  private let quantiles = [.nan, .nan, 12.706, 4.303, 3.182]

  @Test func `With a sure divisor the interval is that of the mean, divided`() throws {
    let estimate = Ratio([8, 10, 12], [2, 2, 2], quantiles: quantiles).estimate
    #expect(estimate.difference == 5)
    let half = 4.303 * (4.0 / 3).squareRoot() / 2
    #expect(abs(try #require(estimate.lower) - (5 - half)) < 1e-9)
    #expect(abs(try #require(estimate.upper) - (5 + half)) < 1e-9)
  }

  @Test func `What moves together has a sure ratio`() throws {
    let estimate = Ratio([20, 22, 18, 21], [10, 11, 9, 10.5], quantiles: quantiles).estimate
    #expect(estimate.difference == 2)
    #expect(abs(try #require(estimate.lower) - 2) < 1e-6)
    #expect(abs(try #require(estimate.upper) - 2) < 1e-6)
  }

  @Test func `A divisor that may be nothing has no ratio`() {
    #expect(Ratio([8, 10, 12], [-1, 1, 2], quantiles: quantiles).estimate.difference == nil)
    #expect(Ratio([8], [2], quantiles: quantiles).estimate.difference == nil)
    #expect(Ratio([8, 8, 8], [0, 0, 0], quantiles: quantiles).estimate.difference == nil)
  }
}
