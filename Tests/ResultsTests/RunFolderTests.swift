import Foundation
import GRDB
import Kernel
import Measurement
import Results
import Testing
import TestSupport

@Suite struct RunFolderTests {
  let temporary = TemporaryFolder()

  private func written(
    _ run: FinishedRun, into path: String, force: Bool = false
  ) throws -> Manifest {
    var folder = try OutputFolder.named(path, force: force)
    return try folder.write(run) { manifest, seconds in manifest.writingSeconds = seconds }
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func text(_ name: String) throws -> String {
    try #require(FileBytes.text(of: temporary.path(name)))
  }

  @Test func `A folder holds exactly the promised files`() throws {
    _ = try written(SyntheticRun.finished(monthCount: 2), into: temporary.path("run"))
    #expect(
      try names(temporary.path("run")) == [
        "cells.csv", "daily.csv", "manifest.json", "national.csv", "report.html",
        "results.sqlite", "scenario.yaml",
      ])
  }

  @Test func `The manifest has exactly the promised keys, in the promised order`() throws {
    let manifest = try written(SyntheticRun.finished(monthCount: 2), into: temporary.path("run"))
    let lines = try text("run/manifest.json").split(separator: "\n")
    let keys = lines.compactMap { line in line.split(separator: "\"").dropFirst().first }
    #expect(
      keys == [
        "version", "commit", "toolchain", "machine", "scenario", "scenario_sha256", "seed", "scale",
        "threads", "first_day", "last_day", "wall_seconds", "cpu_seconds", "population_seconds",
        "burn_in_seconds", "day_loop_seconds", "writing_seconds", "events", "person_days",
        "peak_memory_bytes", "audits", "digest", "complete",
      ])
    #expect(try Manifest.read(folder: temporary.path("run")) == manifest)
  }

  @Test func `A mean of nobody is empty in CSV and NULL in the database`() throws {
    _ = try written(SyntheticRun.finished(monthCount: 2), into: temporary.path("run"))
    let rows = try text("run/national.csv").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows[0].map(String.init) == ["month"] + National.indicators.map(\.name))
    #expect(rows[1][0] == "2005-01" && rows[1][2] == "" && rows[2][2] != "")
    let nothing = try DatabaseQueue(path: temporary.path("run/results.sqlite")).read {
      try String.fetchAll(
        $0, sql: "SELECT month FROM national WHERE \"\(National.indicators[1].name)\" IS NULL")
    }
    #expect(nothing == ["2005-01"])
  }

  @Test func `Results read back are the results written`() throws {
    var run = SyntheticRun.finished(monthCount: 5)
    run.results.manifest = try written(run, into: temporary.path("run"))
    #expect(try RunDatabase.read(folder: temporary.path("run")) == run.results)
    let cells = try RunDatabase.readCells(folder: temporary.path("run"))
    #expect(cells.map(\.row) == run.records.months.flatMap(\.cells))
  }

  @Test func `Every column of every table stands in the codebook`() throws {
    _ = try written(SyntheticRun.finished(monthCount: 1), into: temporary.path("run"))
    try DatabaseQueue(path: temporary.path("run/results.sqlite")).read { database in
      for table in ["national", "cells", "flows", "money", "official"] {
        let book = try String.fetchAll(
          database, sql: "SELECT \"column\" FROM codebook WHERE \"table\" = ?",
          arguments: [table == "official" ? "national" : table])
        let keys = ["month", "region", "sector", "origin", "authorisation", "payer", "kind"]
        for column in try database.columns(in: table) where !keys.contains(column.name) {
          #expect(book.contains(column.name), "\(table).\(column.name)")
        }
      }
    }
  }

  @Test func `A day counts real persons and adds them up`() {
    let flowCount = DailyFlow.allCases.count
    func day(_ number: Int32) -> DayRecord {
      DayRecord(day: Day(number: number), counts: Array(repeating: 2, count: flowCount))
    }
    func lines(scale: Double) -> [String] {
      String(decoding: RunTables.daily([day(0), day(1)], scale: scale), as: UTF8.self)
        .split(separator: "\n").map(String.init)
    }
    let twice = Array(repeating: "20", count: flowCount).joined(separator: ",")
    let sums = Array(repeating: "40", count: flowCount).joined(separator: ",")
    #expect(lines(scale: 0.1)[1] == "1970-01-01,\(twice),\(twice)")
    #expect(lines(scale: 0.1)[2] == "1970-01-02,\(twice),\(sums)")
    #expect(lines(scale: 1.0 / 3)[1].hasPrefix("1970-01-01,6,"))
    #expect(lines(scale: 0.3)[1].hasPrefix("1970-01-01,6.66"))
    #expect(
      lines(scale: 1)[0].hasSuffix(DailyFlow.allCases.map { $0.name + "_cumulative" }.last ?? ""))
  }

  @Test func `Cells are long, without zeros, and left out when nobody asks for them`() throws {
    let months = SyntheticRun.records(monthCount: 1, cellsPerMonth: 1).months
    let lines = String(decoding: RunTables.cells(months), as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "month,region,sector,origin,authorisation,indicator,value")
    #expect(lines[1].hasPrefix("2005-01,Almaty city,construction,Kazakhstan,native,present,"))
    let bare = SyntheticRun.finished(monthCount: 1, withCells: false)
    _ = try written(bare, into: temporary.path("bare"))
    #expect(try !names(temporary.path("bare")).contains("cells.csv"))
  }

  @Test func `Replicates follow one another, each row with its number`() throws {
    let months = SyntheticRun.records(monthCount: 2).months
    var folder = try OutputFolder.named(temporary.path("several"), force: false)
    for number in 0..<2 { try folder.write(replicate: number, months) }
    _ = try folder.write(SyntheticRun.finished(monthCount: 2)) { _, _ in }
    let text = try #require(FileBytes.text(of: temporary.path("several/replicates.csv")))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix("month,replicate,"))
    #expect(lines[3].hasPrefix("2005-01,1,"))
  }

  @Test func `Forty thousand rows of cells are written in well under two seconds`() throws {
    let run = SyntheticRun.finished(monthCount: 72, cellsPerMonth: 600)
    let manifest = try written(run, into: temporary.path("large"))
    print("43,200 rows of cells written in \(manifest.writingSeconds) s")
    #expect(manifest.writingSeconds < 2)
  }
}
