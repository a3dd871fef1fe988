import Inputs

/// Cells → typed rows; header and cells are checked, every fault at its cell.
struct TableReader<Row: TableRow> {
  /// A typed row and where it stands.
  struct Placed {
    var row: Row
    var place: Place
    /// By column.
    var cellPlaces: [String: Place]
  }

  var format: TableFormat
  /// Where the whole table is named, for faults without a line of their own.
  var place: Place
  /// In what cells with a unit are written.
  var units: CountryUnits
  /// Columns that must be there although others may do without them.
  var needed: Set<String> = []

  func read(_ table: CSVText, into findings: inout Findings) -> [Placed]? {
    guard !table.isForeign else { return nil }
    let rows = table.rows
    guard let header = rows.first else {
      findings.error(place, TableFault.noHeader(format.name))
      return nil
    }
    guard let order = columns(of: header, into: &findings) else { return nil }
    guard rows.count > 1 else {
      findings.error(header[0].place, TableFault.noRows(format.name))
      return nil
    }
    guard rows.count <= format.rowLimit + 1 else {
      findings.error(
        rows[format.rowLimit + 1][0].place, TableFault.tooMany(format.name, limit: format.rowLimit))
      return nil
    }
    let before = findings.errorCount
    var seen: [String: Int] = [:]
    var placed: [Placed] = []
    for cells in rows.dropFirst() {
      guard cells.count == header.count else {
        findings.error(
          cells[0].place, TableFault.wrongCellCount(cells.count, header: header.count))
        continue
      }
      guard let row = row(cells, order, into: &findings) else { continue }
      let identity = identity(cells, header)
      if let line = seen[identity] {
        findings.error(row.place, TableFault.repeatedRow(identity, firstLine: line))
      }
      seen[identity] = row.place.line
      placed.append(row)
    }
    return findings.errorCount == before ? placed : nil
  }

  /// The key of each cell, in the header's order.
  private func columns(of header: [CSVText.Cell], into findings: inout Findings) -> [Key<Row>]? {
    let names = Row.columns.map(\.name)
    var order: [Key<Row>] = []
    var seen: Set<String> = []
    let before = findings.errorCount
    for cell in header {
      let name = units.general(cell.text)
      if let key = Row.columns.first(where: { $0.name == name }) {
        if !seen.insert(name).inserted {
          findings.error(cell.place, TableFault.repeatedColumn(cell.text))
        }
        order.append(key)
      } else {
        let table = "table '\(format.name)'"
        findings.error(
          cell.place, TableFault.unknownColumn(cell.text, table: table, among: names))
      }
    }
    for name in names where !seen.contains(name) && !mayLack(name) {
      findings.error(header[0].place, TableFault.missingColumn(name, table: format.name))
    }
    return findings.errorCount == before ? order : nil
  }

  private func mayLack(_ column: String) -> Bool {
    !needed.contains(column) && Row.columns.contains { $0.name == column && $0.isOptional }
  }

  private func row(
    _ cells: [CSVText.Cell], _ order: [Key<Row>], into findings: inout Findings
  ) -> Placed? {
    var row = Row.blank
    let reader = ValueReader(units: units)
    var isWhole = true
    var places: [String: Place] = [:]
    for (cell, key) in zip(cells, order) {
      places[key.name] = cell.place
      guard !cell.text.isEmpty else {
        findings.error(cell.place, TableFault.emptyCell(key.name))
        isWhole = false
        continue
      }
      let node = RawNode(place: cell.place, content: .text(cell.text))
      let demand = ValueReader.Demand(key, bareNumbers: true)
      if let value = reader.plainValue(node, as: demand, into: &findings) {
        key.write(&row, value)
      } else {
        isWhole = false
      }
    }
    return isWhole ? Placed(row: row, place: cells[0].place, cellPlaces: places) : nil
  }

  private func identity(_ cells: [CSVText.Cell], _ header: [CSVText.Cell]) -> String {
    zip(header, cells).filter { format.identity.contains($0.0.text) }.map(\.1.text)
      .joined(separator: ", ")
  }
}
