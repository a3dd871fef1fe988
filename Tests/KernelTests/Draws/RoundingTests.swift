import Kernel
import Testing

@Suite struct RoundingTests {
  @Test(arguments: [0, 0.25, 0.5, 1, 2.75, 1234.125, -0.25, -3.5])
  func `the mean over all luck is the number itself`(value: Double) {
    let count = 4096
    let sum = (0..<count).reduce(0) {
      $0 + unbiasedRounding(value, (Double($1) + 0.5) / Double(count))
    }
    #expect(Double(sum) / Double(count) == value)
  }

  @Test func `with equal luck the result never falls when the number rises`() {
    for step in 0..<40 {
      let uniform = (Double(step) + 0.5) / 40
      var before = Int.min
      for value in stride(from: -2.0, through: 3, by: 0.01) {
        let rounded = unbiasedRounding(value, uniform)
        #expect(rounded >= before)
        #expect(abs(Double(rounded) - value) < 1)
        before = rounded
      }
    }
  }

  @Test(arguments: [0, 1, 17, -4]) func `whole numbers stay as they are`(value: Int) {
    for uniform in [0x1p-53, 0.5, 1 - 0x1p-53] {
      #expect(unbiasedRounding(Double(value), uniform) == value)
    }
  }

  @Test func `scrambling takes no two identities to one word`() {
    // Neighbours, as identities are, and words far apart.
    var seen: Set<UInt32> = []
    let count: UInt32 = 1 << 19
    for identity in 0..<count { seen.insert(scrambled(identity)) }
    for identity in 0..<count { seen.insert(scrambled(.max - identity * 97)) }
    let identities = Set(0..<count).union((0..<count).map { .max - $0 * 97 })
    #expect(seen.count == identities.count)
  }

  @Test func `scrambling spreads neighbours over the whole range`() {
    var counts = Array(repeating: 0, count: 16)
    for identity in 0..<16_000 as Range<UInt32> { counts[Int(scrambled(identity) >> 28)] += 1 }
    // A hash need not be random, but no sixteenth may be crowded.
    #expect(counts.allSatisfy { abs($0 - 1000) < 150 })
  }
}
