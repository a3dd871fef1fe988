import Kernel
import Testing

@Suite struct TengeTests {
  private static let cases: [(Double, Int)] = [
    (0.0, 0), (0.4, 0), (0.5, 1), (26_699.7, 26_700), (-0.2, 0), (1.9e9, 1_900_000_000),
    (2e9, 2_000_000_000), (3e9, 2_000_000_000), (1e300, 2_000_000_000),
    (.infinity, 2_000_000_000), (-1e300, -2_000_000_000),
  ]

  @Test(arguments: cases)
  func `pay is the nearest whole tenge, and stays at the end of what a record holds`(
    amount: Double, pay: Int
  ) {
    #expect(Int(WholeMoney.nearest(amount)) == pay)
  }

  @Test func `a sum of payments drops their fractions and never wraps`() {
    #expect(WholeMoney.sum(5, adding: 2.9) == 7)
    #expect(WholeMoney.sum(5, adding: -2.9) == 3)
    #expect(WholeMoney.sum(WholeMoney.mostInSum - 1, adding: 1e18) == WholeMoney.mostInSum)
    #expect(WholeMoney.sum(-WholeMoney.mostInSum, adding: -1e300) == -WholeMoney.mostInSum)
  }
}
