import WorldState

extension National {
  /// Natives: work, pay, and the market's churn.
  static let nativeDefinitions: [Definition] = nativeStocks + churn + spread

  private static let nativeStocks: [Definition] = [
    Definition(
      .wageNative, .moneyPerMonth,
      "Mean gross contract wage of natives in formal jobs, as the statistic of average pay counts it.",
      told: .init(
        .nativeWages, headline: (8, Label("average wage", .aMonth)), subject: "The average wage")
    ) { $0.nativeMean(\.formalPay, over: \.formal) },
    Definition(
      .wageNativeLow, .moneyPerMonth,
      "Mean gross contract wage of low-skilled natives in formal jobs.", told: .init(.nativeWages)
    ) { $0.low.formal == 0 ? nil : Double($0.low.formalPay) / Double($0.low.formal) },
    Definition(
      .nativeEmployment, .persons,
      "Natives at work: in formal and informal jobs and on their own account.",
      told: .init(.nativesAtWork, headline: (6, Label("natives employed")))
    ) { $0.natives(\.employed) },
    Definition(
      .nativeUnemploymentRate, .share,
      "Natives searching without work as a share of the native labour force.",
      told: .init(
        .unemployment, headline: (5, Label("native unemployment")),
        subject: "Unemployment of natives")
    ) { $0.nativeMean(\.searching, over: \.present) },
    Definition(
      .informalShare, .share,
      "Natives in informal jobs or on their own account as a share of all natives at work.",
      told: .init(
        .informalShare, headline: (7, Label("informal, of the employed")),
        subject: "The informal share of employment")
    ) { $0.nativeMean({ $0.informal + $0.ownAccount }, over: \.employed) },
    Definition(
      .vacancies, .posts, "Vacancies open after the month's last day.",
      told: .init(.vacancies, headline: (9, Label("vacancies")))
    ) {
      $0.real($0.nation.vacancies)
    },
    Definition(.nativeLabourForce, .persons, "Natives at work or searching.") {
      $0.natives(\.present)
    },
    Definition(.nativeFormal, .persons, "Natives in formal jobs.") { $0.natives(\.formal) },
    Definition(
      .nativeInformal, .persons, "Natives in informal jobs, not counting own-account work."
    ) {
      $0.natives(\.informal)
    },
    Definition(.nativeOwnAccount, .persons, "Natives who work on their own account.") {
      $0.natives(\.ownAccount)
    },
    Definition(
      .wageNativeInformal, .moneyPerMonth, "Mean pay of natives in informal jobs."
    ) { $0.nativeMean(\.informalPay, over: \.informal) },
    Definition(.vacancyRate, .share, "Vacancies as a share of all posts, filled and vacant.") {
      let vacancies = $0.real($0.nation.vacancies)
      return Whole.ratio(
        vacancies, $0.everybody(\.formal) + $0.everybody(\.informal) + vacancies)
    },
  ]

  private static let spread: [Definition] = [
    Definition(
      .wageNativeLowAll, .moneyPerMonth,
      "Mean gross pay of low-skilled natives in jobs, formal and informal."
    ) {
      let low = $0.low
      return Whole.ratio(
        Double(low.formalPay + low.informalPay), Double(low.formal + low.informal))
    },
    Definition(
      .wageGini, .share,
      "Gini coefficient of gross pay in jobs, formal and informal, of natives and migrants: 0 where all earn the same."
    ) { $0.nation.payGini },
  ]

  private static let churn: [Definition] = [
    Definition(.hires, .personsPerMonth, "Jobs begun, from search or from another job.") {
      $0.flow(.hires)
    },
    Definition(.jobChanges, .personsPerMonth, "Jobs begun straight from another job.") {
      $0.flow(.jobChanges)
    },
    Definition(
      .separations, .personsPerMonth,
      "Jobs that ended for reasons other than layoff, a better job or leaving the labour force."
    ) { $0.flow(.separations) },
    Definition(
      .layoffs, .personsPerMonth,
      "Jobs that ended because the employer wanted fewer posts, or dismissed the worker."
    ) { $0.flow(.layoffs) },
    Definition(.labourForceEntries, .personsPerMonth, "Natives who entered the labour force.") {
      $0.flow(.entries)
    },
    Definition(.labourForceExits, .personsPerMonth, "Natives who left the labour force for good.") {
      $0.flow(.exits)
    },
    Definition(
      .employersClosed, .employersPerMonth,
      "Employers that closed, having wanted no posts for long; of a firm too large for its market's sample, each part."
    ) { $0.flow(.employersClosed) },
    Definition(
      .employersOpened, .employersPerMonth,
      "Employers that opened again after closing, or took the place of one that closed."
    ) { $0.flow(.employersOpened) },
  ]
}
