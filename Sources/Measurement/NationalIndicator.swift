/// A national series by its name. A report that asks for one that is not defined does not compile.
package enum NationalIndicator: String, Sendable, CaseIterable {
  case migrantsPresent = "migrants_present"
  case migrantsEmployed = "migrants_employed"
  case irregularEmployed = "irregular_employed"
  case irregularShare = "irregular_share"
  case irregularStay = "irregular_stay"
  case migrantsUnauthorised = "migrants_unauthorised"
  case permitsInForce = "permits_in_force"
  case patentsInForce = "patents_in_force"
  case migrantsFreeAccess = "migrants_free_access"
  case migrantsSearching = "migrants_searching"
  case arrivals
  case returns
  case overstays
  case migrantHires = "migrant_hires"
  case irregularHires = "irregular_hires"
  case migrantsGainedStatus = "migrants_gained_status"
  case migrantsLostStatus = "migrants_lost_status"
  case patentsSold = "patents_sold"
  case employerSwitchesBound = "employer_switches_bound"
  case employerSwitchesPortable = "employer_switches_portable"
  case wageMigrant = "wage_migrant"
  case wageIrregular = "wage_irregular"
  case wageBound = "wage_bound"
  case wagePortable = "wage_portable"
  case wageFreeAccess = "wage_free_access"
  case remittances
  case unpaidWages = "unpaid_wages"
  case recoveredWages = "recovered_wages"
  case passportsHeld = "passports_held"
  case payDelayed = "pay_delayed"
  case payWithheld = "pay_withheld"
  case forcedWork = "forced_work"
  case injuries
  case injuryCompensation = "injury_compensation"
  case coveredContract = "covered_contract"
  case coveredEmergencyCare = "covered_emergency_care"
  case coveredOtherCare = "covered_other_care"
  case legalisedCumulative = "legalised_cumulative"
  case legalised
  case amnestyQueue = "amnesty_queue"
  case filesLost = "files_lost"
  case cardsInForce = "cards_in_force"
  case cardsUsed = "cards_used"
  case cardsLapsed = "cards_lapsed"
  case permitsApplied = "permits_applied"
  case permitsIssued = "permits_issued"
  case permitsIssuedSkilled = "permits_issued_skilled"
  case permitsIssuedSpecialist = "permits_issued_specialist"
  case permitsRefused = "permits_refused"
  case inspections
  case identified
  case expelled
  case bannedPresent = "banned_present"
  case officialRegistered = "official_registered"
  case officialForWork = "official_for_work"
  case officialArrivalsUnregistered = "official_arrivals_unregistered"
  case officialIdentified12m = "official_identified_12m"
  case officialUnemploymentRate = "official_unemployment_rate"
  case incomeTax = "income_tax"
  case socialTax = "social_tax"
  case contributions
  case patentTax = "patent_tax"
  case permitFees = "permit_fees"
  case fines
  case enforcementCost = "enforcement_cost"
  case revenueFromMigrants = "revenue_from_migrants"
  case netFiscal = "net_fiscal"
  case bribes
  case extortion
  case permitCosts = "permit_costs"
  case wageBill = "wage_bill"
  case wageNative = "wage_native"
  case wageNativeLow = "wage_native_low"
  case nativeEmployment = "native_employment"
  case nativeUnemploymentRate = "native_unemployment_rate"
  case informalShare = "informal_share"
  case vacancies
  case nativeLabourForce = "native_labour_force"
  case nativeFormal = "native_formal"
  case nativeInformal = "native_informal"
  case nativeOwnAccount = "native_own_account"
  case wageNativeInformal = "wage_native_informal"
  case vacancyRate = "vacancy_rate"
  case hires
  case jobChanges = "job_changes"
  case separations
  case layoffs
  case labourForceEntries = "labour_force_entries"
  case labourForceExits = "labour_force_exits"
  case employersClosed = "employers_closed"
  case employersOpened = "employers_opened"
  case wageNativeLowAll = "wage_native_low_all"
  case wageGini = "wage_gini"

  /// The column's name, fixed for users.
  package var name: String { rawValue }
}
