import GRDB
import Inputs
import Kernel
import Measurement

/// The tables that say which run this is. They hold what identifies it, not what it cost, so that equal
/// runs have equal rows on any machine.
extension RunDatabase {
  static func writeRun(_ results: RunResults, _ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE run (scenario TEXT, name TEXT, question TEXT, scenario_sha256 TEXT,
          version TEXT, seed INTEGER, scale REAL, first_day TEXT, last_day TEXT, persons INTEGER,
          employers INTEGER, events INTEGER, person_days INTEGER, digest TEXT, complete INTEGER,
          landmarks TEXT);
        CREATE TABLE measures (name TEXT, kind TEXT, "from" TEXT, until TEXT);
        """)
    let manifest = results.manifest
    let about = results.about
    try database.execute(
      sql: "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        manifest.scenario, about.name, about.question, manifest.scenarioSHA256, manifest.version,
        manifest.seed, manifest.scale, manifest.firstDay.description,
        manifest.lastDay?.description, about.persons, about.employers, manifest.events,
        manifest.personDays, manifest.digest, manifest.complete,
        about.landmarks.map(\.monthText).joined(separator: " "),
      ])
    for measure in about.measures {
      try database.execute(
        sql: "INSERT INTO measures VALUES (?, ?, ?, ?)",
        arguments: [
          measure.name, measure.kind, measure.from.description, measure.until?.description,
        ])
    }
  }

  /// Reads a run folder's results back.
  /// - Throws: ``FolderFault``.
  package static func read(folder: String) throws -> RunResults {
    let manifest = try Manifest.read(folder: folder)
    let path = folder + "/results.sqlite"
    var configuration = Configuration()
    configuration.readonly = true
    do {
      return try DatabaseQueue(path: path, configuration: configuration).read { database in
        let isChecked = try TableChecksums.check(database, folder: folder) {
          !RunDatabase.cellTables.contains($0)
        }
        let indicators = try readIndicators(database)
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM national ORDER BY month")
        var results = RunResults(
          manifest: manifest, about: try readAbout(database), indicators: indicators,
          months: rows.compactMap { (row: Row) -> Day? in Day(text: row["month"] + "-01") },
          national: rows.map { row in indicators.map { row[$0.name] as Double? } },
          evidence: try EvidenceTables.read(database), money: try readMoneyUnits(database))
        results.isChecked = isChecked
        return results
      }
    } catch let error as DatabaseError {
      throw FolderFault.notARunFolder(
        path: folder, reason: "its results.sqlite cannot be read: \(error.message ?? "unknown")")
    }
  }

  /// Tables of parts of the country: large, and not on a run's page.
  static let cellTables: Set<String> = ["cells", "flows", "money"]

  /// Rows of the table of cells, wide, in the order in which they were written.
  /// - Throws: ``FolderFault``.
  package static func readCells(folder: String) throws -> [(month: Day, row: CellRow)] {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(
        path: folder + "/results.sqlite", configuration: configuration)
      return try queue.read { database in
        _ = try TableChecksums.check(database, folder: folder) { cellTables.contains($0) }
        let names = try String.fetchAll(
          database, sql: "SELECT \"column\" FROM codebook WHERE \"table\" = 'cells' ORDER BY rowid")
        return try Row.fetchAll(database, sql: "SELECT * FROM cells ORDER BY rowid").compactMap {
          row in
          guard let month = Day(text: row["month"] + "-01") else { return nil }
          let cell = CellRow(
            region: row["region"], sector: row["sector"], origin: row["origin"],
            authorisation: row["authorisation"], values: names.map { row[$0] ?? 0.0 })
          return (month, cell)
        }
      }
    } catch let error as DatabaseError {
      throw FolderFault.notARunFolder(
        path: folder, reason: "its results.sqlite cannot be read: \(error.message ?? "unknown")")
    }
  }

  static func readIndicators(_ database: Database) throws -> [Indicator] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT "column", unit, formula, perspective FROM codebook
        WHERE "table" = 'national' ORDER BY rowid
        """
    ).map { row in
      Indicator(
        row["column"], unit: IndicatorUnit.read(row["unit"]).unit, row["formula"],
        perspective: Perspective(rawValue: row["perspective"]) ?? .truth)
    }
  }

  /// Of older results, which do not name it, the code that the codebook's units have.
  static func readCurrency(_ database: Database) throws -> Currency {
    guard try database.tableExists("currency"),
      let row = try Row.fetchOne(database, sql: "SELECT * FROM currency")
    else {
      let code = try String.fetchAll(database, sql: "SELECT unit FROM codebook ORDER BY rowid").lazy
        .compactMap { IndicatorUnit.read($0).currency }.first
      return Currency(code: code ?? "")
    }
    return Currency(code: row["code"], name: row["name"], symbol: row["symbol"])
  }

  private static func readAbout(_ database: Database) throws -> RunAbout {
    let run = try Row.fetchOne(database, sql: "SELECT * FROM run")
    let measures = try Row.fetchAll(database, sql: "SELECT * FROM measures ORDER BY rowid")
    return RunAbout(
      name: run?["name"] ?? "", question: run?["question"] ?? "", persons: run?["persons"] ?? 0,
      employers: run?["employers"] ?? 0,
      measures: measures.compactMap(measure), landmarks: landmarks(run))
  }

  /// None where the results were written without them.
  private static func landmarks(_ run: Row?) -> [Day] {
    guard let run, run.hasColumn("landmarks"), let text: String = run["landmarks"] else {
      return []
    }
    return text.split(separator: " ").compactMap { Day(text: $0 + "-01") }
  }

  static func measure(_ row: Row) -> MeasureDates? {
    guard let from = Day(text: row["from"]) else { return nil }
    let until: String? = row["until"]
    return MeasureDates(
      name: row["name"], kind: row["kind"], from: from, until: until.flatMap(Day.init(text:)))
  }
}
