import Measurement

/// What every column of every table means: the one list from which the table `codebook` is written.
package struct Codebook: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    /// `national`, `daily`, `cells`, `flows` or `money`.
    package var table: String
    package var indicator: Indicator

    package init(table: String, indicator: Indicator) {
      self.table = table
      self.indicator = indicator
    }
  }
  package var entries: [Entry]
  /// What money is called: the country's currency.
  package var currency: String

  package init(entries: [Entry], currency: String) {
    self.entries = entries
    self.currency = currency
  }

  /// The codebook of the results that this build writes.
  package static func current(currency: String) -> Codebook {
    func entries(_ table: String, _ indicators: [Indicator]) -> [Entry] {
      indicators.map { Entry(table: table, indicator: $0) }
    }
    let daily = DailyFlow.allCases.flatMap { flow in
      [
        Indicator(flow.name, unit: .personsPerDay, "Events of the day."),
        Indicator(
          flow.name + "_cumulative", unit: .persons, "Events since the run's first day."),
      ]
    }
    let money = Indicator("amount", unit: .moneyPerMonth, "Paid in the month, by kind and payer.")
    return Codebook(
      entries: entries("national", National.indicators) + entries("daily", daily)
        + entries("cells", Cells.indicators) + entries("flows", Flows.indicators)
        + entries("money", [money]), currency: currency)
  }
}
