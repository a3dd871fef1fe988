import Inputs
import Testing

/// The worked anchor of the wage rule: monopsony by binding.
@Suite struct BargainingTests {
  /// Value of the work, and what the seeker has otherwise, KZT a month net.
  private static let value = 45_000.0
  private let socialTax = MarginalTax(flat: 0.1807)
  private let incomeTax = MarginalTax(flat: 0.1, above: 9752)

  private var behaviour: WageBehaviour {
    var behaviour = WageBehaviour()
    behaviour.bargainingShare = 0.6
    behaviour.offerRate = 1.2
    behaviour.discountRate = 0.1
    return behaviour
  }

  private func formalWage(mobility: Double, reservation: Double) -> Double {
    bargainedWage(
      share: behaviour.bargainingShare(mobility: mobility, separationRate: 0.18),
      value: socialTax.pay(costing: Self.value),
      reservation: incomeTax.pay(leaving: reservation))
  }

  @Test(arguments: [(0.3, 26_867), (0.1, 24_194), (1, 29_396)])
  func `the tighter a migrant is bound, the lower the wage`(mobility: Double, gross: Double) {
    #expect(abs(formalWage(mobility: mobility, reservation: 20_000) - gross) <= 2)
  }

  @Test func `a native, who asks for more, gets more`() {
    #expect(abs(formalWage(mobility: 1, reservation: 30_000) - 35_102) <= 2)
  }

  @Test func `an irregular job pays no tax on either side`() {
    let share = behaviour.bargainingShare(mobility: 0.6, separationRate: 0.3)
    let wage = bargainedWage(share: share, value: Self.value, reservation: 20_000)
    #expect(abs(wage - 29_643) <= 2)
  }

  @Test func `who may not leave at all gets what they ask for and no more`() {
    #expect(behaviour.bargainingShare(mobility: 0, separationRate: 0.18) == 0)
    #expect(bargainedWage(share: 0, value: 45_000, reservation: 20_000) == 20_000)
  }

  @Test func `the share rises with mobility and stays below its base`() {
    var before = -1.0
    for mobility in stride(from: 0.0, through: 1, by: 0.05) {
      let share = behaviour.bargainingShare(mobility: mobility, separationRate: 0.18)
      #expect(share > before && share < 0.6)
      before = share
    }
  }
}
