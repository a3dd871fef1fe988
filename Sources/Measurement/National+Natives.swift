import WorldState

extension National {
  /// Natives: work, pay, and the market's churn.
  static let nativeDefinitions: [Definition] = nativeStocks + churn

  private static let nativeStocks: [Definition] = [
    Definition(
      "wage_native", "KZT/month",
      "Mean gross contract wage of natives in formal jobs, as the statistic of average pay counts it."
    ) { $0.nativeMean(\.formalPay, over: \.formal) },
    Definition(
      "wage_native_low", "KZT/month",
      "Mean gross contract wage of low-skilled natives in formal jobs."
    ) { $0.low.formal == 0 ? nil : Double($0.low.formalPay) / Double($0.low.formal) },
    Definition(
      "native_employment", "persons",
      "Natives at work: in formal and informal jobs and on their own account."
    ) { $0.natives(\.employed) },
    Definition(
      "native_unemployment_rate", "share",
      "Natives searching without work as a share of the native labour force."
    ) { $0.nativeMean(\.searching, over: \.present) },
    Definition(
      "informal_share", "share",
      "Natives in informal jobs or on their own account as a share of all natives at work."
    ) { $0.nativeMean({ $0.informal + $0.ownAccount }, over: \.employed) },
    Definition("vacancies", "posts", "Vacancies open after the month's last day.") {
      $0.real($0.nation.vacancies)
    },
    Definition("native_labour_force", "persons", "Natives at work or searching.") {
      $0.natives(\.present)
    },
    Definition("native_formal", "persons", "Natives in formal jobs.") { $0.natives(\.formal) },
    Definition(
      "native_informal", "persons", "Natives in informal jobs, not counting own-account work."
    ) {
      $0.natives(\.informal)
    },
    Definition("native_own_account", "persons", "Natives who work on their own account.") {
      $0.natives(\.ownAccount)
    },
    Definition(
      "wage_native_informal", "KZT/month", "Mean pay of natives in informal jobs."
    ) { $0.nativeMean(\.informalPay, over: \.informal) },
    Definition("vacancy_rate", "share", "Vacancies as a share of all posts, filled and vacant.") {
      let vacancies = $0.real($0.nation.vacancies)
      return Whole.ratio(
        vacancies, $0.everybody(\.formal) + $0.everybody(\.informal) + vacancies)
    },
  ]

  private static let churn: [Definition] = [
    Definition("hires", "persons/month", "Jobs begun, from search or from another job.") {
      $0.flow(.hires)
    },
    Definition("job_changes", "persons/month", "Jobs begun straight from another job.") {
      $0.flow(.jobChanges)
    },
    Definition(
      "separations", "persons/month",
      "Jobs that ended for reasons other than layoff, a better job or leaving the labour force."
    ) { $0.flow(.separations) },
    Definition(
      "layoffs", "persons/month",
      "Jobs that ended because the employer wanted fewer posts, or dismissed the worker."
    ) { $0.flow(.layoffs) },
    Definition("labour_force_entries", "persons/month", "Natives who entered the labour force.") {
      $0.flow(.entries)
    },
    Definition("labour_force_exits", "persons/month", "Natives who left the labour force for good.")
    {
      $0.flow(.exits)
    },
  ]
}
