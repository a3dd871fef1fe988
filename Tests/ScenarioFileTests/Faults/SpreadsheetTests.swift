import Testing

/// Tables as spreadsheets save them.
@Suite struct SpreadsheetTests {
  private static let path = "kazakhstan/amounts.csv"

  private func findings(_ table: String) -> [String] {
    Example.variant("").with(SpreadsheetTests.path, table).findings()
  }

  private func amounts(_ table: String) throws -> Int {
    try Example.variant("").with(SpreadsheetTests.path, table).load().inputs.country.amounts.count
  }

  @Test(arguments: [
    ("from;index_unit;minimum_wage\n2005-01-01;971;7000\n", 1, "semicolons, as behind 'from'"),
    ("from\tindex_unit\tminimum_wage\n2005-01-01\t971\t7000\n", 1, "tabs, as behind 'from'"),
    ("from|index_unit|minimum_wage\n2005-01-01|971|7000\n", 1, "vertical bars, as behind 'from'"),
    (
      "\"from\";\"index_unit\";\"minimum_wage\"\n\"2005-01-01\";\"971,5\";\"7000\"\n", 1,
      "semicolons, as behind 'from'"
    ),
    (
      "sep=;\nfrom;index_unit;minimum_wage\n2005-01-01;971;7000\n", 1,
      "semicolons, as behind 'sep=;'"
    ),
    (
      "# assumed\nfrom;index_unit;minimum_wage\n2005-01-01;971;7000\n", 2,
      "semicolons, as behind 'from'"
    ),
  ]) func columnsThatAreSeparatedByAnotherMarkAreOneFault(table: String, line: Int, words: String) {
    #expect(
      findings(table) == [
        "kazakhstan/amounts.csv:\(line):1: error: the columns are separated by \(words). "
          + "Save the table with commas between them."
      ])
  }

  @Test func aLineForTheSpreadsheetAloneIsAFault() {
    #expect(
      findings("sep=,\nfrom,index_unit,minimum_wage\n2005-01-01,971,7000\n") == [
        "kazakhstan/amounts.csv:1:1: error: 'sep=' tells a spreadsheet how columns are separated, "
          + "here always by commas. Remove the line."
      ])
  }

  @Test(arguments: [
    "from,index_unit,minimum_wage\n2005-01-01,971,7000\n2006-01-01,1030,9200\n,,\n,,\n",
    "from,index_unit,minimum_wage\n,,\n2005-01-01,971,7000\n , \"\" ,\t\n2006-01-01,1030,9200\n,\n",
    "from,index_unit,minimum_wage,,\n2005-01-01,971,7000,,\n2006-01-01,1030,9200,,\n,,,,\n",
    "\u{FEFF}from,index_unit,minimum_wage\r\n2005-01-01,971,7000\r\n2006-01-01,1030,9200\r\n",
    "\"# assumed, by all\",,\n# more,,\n\"from\",\"index_unit\",\"minimum_wage\"\n\"2005-01-01\",971,7000\n2006-01-01,\"1030\",9200\n",
  ]) func rowsAndColumnsOfEmptyCellsDoNotCount(table: String) throws {
    #expect(findings(table) == [])
    #expect(try amounts(table) == 2)
  }

  @Test func anEmptyCellInARowThatSaysSomethingIsStillAFault() {
    #expect(
      findings("from,index_unit,minimum_wage\n2005-01-01,,7000\n") == [
        "kazakhstan/amounts.csv:2:12: error: the cell of 'index_unit' is empty. Write a value."
      ])
  }
}
