/// A table that is missing, misshapen or does not add up.
enum TableFault: Error, Equatable, Sentence {
  case inlineForm(String)
  case missingColumn(String, table: String)
  case unknownColumn(String, table: String, among: [String])
  case repeatedColumn(String)
  case wrongCellCount(Int, header: Int)
  case openQuote
  case emptyCell(String)
  case separator(String, column: String)
  case separatorLine
  case countryIsOrigin(String, origin: String)
  case nameIsWord(String)
  case namesDifferInCase(String, first: String)
  case noRows(String)
  case noHeader(String)
  case repeatedRow(String, firstLine: Int)
  case missingRow(String, table: String)
  case tooMany(String, limit: Int)
  case sum(String, is: String, should: String)
  case dateOrder(String, before: String)
  case lateStart(String, first: String, run: String)
  case trendStart(String)
  case skills(String, sum: String)
  case scaleStart(String, above: String)
  case scaleOrder(String, above: String, before: String)
  case scaleLength(String, limit: Int)

  var sentence: String {
    switch self {
    case .inlineForm(let table):
      "'\(table)' is neither a file name nor a table. Write a table below '\(table): |', indented."
    case .missingColumn(let column, let table):
      "table '\(table)' has no column '\(column)'. Add it to the header and to every row."
    case .unknownColumn(let column, let table, let names):
      "'\(column)' is not a column of \(table).\(Nearest.hint(for: column, among: names))"
    case .repeatedColumn(let column): "column '\(column)' stands twice. Keep one of them."
    case .wrongCellCount(let count, let header):
      "the row has \(count) cells, but the header has \(header). Separate cells by commas."
    case .openQuote:
      "a quotation mark is not closed, or is followed by text. Write \"…\" around the whole cell."
    case .emptyCell(let column): "the cell of '\(column)' is empty. Write a value."
    case .separator(let separators, let column):
      "the columns are separated by \(separators), as behind '\(column)'. "
        + "Save the table with commas between them."
    case .separatorLine:
      "'sep=' tells a spreadsheet how columns are separated, here always by commas. Remove the line."
    case .countryIsOrigin(let name, let origin):
      "the country is called '\(name)' and so is the origin '\(origin)', so that nobody could tell natives from migrants. "
        + "Rename one of them."
    case .nameIsWord(let name):
      "'\(name)' means something else in lists and results. Use another name."
    case .namesDifferInCase(let name, let first):
      "'\(name)' differs from '\(first)' only in capital letters. Rename one of them."
    case .noRows(let table): "table '\(table)' has no rows below its header."
    case .noHeader(let table):
      "table '\(table)' has no header. Begin with the names of its columns."
    case .repeatedRow(let name, let line):
      "'\(name)' has a row already, in line \(line). Keep one of them."
    case .missingRow(let name, let table): "table '\(table)' has no row for '\(name)'. Add it."
    case .tooMany(let table, let limit):
      "table '\(table)' has more than \(limit) rows. Merge some."
    case .sum(let what, let sum, let should):
      "\(what) \(sum), but should \(should). Change them so that they do."
    case .dateOrder(let date, let before):
      "\(date) does not come after \(before) in the row above. Sort the rows by date."
    case .lateStart(let table, let first, let run):
      "table '\(table)' begins on \(first), after the run's first day, \(run). "
        + "Add a row for that day or an earlier one."
    case .trendStart(let value):
      "'employment_trend' is \(value) in the first row, but it is 1 there. Divide the column by it."
    case .skills(let sector, let sum):
      "skilled and specialists of '\(sector)' are \(sum) together, but they are parts of a whole. "
        + "Write shares that sum to 1 at most."
    case .scaleStart(let scale, let above):
      "scale '\(scale)' begins above \(above). Begin it with a bracket above 0."
    case .scaleOrder(let scale, let above, let before):
      "scale '\(scale)' goes from \(before) to \(above). Write its brackets in rising order."
    case .scaleLength(let scale, let limit):
      "scale '\(scale)' has more than \(limit) brackets. Merge some."
    }
  }
}
