import WorldState

extension National {
  /// Migrants: who is here, at work, by what right, and what is done to them.
  static let migrantDefinitions: [Definition] =
    migrantStocks + migrantMoves + migrantPay + migrantTreatment

  /// What is counted as irregular, in the words of every table that counts it.
  static let irregularEmployment =
    "Migrants who need authorisation to work and have informal jobs: without any, or outside the one they hold."
  static let irregularHires = "Informal jobs begun by migrants who need authorisation."
  static let gainedStatus =
    "Migrants' irregular jobs that became lawful, or whose holders got free access."
  static let lostStatus =
    "Migrants' jobs that became irregular, by an authorisation or free access that ended."

  static let patentsSold = "Patents that migrants bought, including renewals."

  private static let migrantStocks: [Definition] = [
    Definition(
      "migrants_present", "persons", "Migrants in the country, at work or searching."
    ) { $0.migrants(\.present) },
    Definition("migrants_employed", "persons", "Migrants at work.") { $0.migrants(\.employed) },
    Definition("irregular_employed", "persons", irregularEmployment) { $0.irregularlyEmployed },
    Definition(
      "irregular_share", "share",
      "Irregularly employed migrants as a share of all migrants at work."
    ) {
      Whole.ratio($0.irregularlyEmployed, $0.migrants(\.employed))
    },
    Definition(
      "irregular_stay", "persons",
      "Migrants present without the right to be: overstayed, or entered unlawfully. "
        + "Not the same as irregular employment."
    ) { $0.migrants(\.overstayed) },
    Definition(
      "migrants_unauthorised", "persons", "Migrants present without authorisation to work."
    ) { $0.migrants([.none], \.present) },
    Definition(
      "permits_in_force", "persons", "Migrants in the country who hold an employer's permit."
    ) { $0.migrants([.permit], \.present) },
    Definition(
      "patents_in_force", "persons", "Migrants in the country who hold a patent."
    ) { $0.migrants([.patent], \.present) },
    Definition("migrants_free_access", "persons", "Migrants free to take any job.") {
      $0.migrants([.freeAccess], \.present)
    },
    Definition("migrants_searching", "persons", "Migrants without work.") {
      $0.migrants(\.searching)
    },
  ]

  private static let migrantMoves: [Definition] = [
    Definition("arrivals", "persons/month", "Migrants who came from home.") { $0.flow(.arrivals) },
    Definition("returns", "persons/month", "Migrants who went home.") { $0.flow(.returns) },
    Definition("overstays", "persons/month", "Stays that outlasted the law's limit.") {
      $0.flow(.overstays)
    },
    Definition("migrant_hires", "persons/month", "Jobs begun by migrants.") {
      $0.flow(.migrantHires)
    },
    Definition("irregular_hires", "persons/month", irregularHires) { $0.flow(.irregularHires) },
    Definition("migrants_gained_status", "persons/month", gainedStatus) {
      $0.flow(.gainedStatus)
    },
    Definition("migrants_lost_status", "persons/month", lostStatus) { $0.flow(.lostStatus) },
    Definition("patents_sold", "patents/month", patentsSold) { $0.flow(.patentsSold) },
    Definition(
      "employer_switches_bound", "persons/month",
      "Lawful jobs that migrants tied to their employer left for a job with another."
    ) { $0.flow(.switchesBound) },
    Definition(
      "employer_switches_portable", "persons/month",
      "Lawful jobs that holders of portable cards left for a job with another employer."
    ) { $0.flow(.switchesPortable) },
  ]

  private static let migrantPay: [Definition] = [
    Definition(
      "wage_migrant", "KZT/month",
      "Mean gross pay of migrants at work, with authorisation and without; the price of patents is not deducted."
    ) {
      Whole.ratio(
        $0.migrants { $0.formalPay + $0.informalPay }, $0.migrants { $0.formal + $0.informal })
    },
    Definition(
      "wage_irregular", "KZT/month",
      "Mean pay of irregularly employed migrants; no tax is due on it."
    ) {
      Whole.ratio(
        $0.migrants(Authorisation.needingPermission, \.informalPay), $0.irregularlyEmployed)
    },
    Definition(
      "wage_bound", "KZT/month",
      "Mean gross pay of migrants who work lawfully and are tied to one employer."
    ) {
      Whole.ratio(
        $0.migrants([.permit, .cardBound], \.formalPay),
        $0.migrants([.permit, .cardBound], \.formal))
    },
    Definition(
      "wage_portable", "KZT/month",
      "Mean gross pay of migrants who work lawfully on a portable card."
    ) {
      Whole.ratio($0.migrants([.cardPortable], \.formalPay), $0.migrants([.cardPortable], \.formal))
    },
    Definition(
      "wage_free_access", "KZT/month", "Mean gross pay of migrants with free access in formal jobs."
    ) {
      Whole.ratio($0.migrants([.freeAccess], \.formalPay), $0.migrants([.freeAccess], \.formal))
    },
    Definition(
      "remittances", "KZT/month",
      "Share of migrants' net pay that is sent home; pay withheld from them and the price of patents are not counted; never below 0."
    ) {
      let net = $0.migrants { $0.dues.wages - $0.dues.incomeTax + $0.informalDues.wages }
      let lost =
        $0.transfer(.unpaidWages) - $0.transfer(.recoveredWages) + $0.transfer(.patentTax)
      // What is kept back, or paid ahead, may be more than a month's pay.
      return $0.behaviour.migration.remittedShare * max(0, net - lost)
    },
  ]

  private static let migrantTreatment: [Definition] = [
    Definition(
      "unpaid_wages", "KZT/month",
      "Pay that migrants earned and did not get, before any of it was recovered."
    ) { $0.transfer(.unpaidWages) },
    Definition("recovered_wages", "KZT/month", "Unpaid wages that migrants got back.") {
      $0.transfer(.recoveredWages)
    },
    Definition("passports_held", "persons", "Migrants whose passport the employer holds.") {
      $0.migrants(\.passportsHeld)
    },
    Definition("pay_delayed", "cases/month", "Migrants whose pay came late.") {
      $0.flow(.delayedPay)
    },
    Definition("pay_withheld", "cases/month", "Migrants who were not paid.") {
      $0.flow(.unpaidPay)
    },
    Definition("forced_work", "cases/month", "Migrants made to work without pay.") {
      $0.flow(.forcedWork)
    },
    Definition("injuries", "cases/month", "Migrants injured at work.") { $0.flow(.injuries) },
    Definition("injury_compensation", "KZT/month", "Compensation paid to migrants injured at work.")
    {
      $0.transfer(.injuryCompensation)
    },
    Definition(
      "covered_contract", "persons",
      "Migrants at work with a written contract, and so with work-injury cover."
    ) { $0.migrants(\.formal) },
    Definition(
      "covered_emergency_care", "persons",
      "Migrants with free emergency care: all present, whatever their status."
    ) { $0.migrants(\.present) },
    Definition(
      "covered_other_care", "persons", "Migrants with other health care: those who work lawfully."
    ) { $0.migrants(\.formal) },
  ]
}
