import Inputs
import Kernel
import WorldState

/// Flows that results keep day by day.
package enum DailyFlow: String, CaseIterable, Sendable {
  case legalised
  case arrivals
  case returns
  case identified
  case expelled
  case hires
  case separations

  package var name: String { rawValue }

  /// Events counted under this name.
  package var flows: [Flow] {
    switch self {
    case .legalised: [.legalised]
    case .arrivals: [.arrivals]
    case .identified: [.identified]
    case .expelled: [.expelled]
    case .returns: [.returns]
    case .hires: [.hires]
    case .separations: [.separations, .layoffs]
    }
  }
}

/// The table of cells: region × sector × origin × authorisation.
package enum Cells {
  /// By what right people are there, natives too.
  package static let authorisations = ["native"] + Authorisation.allCases.map(\.name)

  /// A column by its name.
  package enum Column: String, Sendable, CaseIterable {
    case present
    case employed
    case irregularEmployed = "irregular_employed"
    case legalised
    case identified
    case expelled
    case wageBill = "wage_bill"
    case searching
    case ownAccount = "own_account"
    case employedFormally = "employed_formally"
    case employedInformally = "employed_informally"
    case passportsHeld = "passports_held"
    case irregularStay = "irregular_stay"

    package var name: String { rawValue }
    /// Its place among the values of a row.
    package var place: Int { Column.allCases.firstIndex(of: self) ?? 0 }
  }

  package static let indicators: [Indicator] = Column.allCases.map { column in
    let (unit, formula) = meaning(column)
    return Indicator(column.name, unit: unit, formula)
  }

  private static func meaning(_ column: Column) -> (IndicatorUnit, String) {
    switch column {
    case .present: (.persons, "Persons present, at work or searching.")
    case .employed: (.persons, "Persons at work, including own-account work.")
    case .irregularEmployed: (.persons, National.irregularEmployment)
    case .legalised: (.personsPerMonth, "Migrants who received an amnesty's card.")
    case .identified: (.personsPerMonth, "Migrants against whom a case was opened.")
    case .expelled: (.personsPerMonth, "Migrants expelled.")
    case .wageBill: (.moneyPerMonth, "Pay due for the month.")
    case .searching: (.persons, "Persons searching without work.")
    case .ownAccount: (.persons, "Persons who work on their own account.")
    case .employedFormally: (.persons, "Persons in formal jobs; of migrants, lawful ones.")
    case .employedInformally: (.persons, "Persons in informal jobs.")
    case .passportsHeld: (.persons, "Migrants whose passport the employer holds.")
    case .irregularStay: (.persons, "Migrants present without the right to be.")
    }
  }

  static func rows(_ month: MarketMonth, _ country: Country, scale: Double) -> [CellRow] {
    let (region, sector) = names(month.market, country)
    func row(_ groups: [Int], _ origin: String, _ authorisation: String) -> CellRow? {
      var totals = GroupTotals()
      for group in groups { totals.add(month, group) }
      let wages = totals.dues.wages + totals.informalDues.wages
      // Whoever was counted in the month may be gone at its end.
      let counted = totals.legalised + totals.identified + totals.expelled
      guard totals.present > 0 || wages > 0 || counted > 0 else { return nil }
      let isIrregular = Authorisation.needingPermission.map(\.name).contains(authorisation)
      return CellRow(
        region: region, sector: sector, origin: origin, authorisation: authorisation,
        values: [
          totals.present, totals.employed, isIrregular ? totals.informal : 0,
          totals.legalised, totals.identified, totals.expelled, wages,
          totals.searching, totals.ownAccount, totals.formal, totals.informal,
          totals.passportsHeld, totals.overstayed,
        ].map { Double($0) / scale })
    }
    let natives = month.groups.indices.filter(Group.isNative)
    let migrants = month.groups.indices.filter { !Group.isNative($0) }
    return [row(natives, country.name, "native")].compactMap { $0 }
      + migrants.compactMap {
        row(
          [$0], country.origins[Group.origin($0) - 1].name, Group.authorisation($0).name)
      }
  }

  static func names(_ market: Int, _ country: Country) -> (String, String) {
    (
      country.regions[market / country.sectors.count].name,
      country.sectors[market % country.sectors.count].name
    )
  }
}

/// The table of flows, of vacancies and of natives' work: region × sector.
package enum Flows {
  package static let indicators: [Indicator] =
    counted.map { flow, name, formula in Indicator(name, unit: .personsPerMonth, formula) }
    + [
      Indicator("vacancies", unit: .posts, "Vacancies open after the month's last day."),
      Indicator(
        "native_work", unit: .persons,
        "Natives in jobs, each counted by what their skill and ability are worth to a mean native's."
      ),
    ]

  /// The column of natives' work.
  package static var placeOfNativeWork: Int { counted.count + 1 }

  /// The column that counts a flow, which must be one of the table's.
  package static func place(of flow: Flow) -> Int {
    guard let place = counted.firstIndex(where: { $0.0 == flow }) else {
      preconditionFailure("the table of flows does not count \(flow)")
    }
    return place
  }

  private static let counted: [(Flow, String, String)] = [
    (.hires, "hires", "Jobs begun."),
    (.jobChanges, "job_changes", "Jobs begun straight from another job."),
    (
      .separations, "separations",
      "Jobs that ended for reasons other than layoff, a better job or leaving the labour force."
    ),
    (
      .layoffs, "layoffs",
      "Jobs that ended because the employer wanted fewer posts, or dismissed the worker."
    ),
    (.ownAccountEntries, "own_account_entries", "Seekers who began own-account work."),
    (.ownAccountExits, "own_account_exits", "Own-account workers who gave up."),
    (.entries, "labour_force_entries", "Natives who entered the labour force."),
    (.exits, "labour_force_exits", "Natives who left the labour force for good."),
    (.sectorArrivals, "market_arrivals", "Seekers who came from another market."),
    (.sectorDepartures, "market_departures", "Seekers who left for another market."),
    (.arrivals, "arrivals", "Migrants who came from home."),
    (.returns, "returns", "Migrants who went home."),
    (.migrantHires, "migrant_hires", "Jobs begun by migrants."),
    (.irregularHires, "irregular_hires", National.irregularHires),
    (
      .switchesBound, "employer_switches_bound",
      "Migrants tied to their employer who left lawful jobs for a job with another."
    ),
    (
      .switchesPortable, "employer_switches_portable",
      "Holders of portable cards who left lawful jobs for a job with another employer."
    ),
    (.gainedStatus, "gained_status", National.gainedStatus),
    (.lostStatus, "lost_status", National.lostStatus),
    (.permitsApplied, "permits_applied", "Places for migrants that employers applied for."),
    (.permitsIssued, "permits_issued", "Places for migrants that offices granted."),
    (
      .permitsSkilled, "permits_issued_skilled", "Places that offices granted for skilled migrants."
    ),
    (
      .permitsSpecialist, "permits_issued_specialist",
      "Places that offices granted for specialists."
    ),
    (
      .permitsRefused, "permits_refused",
      "Places for migrants refused at the review, or beyond the quota of region and skill."
    ),
    (.patentsSold, "patents_sold", National.patentsSold),
    (.inspections, "inspections", "Workplaces that the police inspected."),
    (.streetChecks, "street_checks", "Migrants whom the police checked in the street."),
    (.irregularsFound, "irregulars_found", "Irregular workers whom inspections found."),
    (.bribes, "bribes", "Cases of migrants in which an officer took a bribe."),
    (.identified, "identified", "Migrants against whom a case was opened."),
    (.expelled, "expelled", "Migrants expelled."),
    (.filed, "filed", "Workers for whom an application to the amnesty was filed."),
    (.legalised, "legalised", "Workers who received an amnesty's card."),
    (.filesLost, "files_lost", "Workers whose applications failed or came too late."),
    (.cardsLapsed, "cards_lapsed", "Amnesty cards that expired."),
    (.overstays, "overstays", "Stays that outlasted the law's limit."),
    (.delayedPay, "pay_delayed", "Migrants whose pay came late."),
    (.unpaidPay, "pay_withheld", "Migrants who were not paid."),
    (.forcedWork, "forced_work", "Migrants made to work without pay."),
    (.passportsTaken, "passports_taken", "Passports taken by employers."),
    (.passportsReturned, "passports_returned", "Passports given back."),
    (.injuries, "injuries", "Migrants injured at work."),
    (.meetings, "meetings", "Vacancies shown to seekers."),
    (.employersClosed, "employers_closed", "Employers that closed."),
    (.employersOpened, "employers_opened", "Employers that opened again, or took another's place."),
  ]

  static func row(_ month: MarketMonth, _ country: Country, scale: Double) -> FlowRow {
    let (region, sector) = Cells.names(month.market, country)
    return FlowRow(
      region: region, sector: sector,
      values: counted.map { Double(month.flows[$0.0.rawValue]) / scale }
        + [Double(month.vacancies) / scale, Double(month.nativeWork) / 1000 / scale])
  }
}

/// The table of money: region × payer × kind.
package enum Money {
  package static let payers = Payer.allCases.map(\.name)

  /// What the column `kind` may hold.
  package static let kinds = [
    "wages", "income_tax", "social_tax", "employer_contributions", "worker_contributions",
    "patent_tax",
  ]

  static func rows(_ treasury: Treasury, _ country: Country, scale: Double) -> [MoneyRow] {
    country.regions.indices.flatMap { region in
      Payer.allCases.flatMap { payer -> [MoneyRow] in
        let dues = treasury.lastMonth(region: region, payer: payer)
        let amounts = [
          dues.wages, dues.incomeTax, dues.socialTax, dues.employerContributions,
          dues.workerContributions, dues.patentTax,
        ]
        return zip(kinds, amounts).filter { $0.1 != 0 }.map { kind, amount in
          MoneyRow(
            region: country.regions[region].name, payer: payer.name, kind: kind,
            amount: Double(amount) / scale)
        }
      }
    }
  }
}
