extension Codebook {
  /// The page of the documentation; a test keeps the file equal to it.
  package var markdown: String {
    let tables = [
      ("national", "National series", "`national.csv`; tables `national` and `official`."),
      ("daily", "Daily flows", "`daily.csv`."),
      ("cells", "Cells", "`cells.csv`, long, and the table `cells`, wide."),
      ("flows", "Flows", "Table `flows`."), ("money", "Money", "Table `money`."),
    ]
    let head = """
      # Codebook

      What every column of the results means.

      ## Overview

      Made from the definitions beside the code that computes them; the same list is the table \
      `codebook` of every `results.sqlite`. After a change of an indicator, \
      `KOSH_RECORD=1 swift test -c release --disable-testable-imports --filter CodebookTests` \
      writes this page anew.

      """
    let sections = tables.map { table, title, place in
      let rows = entries.filter { $0.table == table }.map { entry in
        let indicator = entry.indicator
        let kind = indicator.perspective == .official ? "as the state sees it" : "truth"
        return
          "| `\(indicator.name)` | \(indicator.unit.text(money: currency)) | \(indicator.formula) | \(kind) |"
      }
      return """

        ## \(title)

        \(place)

        | column | unit | how it is computed | |
        |---|---|---|---|
        \(rows.joined(separator: "\n"))

        """
    }
    return head + sections.joined()
  }
}
