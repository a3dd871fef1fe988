import GRDB
import Kernel
import Measurement

/// Writes `results.sqlite`.
package enum RunDatabase {
  /// Writes all tables to a new file at `path`, in one transaction.
  /// - Throws: ``FolderFault`` with the path.
  static func write(_ results: RunResults, months: [MonthRecord], to path: String) throws {
    try FileBytes.write([UInt8](), to: path)
    do {
      let queue = try DatabaseQueue(path: path, configuration: fastUnsafe)
      try queue.write { database in
        try writeRun(results, database)
        try writeCodebook(results.money.currency.code, database)
        try writeNational(months, database)
        let large = [
          try writeCells(months, database), try writeFlows(months, database),
          try writeMoney(months, database),
        ]
        try EvidenceTables.write(results.evidence, database)
        try writeMoneyUnits(results.money, results.months, database)
        try TableChecksums.write(database, known: large)
      }
      try queue.close()
    } catch let error as DatabaseError {
      throw fault(error, path)
    }
  }

  /// No journal and no waiting for the disk: a half-written file is never seen, because it gets its name
  /// only when it is whole.
  static var fastUnsafe: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }

  static func fault(_ error: DatabaseError, _ path: String) -> FolderFault {
    switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_IOERR: .diskFull(path: path)
    default: .cannotWrite(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }

  private static func writeNational(_ months: [MonthRecord], _ database: Database) throws {
    let indicators = National.indicators
    var national = try TableWriter(
      "national", keys: ["month"], numbers: indicators.map(\.name), database)
    let columns = indicators.indices.filter { indicators[$0].perspective == .official }
    var official = try TableWriter(
      "official", keys: ["month"], numbers: columns.map { indicators[$0].name }, database)
    for record in months {
      let month = record.month.monthText
      try national.insert([month], record.national)
      try official.insert([month], columns.map { record.national[$0] })
    }
  }

  private static func writeCells(
    _ months: [MonthRecord], _ database: Database
  ) throws -> TableChecksums.Sum {
    var cells = try TableWriter(
      "cells", keys: ["month", "region", "sector", "origin", "authorisation"],
      numbers: Cells.indicators.map(\.name), database)
    for record in months {
      let month = record.month.monthText
      for row in record.cells {
        try cells.insert(
          [month, row.region, row.sector, row.origin, row.authorisation], row.values)
      }
    }
    return cells.checksum()
  }

  private static func writeFlows(
    _ months: [MonthRecord], _ database: Database
  ) throws -> TableChecksums.Sum {
    var flows = try TableWriter(
      "flows", keys: ["month", "region", "sector"], numbers: Flows.indicators.map(\.name), database)
    for record in months {
      let month = record.month.monthText
      for row in record.flows { try flows.insert([month, row.region, row.sector], row.values) }
    }
    return flows.checksum()
  }

  /// What money is called, and what it is read by.
  static func writeMoneyUnits(
    _ money: MoneyUnits, _ months: [Day], _ database: Database
  ) throws {
    try database.execute(sql: "CREATE TABLE currency (code TEXT, name TEXT, symbol TEXT)")
    try database.execute(
      sql: "INSERT INTO currency VALUES (?, ?, ?)",
      arguments: [money.currency.code, money.currency.name, money.currency.symbol])
    if money.exchangeRate.isEmpty { return }
    var drivers = try TableWriter(
      "drivers", keys: ["month"], numbers: ["exchange_rate", "price_index"], database)
    for (place, month) in months.enumerated() {
      try drivers.insert([month.monthText], [money.exchangeRate[place], money.priceIndex[place]])
    }
  }

  /// Nothing but the currency where the results were written without drivers.
  static func readMoneyUnits(_ database: Database) throws -> MoneyUnits {
    let currency = try readCurrency(database)
    guard try database.tableExists("drivers") else { return MoneyUnits(currency: currency) }
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM drivers ORDER BY rowid")
    return MoneyUnits(
      currency: currency, exchangeRate: rows.map { $0["exchange_rate"] },
      priceIndex: rows.map { $0["price_index"] })
  }

  private static func writeMoney(
    _ months: [MonthRecord], _ database: Database
  ) throws -> TableChecksums.Sum {
    var money = try TableWriter(
      "money", keys: ["month", "region", "payer", "kind"], numbers: ["amount"], database)
    for record in months {
      let month = record.month.monthText
      for row in record.money {
        try money.insert([month, row.region, row.payer, row.kind], [row.amount])
      }
    }
    return money.checksum()
  }

  private static func writeCodebook(_ currency: String, _ database: Database) throws {
    var codebook = try TableWriter(
      "codebook", keys: ["table", "column", "unit", "formula", "perspective"], numbers: [],
      database)
    for entry in Codebook.current(currency: currency).entries {
      let indicator = entry.indicator
      try codebook.insert(
        [
          entry.table, indicator.name, indicator.unit.text(money: currency), indicator.formula,
          indicator.perspective.rawValue,
        ], [Double]())
    }
  }
}
