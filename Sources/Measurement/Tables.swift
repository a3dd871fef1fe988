import Inputs
import Kernel
import WorldState

/// Flows that results keep day by day.
package enum DailyFlow: String, CaseIterable, Sendable {
  case hires
  case separations

  package var name: String { rawValue }

  /// Events counted under this name.
  package var flows: [Flow] {
    switch self {
    case .hires: [.hires]
    case .separations: [.separations, .layoffs]
    }
  }
}

/// The table of cells: region × sector × origin × authorisation.
package enum Cells {
  package static let indicators: [Indicator] = [
    Indicator("present", unit: "persons", "Persons of the labour force, at work or searching."),
    Indicator("employed", unit: "persons", "Persons at work, own account included."),
    Indicator("wage_bill", unit: "KZT/month", "Pay due for the month."),
    Indicator("searching", unit: "persons", "Persons searching without work."),
    Indicator("own_account", unit: "persons", "Persons who work on their own account."),
    Indicator("employed_formally", unit: "persons", "Persons in formal jobs."),
    Indicator("employed_informally", unit: "persons", "Persons in informal jobs."),
  ]

  static func rows(_ month: MarketMonth, _ country: Country, scale: Double) -> [CellRow] {
    var totals = GroupTotals()
    for group in 0..<Group.count { totals.add(month, group) }
    guard totals.labourForce > 0 else { return [] }
    let (region, sector) = names(month.market, country)
    return [
      CellRow(
        region: region, sector: sector, origin: country.name, authorisation: "native",
        values: [
          totals.labourForce, totals.employed,
          totals.dues.wages + totals.informalDues.wages, totals.searching, totals.ownAccount,
          totals.formal, totals.informal,
        ].map { Double($0) / scale })
    ]
  }

  static func names(_ market: Int, _ country: Country) -> (String, String) {
    (
      country.regions[market / country.sectors.count].name,
      country.sectors[market % country.sectors.count].name
    )
  }
}

/// The table of flows: region × sector.
package enum Flows {
  package static let indicators: [Indicator] = counted.map { flow, name, formula in
    Indicator(name, unit: "persons/month", formula)
  }

  private static let counted: [(Flow, String, String)] = [
    (.hires, "hires", "Jobs begun."),
    (.jobChanges, "job_changes", "Jobs begun straight from another job."),
    (.separations, "separations", "Jobs ended other than by layoff, a better job or leaving."),
    (.layoffs, "layoffs", "Jobs ended because the employer wanted fewer posts."),
    (.ownAccountEntries, "own_account_entries", "Seekers who began own-account work."),
    (.ownAccountExits, "own_account_exits", "Own-account workers who gave up."),
    (.entries, "labour_force_entries", "Natives who entered the labour force."),
    (.exits, "labour_force_exits", "Natives who left it for good."),
    (.sectorArrivals, "sector_arrivals", "Seekers who came from another sector."),
    (.sectorDepartures, "sector_departures", "Seekers who left for another sector."),
    (.meetings, "meetings", "Vacancies shown to seekers."),
  ]

  static func row(_ month: MarketMonth, _ country: Country, scale: Double) -> FlowRow {
    let (region, sector) = Cells.names(month.market, country)
    return FlowRow(
      region: region, sector: sector,
      values: counted.map { Double(month.flows[$0.0.rawValue]) / scale })
  }
}

/// The table of money: region × payer × kind.
package enum Money {
  static func rows(_ treasury: Treasury, _ country: Country, scale: Double) -> [MoneyRow] {
    country.regions.indices.flatMap { region in
      Payer.allCases.flatMap { payer -> [MoneyRow] in
        let dues = treasury.lastMonth(region: region, payer: payer)
        let kinds: [(String, Int64)] = [
          ("wages", dues.wages), ("income_tax", dues.incomeTax), ("social_tax", dues.socialTax),
          ("employer_contributions", dues.employerContributions),
          ("worker_contributions", dues.workerContributions),
        ]
        return kinds.filter { $0.1 != 0 }.map { kind, amount in
          MoneyRow(
            region: country.regions[region].name, payer: payer.name, kind: kind,
            amount: Double(amount) / scale)
        }
      }
    }
  }
}
