import Foundation
import GRDB
import Results
import TestSupport
import Testing

/// Results whose database was changed after it was written.
@Suite struct AlteredDatabaseTests {
  private let temporary = TemporaryFolder()
  private var path: String { temporary.path("run") }

  init() throws {
    var folder = try OutputFolder.named(path, force: false)
    var run = SyntheticRun.finished(monthCount: 3)
    run.results.evidence = []
    _ = try folder.write(run) { _, _ in }
  }

  private func change(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path + "/results.sqlite")
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  private func fault(_ body: () throws -> Void) -> FolderFault? {
    do {
      try body()
      return nil
    } catch { return error as? FolderFault }
  }

  @Test(arguments: [
    ("UPDATE national SET migrants_present = 9e999 WHERE rowid = 3", "national"),
    ("UPDATE national SET migrants_present = migrants_present + 1 WHERE rowid = 1", "national"),
    ("UPDATE national SET migrants_present = 'many' WHERE rowid = 2", "national"),
    ("UPDATE national SET migrants_present = NULL WHERE rowid = 2", "national"),
    ("DELETE FROM national WHERE rowid = 2", "national"),
    ("ALTER TABLE national DROP COLUMN arrivals", "national"),
    ("DROP TABLE national", "national"), ("UPDATE run SET persons = NULL", "run"),
    ("UPDATE codebook SET unit = 'share'", "codebook"),
    ("UPDATE measures SET name = x'ff'", "measures"),
  ])
  func `Rows that are no longer those of the digest are not shown beside it`(
    sql: String, table: String
  ) throws {
    try change(sql)
    #expect(
      fault { _ = try RunDatabase.read(folder: path) } == .altered(path: path, tables: [table]))
  }

  @Test func `Cells that were changed are not compared`() throws {
    let months = try RunDatabase.read(folder: path).months
    _ = try RunDatabase.readMargins(folder: path, months: months)
    try change("UPDATE cells SET present = present + 1 WHERE rowid = 1")
    #expect(
      fault { _ = try RunDatabase.readMargins(folder: path, months: months) }
        == .altered(path: path, tables: ["cells"]))
  }

  @Test func `What users add to a database changes nothing, nor does packing it anew`() throws {
    let before = try RunDatabase.read(folder: path)
    for sql in [
      "CREATE TABLE mine (x)", "INSERT INTO mine VALUES (1)",
      "CREATE INDEX mine_too ON cells (month)", "CREATE VIEW v AS SELECT * FROM national",
    ] { try change(sql) }
    let queue = try DatabaseQueue(path: path + "/results.sqlite")
    try queue.vacuum()
    try queue.close()
    #expect(try RunDatabase.read(folder: path) == before)
    #expect(before.isChecked)
  }

  @Test func `Results of a version without checksums are read, and said to be unchecked`() throws {
    try change("DROP TABLE checksums")
    #expect(try !RunDatabase.read(folder: path).isChecked)
  }
}
