import Kernel
import Testing

@Suite struct DayNumberTests {
  @Test func `A day is kept as it is, up to the latest that can be told`() {
    for number in [0, 1, 40_000, 65_533, 65_534] { #expect(Int(DayNumber(number)) == number) }
    for number in [65_535, 65_536, 1_000_000, .max] {
      #expect(DayNumber(number) == .latest && Int(DayNumber(number)) == 65_534)
    }
  }

  @Test func `never is later than any day, and no day becomes it`() {
    #expect(DayNumber.latest < .never && DayNumber(.max) < .never && DayNumber.first < 1)
  }

  @Test func `A day takes two bytes`() {
    #expect(MemoryLayout<DayNumber>.stride == 2)
  }
}
