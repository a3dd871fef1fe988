import GRDB
import GRDBSQLite

/// One table being filled: text columns first, then numbers.
///
/// Values are bound to the statement one by one: a list of arguments, boxed and kept, took a tenth of a small run's time. The
/// checksum of the rows is reckoned on the way, so that large tables need not be read back.
struct TableWriter {
  private let statement: Statement
  private let name: String
  private var rows: RowHash

  /// - Parameter counts: those of `numbers` that are whole.
  init(
    _ name: String, keys: [String], numbers: [String], counts: [String] = [],
    _ database: Database
  ) throws {
    let columns =
      keys.map { "\"\($0)\" TEXT NOT NULL" }
      + numbers.map { "\"\($0)\" \(counts.contains($0) ? "INTEGER" : "REAL")" }
    try database.execute(sql: "CREATE TABLE \"\(name)\" (\(columns.joined(separator: ", ")))")
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    statement = try database.makeStatement(sql: "INSERT INTO \"\(name)\" VALUES (\(places))")
    self.name = name
    rows = RowHash(columns: keys + numbers)
  }

  mutating func insert(_ keys: [String], _ numbers: [Double?]) throws {
    try insert(keys, numbers.count) { numbers[$0] }
  }

  mutating func insert(_ keys: [String], _ numbers: [Double]) throws {
    try insert(keys, numbers.count) { numbers[$0] }
  }

  /// The checksum of what was inserted; nothing may be inserted after it.
  mutating func checksum() -> TableChecksums.Sum {
    TableChecksums.Sum(table: name, sha256: rows.finish())
  }

  @inline(__always)
  private mutating func insert(
    _ keys: [String], _ count: Int, _ number: (Int) -> Double?
  ) throws {
    let handle = statement.sqliteStatement
    var place: Int32 = 1
    for key in keys {
      check(bind(key, at: place, handle))
      rows.add(key)
      place += 1
    }
    for index in 0..<count {
      // SQLite keeps NaN as nothing, and makes no difference between the two zeros.
      if let value = number(index), !value.isNaN {
        check(sqlite3_bind_double(handle, place, value))
        rows.add(value == 0 ? 0 : value)
      } else {
        check(sqlite3_bind_null(handle, place))
        rows.addNothing()
      }
      place += 1
    }
    precondition(place - 1 == sqlite3_bind_parameter_count(handle), "a row has every column")
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
    }
  }

  private func bind(_ text: String, at place: Int32, _ handle: SQLiteStatement) -> Int32 {
    // The copy is SQLite's, made at once.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return sqlite3_bind_text(handle, place, text, Int32(text.utf8.count), copied)
  }

  private func check(_ code: Int32) {
    precondition(code == SQLITE_OK, "SQLite takes a value of a kind that every table has")
  }
}
