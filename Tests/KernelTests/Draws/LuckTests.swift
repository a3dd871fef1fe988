import Kernel
import Statistics
import Testing

@Suite struct LuckTests {
  private let luck = Luck(seed: 2006, replicate: 0)

  @Test func `a draw is a function of its key alone`() {
    let again = Luck(seed: 2006, replicate: 0)
    for who in 0..<1000 as Range<UInt32> {
      let first = luck.bits(who, 7, occasion: 3, index: 2)
      #expect(first == again.bits(who, 7, occasion: 3, index: 2))
    }
  }

  @Test func `seeds, replicates, persons, purposes, occasions and indices share no draw`() {
    var seen: Set<UInt64> = []
    var count = 0
    for seed in 0..<3 as Range<UInt64> {
      for replicate in 0..<3 as Range<UInt32> {
        let luck = Luck(seed: seed, replicate: replicate)
        for who in 0..<10 as Range<UInt32> {
          for purpose in 0..<5 as Range<UInt32> {
            for occasion in 0..<5 as Range<UInt32> {
              for index in 0..<5 as Range<UInt32> {
                seen.insert(luck.bits(who, purpose, occasion: occasion, index: index))
                count += 1
              }
            }
          }
        }
      }
    }
    // 11,250 draws of 64 bits: a chance collision has a probability below 10⁻¹¹.
    #expect(seen.count == count)
  }

  @Test func `the seed's upper half counts`() {
    let one = Luck(seed: 1, replicate: 0)
    let other = Luck(seed: 1 << 32 | 1, replicate: 0)
    #expect(one.bits(0, 0) != other.bits(0, 0))
  }

  @Test func `replicates are uncorrelated`() throws {
    let other = Luck(seed: 2006, replicate: 1)
    let count = 20_000
    var product = 0.0
    for who in 0..<UInt32(count) {
      product += (luck.uniform(who, 1) - 0.5) * (other.uniform(who, 1) - 0.5)
    }
    let correlation = product / Double(count) * 12
    #expect(abs(correlation) < 4 / Double(count).squareRoot())
  }

  @Test func `uniform draws are uniform`() throws {
    let fit = try GoodnessOfFit(
      kolmogorovOf: (0..<20_000).map { luck.uniform(UInt32($0), 3) }
    ) { $0 }
    #expect(fit.pValue > 0.001)
  }

  @Test func `the interval is open at both ends`() {
    #expect(openUniform(UInt64.min) > 0 && openUniform(UInt64.max) < 1)
    #expect(openUniform(UInt32.min) > 0 && openUniform(UInt32.max) < 1)
    #expect(openUniform(UInt64.min) == 1 - openUniform(UInt64.max))
  }
}
