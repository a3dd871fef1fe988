import GRDB
import Kernel
import Measurement

extension RunDatabase {
  /// The margins of a run folder's cells and money; none where it has no cells, or other columns than this
  /// build.
  /// - Throws: ``FolderFault``.
  package static func readMargins(folder: String, months: [Day]) throws -> Margins {
    let cells = try readCells(folder: folder)
    let width = Cells.indicators.count
    guard !cells.isEmpty, cells.allSatisfy({ $0.row.values.count == width }) else {
      return Margins()
    }
    let money = try readMoney(folder: folder)
    var cellsByMonth: [Day: [CellRow]] = [:]
    for (month, row) in cells { cellsByMonth[month, default: []].append(row) }
    var counter = Margins.Counter()
    for month in months {
      counter.add(
        MonthRecord(
          month: month, national: [], canonical: [], cells: cellsByMonth[month] ?? [], flows: [],
          money: money[month] ?? []))
    }
    return counter.margins
  }

  private static func readMoney(folder: String) throws -> [Day: [MoneyRow]] {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(
        path: folder + "/results.sqlite", configuration: configuration)
      let rows = try queue.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM money ORDER BY rowid")
      }
      var money: [Day: [MoneyRow]] = [:]
      for row in rows {
        guard let month = Day(text: row["month"] + "-01") else { continue }
        money[month, default: []].append(
          MoneyRow(
            region: row["region"], payer: row["payer"], kind: row["kind"], amount: row["amount"]))
      }
      return money
    } catch let error as DatabaseError {
      throw FolderFault.notARunFolder(
        path: folder, reason: "its results.sqlite cannot be read: \(error.message ?? "unknown")")
    }
  }
}
