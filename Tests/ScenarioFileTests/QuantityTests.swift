import Inputs
import Kernel
import ScenarioFile
import Testing

@Suite struct QuantityTests {
  private static let units = CountryUnits(currency: "KZT", index: "MCI")

  @Test(arguments: [
    ("35 %", Dimension.share, 0.35), ("35%", .share, 0.35), ("0.35", .share, 0.35),
    ("14.6 %", .share, 0.146), ("1e1 %", .share, 0.1), ("7 %", .share, 0.07),
    ("1:10", .factor, 0.1), ("1 : 3", .factor, 1.0 / 3), ("-2.5", .factor, -2.5),
    (".5", .factor, 0.5), ("5.", .factor, 5), ("+1E3", .factor, 1000), ("-0", .factor, 0),
    ("1e6", .count, 1_000_000), ("26700 KZT", .money, 26700),
    ("26700 KZT/month", .pay, 26700), ("26700KZT / month", .pay, 26700),
    ("60 days", .duration, 60), ("1 day", .duration, 1), ("4 weeks", .duration, 28),
    ("2 years", .duration, 730.5), ("1 month", .duration, 30.4375),
    ("2 years", .months, 24), ("36 months", .months, 36), ("20 MCI", .legalSum, 20),
    ("0.22 /year", .rate, 0.22), ("0.5/month", .rate, 6), ("0 %/month", .rate, 0),
  ]) func aQuantityIsReadInBaseUnits(text: String, dimension: Dimension, value: Double) throws {
    #expect(try Quantity.read(text, dimension, in: Self.units) == value)
  }

  @Test func aMonthlyChanceBecomesTheRateThatGivesIt() throws {
    let rate = try Quantity.read("1.5 %/month", .rate, in: Self.units)
    #expect(abs(exactExp(-rate / 12) - 0.985) < 1e-15)
    let yearly = try Quantity.read("2 %/year", .rate, in: Self.units)
    #expect(abs(exactExp(-yearly) - 0.98) < 1e-15)
    #expect(abs(rate - 0.181363653720578) < 1e-14)
  }

  @Test(arguments: [
    ("", Dimension.share), ("%", .share), ("1.2.3", .share), ("0x10", .factor), ("nan", .factor),
    ("inf", .factor), ("1e999", .factor), ("1:0", .factor), ("35 percent", .share),
    ("1 2", .factor), ("--1", .factor), ("1e", .factor), ("5 Days", .duration),
    ("5 kzt", .money), ("5", .money), ("1 %/decade", .rate), ("-1 %/year", .rate),
    ("100 %/month", .rate), ("5 %", .factor), ("５", .factor),
  ]) func whatIsNoQuantityIsRefused(text: String, dimension: Dimension) {
    #expect(throws: Quantity.Problem.self) { try Quantity.read(text, dimension, in: Self.units) }
  }

  @Test func everyDoubleIsWrittenAsTextThatReadsBackToItsBits() throws {
    var state: UInt64 = 2006
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: (state ^ state >> 29) & 0x7FFF_FFFF_FFFF_FFFF)
      guard value.isFinite else { continue }
      for dimension in Dimension.allCases {
        let text = Quantity.write(value, dimension, in: Self.units)
        let read = try Quantity.read(text, dimension, in: Self.units)
        if read.bitPattern != value.bitPattern { Issue.record("\(text)") }
      }
    }
  }

  @Test func wholeNumbersAreWrittenWithoutAPoint() {
    #expect(Quantity.write(26700, .pay, in: Self.units) == "26700 KZT/month")
    #expect(Quantity.write(1, .months, in: Self.units) == "1 month")
    #expect(Quantity.write(0.35, .share, in: Self.units) == "0.35")
    #expect(Quantity.write(1e16, .factor, in: Self.units) == "1e+16")
  }
}
