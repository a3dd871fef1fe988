import Experiments
import Foundation
import Inputs
import Kernel
import ScenarioFile
import TestSupport
import Testing

/// Studies answer, and their tables read well in every form.
@Suite struct StudyTests {
  private func settings(_ study: Study, scales: [Double]) throws -> StudySettings {
    StudySettings(
      try Self.scenario(), scales: scales, replicates: 2, workers: 1,
      until: Day(year: 2020, month: 12, day: 31))
  }

  /// The tiny country, with facts to be beside.
  private static func scenario() throws -> LoadedScenario {
    let facts = """
          id,fact,formula,documented,low,high,unit,source,use
          A1,unemployment,native_unemployment_rate mean 2020,8 %,0.001,0.5,share,assumed,set
          A2,average wage,wage_native mean 2020,900,1,none,EUR/month,assumed,left alone
          A3,homes,employed[sector=homes] sum 2020 / employed[authorisation=native] sum 2020,1 %,none,0.001,share,assumed,set
      """
    let text = """
      kosh: 1
      name: Facts
      question: What is found?
      extends: \(TinyCountry.scenario)
      tables:
        evidence: |
      \(facts)
        fit: |
      \(facts)

      """
    var files = TinyCountry.files
    files["facts.yaml"] = Array(text.utf8)
    return try ScenarioLoader.load(path: "facts.yaml", files: .inMemory(files))
  }

  @Test func `the study of the fit judges each fact, and holds only where all agree`() throws {
    let tables = try Study.baseline(named: "fit").tables(settings(.evidence, scales: [0.04]))
    let table = try #require(tables.first)
    #expect(table.rows.map { $0[6] } == ["agrees", "agrees", "misses"])
    #expect(table.holds == false)
  }

  @Test(arguments: Study.all.map(\.name))
  func `Every study answers at a tiny scale, in whole rows`(name: String) throws {
    let study = try #require(Study.named(name))
    let scales = name == "scale-agreement" ? [0.08, 0.04] : [0.04]
    let tables = try study.tables(settings(study, scales: scales))
    #expect(!tables.isEmpty)
    for table in tables {
      #expect(!table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test func `A study that is stopped says nothing`() throws {
    let study = try #require(Study.named("drift"))
    var settings = try settings(study, scales: [0.04])
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
