import Experiments
import Foundation
import Inputs
import Kernel
import ScenarioFile
import Testing

/// Studies answer, and their tables read well in every form.
@Suite struct StudyTests {
  private func settings(_ study: Study, scales: [Double]) throws -> StudySettings {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let scenario = try ScenarioLoader.load(
      path: root.appending(path: "Scenarios/kazakhstan-2006.yaml").path)
    return StudySettings(
      scenario, scales: scales, replicates: 2, workers: 1,
      until: Day(year: 2005, month: 12, day: 31))
  }

  @Test(arguments: Study.all.map(\.name))
  func `Every study answers at a tiny scale, in whole rows`(name: String) throws {
    let study = try #require(Study.named(name))
    let scales = name == "scale-agreement" ? [0.001, 0.0005] : [0.0005]
    let tables = try study.tables(settings(study, scales: scales))
    #expect(!tables.isEmpty)
    for table in tables {
      #expect(!table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test func `A study that is stopped says nothing`() throws {
    let study = try #require(Study.named("drift"))
    var settings = try settings(study, scales: [0.0005])
    settings.keepsGoing = { false }
    #expect(throws: StudyInterrupted.self) { try study.tables(settings) }
  }

  @Test func `A table is printed aligned, and as Markdown`() {
    let table = StudyTable(
      "Sums", columns: ["what", "a"], rows: [["first", "1"], ["second", "22"]], notes: ["Done."])
    #expect(table.text == "Sums\n\nwhat     a\nfirst    1\nsecond  22\nDone.")
    #expect(
      table.markdown
        == "### Sums\n\n| what | a |\n|---|---:|\n| first | 1 |\n| second | 22 |\n\nDone.")
  }
}
