import WorldState

extension National {
  /// Migrants: who is here, at work, by what right, and what is done to them.
  static let migrantDefinitions: [Definition] =
    migrantStocks + migrantMoves + migrantPay + migrantTreatment

  /// What is counted as irregular, in the words of every table that counts it.
  static let irregularEmployment =
    "Migrants who need authorisation to work and have informal jobs: without any, or outside the one they hold."
  static let irregularWork =
    "Migrants in irregular work: irregularly employed, or irregularly at work on their own account."
  static let irregularHires = "Informal jobs begun by migrants who need authorisation."
  static let gainedStatus =
    "Migrants' irregular jobs that became lawful, or whose holders got free access."
  static let lostStatus =
    "Migrants' jobs that became irregular, by an authorisation or free access that ended."

  static let patentsSold = "Patents that migrants bought, including renewals."

  private static let migrantStocks: [Definition] = [
    Definition(
      .migrantsPresent, .persons, "Migrants in the country, at work or searching.",
      told: .init(.migrants, headline: (1, Label("migrants present")))
    ) { $0.migrants(\.present) },
    Definition(.migrantsEmployed, .persons, "Migrants at work.", told: .init(.migrants)) {
      $0.migrants(\.employed)
    },
    Definition(.irregularEmployed, .persons, irregularEmployment) { $0.irregularlyEmployed },
    Definition(
      .irregularWork, .persons, irregularWork,
      told: .init(
        .migrants, headline: (2, Label("in irregular work")), subject: "Irregular work")
    ) { $0.irregularlyAtWork },
    Definition(
      .irregularShare, .share,
      "Migrants in irregular work as a share of all migrants at work.",
      told: .init(.irregularShare)
    ) {
      Whole.ratio($0.irregularlyAtWork, $0.migrants(\.employed))
    },
    Definition(
      .irregularStay, .persons,
      "Migrants present without the right to be: overstayed, or entered unlawfully. "
        + "Not the same as irregular employment.", told: .init(.irregularStay)
    ) { $0.migrants(\.overstayed) },
    Definition(
      .migrantsUnauthorised, .persons, "Migrants present without authorisation to work."
    ) { $0.migrants([.none], \.present) },
    Definition(
      .permitsInForce, .persons, "Migrants in the country who hold an employer's permit.",
      told: .init(.permitsAndPatents)
    ) { $0.migrants([.permit], \.present) },
    Definition(
      .patentsInForce, .persons, "Migrants in the country who hold a patent.",
      told: .init(.permitsAndPatents)
    ) { $0.migrants([.patent], \.present) },
    Definition(.migrantsFreeAccess, .persons, "Migrants free to take any job.") {
      $0.migrants([.freeAccess], \.present)
    },
    Definition(.migrantsSearching, .persons, "Migrants without work.") {
      $0.migrants(\.searching)
    },
    Definition(
      .migrantsInformal, .persons,
      "Migrants free to take any job who have informal jobs. Not irregular: it is counted as natives' informal work is."
    ) { $0.migrants([.freeAccess], \.informal) },
  ]

  private static let migrantMoves: [Definition] = [
    Definition(
      .arrivals, .personsPerMonth, "Migrants who came from home.", told: .init(.arrivalsAndReturns)
    ) { $0.flow(.arrivals) },
    Definition(
      .returns, .personsPerMonth, "Migrants who went home.", told: .init(.arrivalsAndReturns)
    ) { $0.flow(.returns) },
    Definition(.overstays, .personsPerMonth, "Stays that outlasted the law's limit.") {
      $0.flow(.overstays)
    },
    Definition(.migrantHires, .personsPerMonth, "Jobs begun by migrants.") {
      $0.flow(.migrantHires)
    },
    Definition(.irregularHires, .personsPerMonth, irregularHires) { $0.flow(.irregularHires) },
    Definition(.migrantsGainedStatus, .personsPerMonth, gainedStatus) {
      $0.flow(.gainedStatus)
    },
    Definition(.migrantsLostStatus, .personsPerMonth, lostStatus) { $0.flow(.lostStatus) },
    Definition(.patentsSold, .patentsPerMonth, patentsSold) { $0.flow(.patentsSold) },
    Definition(
      .employerSwitchesBound, .personsPerMonth,
      "Lawful jobs that migrants tied to their employer left for a job with another.",
      told: .init(.employerChanges)
    ) { $0.flow(.switchesBound) },
    Definition(
      .employerSwitchesPortable, .personsPerMonth,
      "Lawful jobs that holders of portable cards left for a job with another employer.",
      told: .init(.employerChanges)
    ) { $0.flow(.switchesPortable) },
  ]

  private static let migrantPay: [Definition] = [
    Definition(
      .wageMigrant, .moneyPerMonth,
      "Mean gross pay of migrants at work, with authorisation and without; the price of patents is not deducted."
    ) {
      Whole.ratio(
        $0.migrants { $0.formalPay + $0.informalPay }, $0.migrants { $0.formal + $0.informal })
    },
    Definition(
      .wageIrregular, .moneyPerMonth,
      "Mean pay of irregularly employed migrants; no tax is due on it.", told: .init(.migrantWages)
    ) {
      Whole.ratio(
        $0.migrants(Authorisation.needingPermission, \.informalPay), $0.irregularlyEmployed)
    },
    Definition(
      .wageBound, .moneyPerMonth,
      "Mean gross pay of migrants who work lawfully and are tied to one employer.",
      told: .init(.migrantWages)
    ) {
      Whole.ratio(
        $0.migrants([.permit, .cardBound], \.formalPay),
        $0.migrants([.permit, .cardBound], \.formal))
    },
    Definition(
      .wagePortable, .moneyPerMonth,
      "Mean gross pay of migrants who work lawfully on a portable card.", told: .init(.migrantWages)
    ) {
      Whole.ratio($0.migrants([.cardPortable], \.formalPay), $0.migrants([.cardPortable], \.formal))
    },
    Definition(
      .wageFreeAccess, .moneyPerMonth, "Mean gross pay of migrants with free access in formal jobs."
    ) {
      Whole.ratio($0.migrants([.freeAccess], \.formalPay), $0.migrants([.freeAccess], \.formal))
    },
    Definition(
      .remittances, .moneyPerMonth,
      "Share of migrants' net pay that is sent home; pay withheld from them, the price of patents, and fines paid out of savings are not counted; never below 0.",
      told: .init(.remittances)
    ) {
      let net = $0.migrants { $0.dues.wages - $0.dues.incomeTax + $0.informalDues.wages }
      let lost =
        $0.transfer(.unpaidWages) - $0.transfer(.recoveredWages) + $0.transfer(.patentTax)
      // What is kept back, or paid ahead, may be more than a month's pay.
      let sent = $0.behaviour.migration.remittedShare * max(0, net - lost)
      return max(0, sent - $0.transfer(.takenFromSavings))
    },
  ]

  private static let migrantTreatment: [Definition] = [
    Definition(
      .unpaidWages, .moneyPerMonth,
      "Pay that migrants earned and did not get, before any of it was recovered.",
      told: .init(.unpaidWages)
    ) { $0.transfer(.unpaidWages) },
    Definition(.recoveredWages, .moneyPerMonth, "Unpaid wages that migrants got back.") {
      $0.transfer(.recoveredWages)
    },
    Definition(
      .passportsHeld, .persons, "Migrants whose passport the employer holds.",
      told: .init(.passportsHeld)
    ) {
      $0.migrants(\.passportsHeld)
    },
    Definition(.payDelayed, .casesPerMonth, "Migrants whose pay came late.") {
      $0.flow(.delayedPay)
    },
    Definition(.payWithheld, .casesPerMonth, "Migrants who were not paid.") {
      $0.flow(.unpaidPay)
    },
    Definition(.forcedWork, .casesPerMonth, "Migrants made to work without pay.") {
      $0.flow(.forcedWork)
    },
    Definition(.injuries, .casesPerMonth, "Migrants injured at work.") { $0.flow(.injuries) },
    Definition(
      .injuryCompensation, .moneyPerMonth, "Compensation paid to migrants injured at work."
    ) {
      $0.transfer(.injuryCompensation)
    },
    Definition(
      .coveredContract, .persons,
      "Migrants at work with a written contract, and so with work-injury cover."
    ) { $0.migrants(\.formal) },
    Definition(
      .coveredEmergencyCare, .persons,
      "Migrants with free emergency care: all present, whatever their status."
    ) { $0.migrants(\.present) },
    Definition(
      .coveredOtherCare, .persons, "Migrants with other health care: those who work lawfully."
    ) { $0.migrants(\.formal) },
  ]
}
