import Testing

@Suite struct TableFaultTests {
  @Test(arguments: [
    (
      "amounts", "2006-01-01,1030,9200", "2006-01-01,x,9200",
      "amounts.csv:8:12: error: 'index_unit' is 'x', but money is a number. "
        + "Write, for example, 26700 KZT."
    ),
    (
      "amounts", "2006-01-01,1030,9200", "2006-01-01,1030",
      "amounts.csv:8:1: error: the row has 2 cells, but the header has 3. "
        + "Separate cells by commas."
    ),
    (
      "amounts", "2006-01-01,1030,9200", "2006-01-01,,9200",
      "amounts.csv:8:12: error: the cell of 'index_unit' is empty. Write a value."
    ),
    (
      "amounts", "from,index_unit,", "from,index_unt,",
      "amounts.csv:5:1: error: table 'amounts' has no column 'index_unit'. "
        + "Add it to the header and to every row.\n"
        + "amounts.csv:5:6: error: 'index_unt' is not a column of table 'amounts'. Did you mean 'index_unit'?"
    ),
    (
      "amounts", "from,index_unit,minimum_wage", "from,index_unit,index_unit",
      "amounts.csv:5:1: error: table 'amounts' has no column 'minimum_wage'. "
        + "Add it to the header and to every row.\n"
        + "amounts.csv:5:10: error: column 'index_unit' stands twice. Keep one of them."
    ),
    (
      "amounts", "2006-01-01,1030,9200", "2007-01-02,1030,9200",
      "amounts.csv:9:1: error: 2007-01-01 does not come after 2007-01-02 in the row above. "
        + "Sort the rows by date."
    ),
    (
      "amounts", "2006-01-01,1030,9200", "2005-07-01,1030,9200",
      "amounts.csv:8:1: error: '2005-07-01' has a row already, in line 7. Keep one of them."
    ),
    (
      "amounts", "2005-01-01,971,7000", "2005-01-02,971,7000",
      "amounts.csv:6:1: error: table 'amounts' begins on 2005-01-02, after the run's first day, "
        + "2005-01-01. Add a row for that day or an earlier one."
    ),
    (
      "amounts", "2006-01-01,1030,9200", "\"2006-01-01,1030,9200",
      "amounts.csv:8:1: error: a quotation mark is not closed, or is followed by text. "
        + "Write \"…\" around the whole cell."
    ),
    (
      "drivers", "2005-01-01,8000000,0.8043,1.0000", "2005-01-01,8000000,0.8043,1.1",
      "drivers.csv:15:27: error: 'employment_trend' is 1.1 in the first row, but it is 1 there. "
        + "Divide the column by it."
    ),
    (
      "sector-shares", "Astana,public,0.", "Astana,public,0.1",
      "sector-shares.csv:122:1: error: the shares of 'Astana' sum to 0.74936, "
        + "but should sum to 1. Change them so that they do."
    ),
    (
      "sector-shares", "Astana,public", "Astana,publik",
      "sector-shares.csv:10:1: error: table 'sector_shares' has no row for 'Astana, public'. "
        + "Add it.\n"
        + "sector-shares.csv:129:8: error: 'sector' names 'publik', which is no sector. "
        + "Did you mean 'public'?"
    ),
    (
      "seasons", "public,1.00", "public,1.12",
      "seasons.csv:12:1: error: the factors of 'public' average 1.01, "
        + "but should average 1. Change them so that they do."
    ),
    (
      "seasons", "public,1.00", "# public,1.00",
      "seasons.csv:4:1: error: table 'seasons' has no row for 'public'. Add it."
    ),
    (
      "sectors", "0.18,0.03", "0.18,0.93",
      "sectors.csv:18:30: error: skilled and specialists of 'agriculture' are 1.11 together, "
        + "but they are parts of a whole. Write shares that sum to 1 at most."
    ),
    (
      "sectors", ",farm,", ",form,",
      "sectors.csv:18:13: error: 'employer' is 'form', but it is one of firm, farm, household."
    ),
    (
      "sector-demand", "trade,2007-07-01", "trade,2004-07-01",
      "sector-demand.csv:20:7: error: 2004-07-01 does not come after 2005-01-01 in the row above. "
        + "Sort the rows by date."
    ),
    (
      "sector-demand", "hospitality,2005-01-01", "hospitalty,2005-01-01",
      "sector-demand.csv:24:1: error: 'sector' names 'hospitalty', which is no sector. "
        + "Did you mean 'hospitality'?"
    ),
    (
      "tax-scales", "income-2004,0,5 %", "income-2004,1,5 %",
      "tax-scales.csv:7:13: error: scale 'income-2004' begins above 1 MCI. "
        + "Begin it with a bracket above 0."
    ),
    (
      "tax-scales", "income-2004,40,", "income-2004,4,",
      "tax-scales.csv:9:13: error: scale 'income-2004' goes from 15 MCI to 4 MCI. "
        + "Write its brackets in rising order."
    ),
  ]) func aFaultyTableIsNamedWithWhatToWrite(
    table: String, old: String, new: String, finding: String
  ) {
    let findings = Example.table(table, old, new).findings().map {
      $0.replacing("kazakhstan/", with: "")
    }
    // Lines and columns depend on the shipped comments: compare without them, but require a place.
    func tidy(_ text: String) -> String { text.replacing(/^([a-z.-]+):\d+:\d+:/) { "\($0.1):" } }
    #expect(
      findings.map(tidy).sorted() == finding.split(separator: "\n").map { tidy("\($0)") }.sorted())
    #expect(findings.allSatisfy { $0.contains(/:\d+:\d+: error:/) })
  }

  @Test func aCellIsPlacedByLineAndColumn() {
    let table = "# a comment\n\nfrom, index_unit,minimum_wage\n2005-01-01,  971x,7000\n"
    #expect(
      Example.variant("").with("kazakhstan/amounts.csv", table).findings() == [
        "kazakhstan/amounts.csv:4:14: error: 'index_unit' is 971x, but money is written in KZT. "
          + "Write, for example, 26700 KZT."
      ])
  }

  @Test func aCellOfAnInlineTableIsPlacedInItsScenario() {
    let body = "tables:\n  amounts: |\n    from,index_unit,minimum_wage\n    2005-01-01,x,7000"
    #expect(
      Example.variant(body).findings() == [
        "s.yaml:5:16: error: 'index_unit' is 'x', but money is a number. Write, for example, 26700 KZT."
      ])
  }

  @Test(arguments: [
    ("", "error: table 'amounts' has no header. Begin with the names of its columns."),
    ("# only this\n", "error: table 'amounts' has no header. Begin with the names of its columns."),
    ("from,index_unit,minimum_wage\n", "error: table 'amounts' has no rows below its header."),
  ]) func anEmptyTableIsRefused(text: String, finding: String) {
    let findings = Example.variant("").with("kazakhstan/amounts.csv", text).findings()
    #expect(findings.count == 1 && findings[0].hasSuffix(finding))
  }

  @Test func aTableThatIsNeitherFileNorBlockIsRefused() {
    #expect(
      Example.variant("tables: {amounts: [1]}").findings() == [
        "s.yaml:2:19: error: 'amounts' is neither a file name nor a table. "
          + "Write a table below 'amounts: |', indented."
      ])
  }

  /// A record has a byte for its person's origin.
  @Test(arguments: [("regions", 1000), ("sectors", 200), ("origins", 250)])
  func `Regions, sectors and origins beyond what a country may have are refused`(
    table: String, limit: Int
  ) {
    let rows = (Example.tables["kazakhstan/\(table).csv"] ?? "").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    let more = (0...limit).map { number in
      rows[1].replacing(/^[^,]*/, with: "R\(number)")
    }
    let text = ([rows[0]] + more).joined(separator: "\n") + "\n"
    let findings = Example.variant("").with("kazakhstan/\(table).csv", text).findings()
    #expect(
      findings == [
        "kazakhstan/\(table).csv:\(limit + 2):1: error: table '\(table)' has more than \(limit) rows. "
          + "Merge some."
      ])
    #expect(table != "origins" || limit < UInt8.max)
  }

  @Test func `A scale of more brackets than a tax can hold is refused`() {
    let rows = (601...609).map { "income-2004,\($0),20 %\n" }.joined()
    let text = Example.tables["kazakhstan/tax-scales.csv"] ?? ""
    let findings = Example.variant("").with(
      "kazakhstan/tax-scales.csv", text.replacing("social-2004,0", with: rows + "social-2004,0")
    ).findings()
    #expect(
      findings == [
        "kazakhstan/tax-scales.csv:15:13: error: scale 'income-2004' has more than 8 brackets. "
          + "Merge some."
      ])
  }

  @Test func `a column and an allowance may bear the index unit's own name`() throws {
    let usual = try Example.variant("").load().inputs
    let own = try Example.table("amounts", "from,index_unit,", "from,mci,").load().inputs
    #expect(own.country.amounts == usual.country.amounts)
    let (one, other) = try (
      Example.variant("measures: {income_tax: {allowance: mci}}").load().inputs,
      Example.variant("measures: {income_tax: {allowance: index_unit}}").load().inputs
    )
    #expect(one == other && one != usual)
  }
}
