import Kernel
import Testing

/// Bits that must be the same on every processor and with every compiler.
///
/// A failure here means that simulated results have moved: a compiler fused a product and a sum, or
/// somebody changed a formula.
@Suite struct ExactGoldenTests {
  @Test func `known exponentials keep their bits`() {
    expectBits(
      [
        (1.0, 0x4005_BF0A_8B14_576A),
        (-1.0, 0x3FD7_8B56_362C_EF38),
        (0.5, 0x3FFA_6129_8E1E_069C),
        (10.0, 0x40D5_829D_CF95_0560),
        (-10.25, 0x3F02_899A_7A83_5446),
        (100.0, 0x48F3_494A_9B17_1BF5),
        (-300.0, 0x24E2_4563_9C3A_49F7),
        (700.0, 0x7F0D_945D_F4F8_EC8E),
        (1e-10, 0x3FF0_0000_0006_DF38),
      ], exactExp)
  }

  @Test func `known logarithms keep their bits`() {
    expectBits(
      [
        (2.0, 0x3FE6_2E42_FEFA_39EF),
        (3.0, 0x3FF1_93EA_7AAD_030A),
        (10.0, 0x4002_6BB1_BBB5_5516),
        (0.5, 0xBFE6_2E42_FEFA_39EF),
        (0.1, 0xC002_6BB1_BBB5_5515),
        (1e-300, 0xC085_9634_47F8_7FB5),
        (1e+300, 0x4085_9634_47F8_7FB5),
        (0.999, 0xBF50_6467_0D97_9B73),
        (1.001, 0x3F50_6035_4F8C_3CC4),
      ], exactLog)
  }

  @Test func `a hundred thousand values of each function keep their common fingerprint`() {
    #expect(fingerprint { exactExp(1400 * $0 - 700) } == 0x2F9E_DF1E_0FF7_27AB)
    #expect(fingerprint { exactLog($0) } == 0xAAC0_7865_9AFB_4275)
    #expect(fingerprint { exactLogistic(80 * $0 - 40) } == 0x6346_1B8B_8CB4_E994)
    #expect(fingerprint { exactPow(1000 * $0, 0.7) } == 0xBBEB_1F80_79E5_1B78)
    #expect(fingerprint { standardExponential(uniform: $0) } == 0xE2A3_8D23_DD4C_B8D8)
    #expect(fingerprint { standardGumbel(uniform: $0) } == 0xB6B0_A665_9D9C_21FE)
    #expect(fingerprint { standardNormal(uniform: $0) } == 0xF343_A967_4AA1_DDE9)
  }

  private func expectBits(_ pairs: [(Double, UInt64)], _ function: (Double) -> Double) {
    for (argument, bits) in pairs {
      #expect(function(argument).bitPattern == bits, "at \(argument)")
    }
  }

  /// A 64-bit hash, in the manner of FNV-1a, of 100,000 values for numbers between 0 and 1.
  private func fingerprint(_ function: (Double) -> Double) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<100_000 {
      let uniform = (Double(index) + 0.5) / 100_000
      hash = (hash ^ function(uniform).bitPattern) &* 0x100_0000_01B3
      // Without this, an even number of changed signs would cancel in the top bit.
      hash ^= hash &>> 32
    }
    return hash
  }
}
