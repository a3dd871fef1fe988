import Kernel
import Testing

/// The published known-answer vectors of Random123 for Philox 4x32-10.
@Suite struct PhiloxTests {
  @Test func `the zero counter under the zero key gives the published words`() {
    let words = Philox.bits(counter: (0, 0, 0, 0), key: (0, 0))
    #expect(words == (0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
  }

  @Test func `the counter of all ones under the key of all ones gives the published words`() {
    let ones = UInt32.max
    let words = Philox.bits(counter: (ones, ones, ones, ones), key: (ones, ones))
    #expect(words == (0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
  }

  @Test func `the digits of pi give the published words`() {
    let words = Philox.bits(
      counter: (0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344),
      key: (0xA409_3822, 0x299F_31D0))
    #expect(words == (0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
  }
}
