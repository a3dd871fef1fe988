import Foundation
import Kernel
import Results
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    0.1, 1.0 / 3, Double.leastNonzeroMagnitude, -1e300, -2.5, 9_007_199_254_740_992, 0,
  ])
  func `A number read back is the same number`(number: Double) {
    #expect(Double(NumberText.shortest(number)) == number)
  }

  @Test func `Whole numbers have no decimal point`() {
    #expect(NumberText.shortest(7_612_000) == "7612000")
    #expect(NumberText.shortest(-3) == "-3")
    #expect(NumberText.shortest(0.5) == "0.5")
  }

  @Test func `Thousands are set apart`() {
    #expect(NumberText.grouped(0) == "0")
    #expect(NumberText.grouped(999) == "999")
    #expect(NumberText.grouped(1000) == "1,000")
    #expect(NumberText.grouped(-1_234_567) == "−1,234,567")
  }

  @Test func `Decimals are fixed, and a rounded nothing has no sign`() {
    #expect(NumberText.fixed(1234.56, decimals: 1) == "1,234.6")
    #expect(NumberText.fixed(0.049, decimals: 2) == "0.05")
    #expect(NumberText.fixed(-0.04, decimals: 1) == "0.0")
    #expect(NumberText.fixed(-7.25, decimals: 1) == "−7.3")
    #expect(NumberText.fixed(99.999, decimals: 0) == "100")
  }

  @Test func `A CSV field is quoted only where it must be`() {
    var csv = CSVWriter()
    csv.header(["plain", "with,comma", "with\"quote"])
    csv.field("a")
    csv.field(nil as Double?)
    csv.field(1.5)
    csv.endLine()
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "plain,\"with,comma\",\"with\"\"quote\"\na,,1.5\n")
  }

  @Test func `JSON text is read back by another reader as it was`() throws {
    let text = "a \"quoted\" \\ line\nand\ta \u{1} bell, көш"
    let json = JSON.object([
      ("text", .text(text)), ("list", .array([.integer(1), .number(0.25), .null, .flag(true)])),
      ("empty", .object([])),
    ])
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    #expect(read["text"] as? String == text)
    #expect((read["list"] as? [Any])?.count == 4)
  }
}
