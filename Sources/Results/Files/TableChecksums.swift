import Crypto
import GRDB

/// A checksum of each table's rows, kept in the database itself (table `checksums`): it tells whether rows that
/// are read back are those that were written beside the digest.
///
/// Rows count, not bytes: other tables, indices and a database that was packed anew change nothing.
enum TableChecksums {
  private static let name = "checksums"

  /// Adds the checksums of all tables that are there.
  static func write(_ database: Database) throws {
    let tables = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    let sums = try tables.map { ($0, try checksum(of: $0, database)) }
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

  /// The names of the columns, then each value behind a letter for its kind. Whole numbers are told as the
  /// numbers that they are: which of the two SQLite keeps depends on the column.
  private static func checksum(of table: String, _ database: Database) throws -> String {
    var hash = SHA256()
    var bytes: [UInt8] = []
    func add(_ text: String) {
      bytes.append(UInt8(ascii: "t"))
      add(UInt64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    func add(_ number: UInt64) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM \"\(table)\" ORDER BY rowid")
    let columns = try database.columns(in: table)
    for column in columns { add(column.name) }
    while let row = try rows.next() {
      for place in 0..<row.count {
        switch (row[place] as DatabaseValue).storage {
        case .null: bytes.append(UInt8(ascii: "n"))
        case .int64(let number):
          bytes.append(UInt8(ascii: "d"))
          add(Double(number).bitPattern)
        case .double(let number):
          bytes.append(UInt8(ascii: "d"))
          add(number.bitPattern)
        case .string(let text): add(text)
        case .blob(let data):
          bytes.append(UInt8(ascii: "b"))
          bytes.append(contentsOf: data)
        }
      }
      if bytes.count > 1 << 16 {
        hash.update(data: bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    hash.update(data: bytes)
    return Digest.hexadecimal(hash.finalize())
  }
}
