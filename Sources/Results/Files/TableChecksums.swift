import GRDB

/// A checksum of each table's rows, kept in the database itself (table `checksums`): it tells whether rows that
/// are read back are those that were written beside the digest.
///
/// Rows count, not bytes: other tables, indices and a database that was packed anew change nothing.
enum TableChecksums {
  private static let name = "checksums"

  /// The checksum of one table.
  struct Sum {
    var table: String
    var sha256: String
  }

  /// Adds the checksums of all tables that are there.
  ///
  /// - Parameter known: those that were reckoned while the tables were written; the others' rows are read back.
  static func write(_ database: Database, known: [Sum] = []) throws {
    let tables = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    let sums = try tables.map { table in
      (table, try known.first { $0.table == table }?.sha256 ?? checksum(of: table, database))
    }
    try database.execute(sql: "CREATE TABLE \(name) (\"table\" TEXT, sha256 TEXT)")
    for (table, sum) in sums {
      try database.execute(sql: "INSERT INTO \(name) VALUES (?, ?)", arguments: [table, sum])
    }
  }

  /// Looks at some tables before their rows are believed.
  ///
  /// - Parameters:
  ///   - isWanted: whether a table is looked at.
  ///   - folder: whose database it is.
  /// - Returns: Whether there are checksums at all: databases of earlier versions have none.
  /// - Throws: ``FolderFault/altered(path:tables:)``.
  static func check(
    _ database: Database, folder: String, _ isWanted: (String) -> Bool
  ) throws -> Bool {
    guard try database.tableExists(name) else { return false }
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(name) ORDER BY rowid")
    let altered = try rows.compactMap { row -> String? in
      guard let table = String.fromDatabaseValue(row["table"] as DatabaseValue), isWanted(table)
      else { return nil }
      let isSame =
        try database.tableExists(table)
        && checksum(of: table, database) == String.fromDatabaseValue(row["sha256"])
      return isSame ? nil : table
    }
    guard altered.isEmpty else { throw FolderFault.altered(path: folder, tables: altered) }
    return !rows.isEmpty
  }

  private static func checksum(of table: String, _ database: Database) throws -> String {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM \"\(table)\" ORDER BY rowid")
    var hash = RowHash(columns: try database.columns(in: table).map(\.name))
    while let row = try rows.next() {
      for place in 0..<row.count {
        switch (row[place] as DatabaseValue).storage {
        case .null: hash.addNothing()
        case .int64(let number): hash.add(Double(number))
        case .double(let number): hash.add(number)
        case .string(let text): hash.add(text)
        case .blob(let data): hash.add(bytes: data)
        }
      }
    }
    return hash.finish()
  }
}
