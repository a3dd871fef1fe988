import Foundation
import Measurement
import Results
import Testing

@Suite struct CodebookTests {
  private let page =
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Results/Results.docc/Codebook.md").path

  @Test func `The documented codebook is the one that results hold`() throws {
    if ProcessInfo.processInfo.environment["KOSH_RECORD"] == "1" {
      try FileBytes.write(Codebook.current(currency: "currency").markdown, to: page)
    }
    #expect(
      FileBytes.text(of: page) == Codebook.current(currency: "currency").markdown,
      "Codebook.md is old: run this test again with KOSH_RECORD=1")
  }

  @Test func `No column is named twice in a table, and none lacks unit or formula`() {
    let entries = Codebook.current(currency: "currency").entries
    let names = entries.map { $0.table + "." + $0.indicator.name }
    #expect(Set(names).count == names.count)
    #expect(
      entries.allSatisfy {
        !$0.indicator.unit.text(money: "").isEmpty && !$0.indicator.formula.isEmpty
      })
  }
}
