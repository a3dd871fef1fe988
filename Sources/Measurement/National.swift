import Inputs
import Kernel
import WorldState

/// The national indicators: each a definition and the rule that computes it, side by side.
package enum National {
  package static let indicators: [Indicator] = definitions.map(\.indicator)

  /// The month's values in the order of ``indicators``.
  package static func values(_ nation: NationMonth, _ scale: Double) -> [Double?] {
    let whole = Whole(nation: nation, scale: scale)
    return definitions.map { $0.value(whole) }
  }

  /// What a definition computes from.
  struct Whole {
    var nation: NationMonth
    var scale: Double

    /// Simulated persons or tenge, scaled back to the country.
    func real(_ value: Int64) -> Double { Double(value) / scale }
    func real(_ value: (GroupTotals) -> Int64) -> Double { real(nation.sum(value)) }
    func share(_ part: (GroupTotals) -> Int64, of all: (GroupTotals) -> Int64) -> Double? {
      mean(part, over: all)
    }
    func mean(_ sum: (GroupTotals) -> Int64, over heads: (GroupTotals) -> Int64) -> Double? {
      let count = nation.sum(heads)
      return count == 0 ? nil : Double(nation.sum(sum)) / Double(count)
    }
    func flow(_ flow: Flow) -> Double { real(nation.flows[flow.rawValue]) }
    var low: GroupTotals { nation.groups[Int(Skill.low.rawValue)] }
  }

  struct Definition {
    var indicator: Indicator
    var value: @Sendable (Whole) -> Double?

    init(
      _ name: String, _ unit: String, _ formula: String,
      _ value: @escaping @Sendable (Whole) -> Double?
    ) {
      indicator = Indicator(name, unit: unit, formula)
      self.value = value
    }
  }

  static let definitions: [Definition] = [
    Definition(
      "income_tax", "KZT/month", "Income tax due for the month on all formal pay."
    ) { $0.real(\.dues.incomeTax) },
    Definition(
      "social_tax", "KZT/month", "Employers' social tax due for the month."
    ) { $0.real(\.dues.socialTax) },
    Definition(
      "contributions", "KZT/month",
      "Social insurance of employers and pension contributions of workers due for the month."
    ) { $0.real { $0.dues.employerContributions + $0.dues.workerContributions } },
    Definition(
      "wage_native", "KZT/month",
      "Mean gross contract wage of natives in formal jobs, as the statistic of average pay counts it."
    ) { $0.mean(\.formalPay, over: \.formal) },
    Definition(
      "wage_native_low", "KZT/month", "The same of low-skilled natives in formal jobs."
    ) { $0.low.formal == 0 ? nil : Double($0.low.formalPay) / Double($0.low.formal) },
    Definition(
      "native_employment", "persons",
      "Natives at work: in formal and informal jobs and on their own account."
    ) { $0.real(\.employed) },
    Definition(
      "native_unemployment_rate", "share", "Natives who search without work, to the labour force."
    ) { $0.share(\.searching, of: \.labourForce) },
    Definition(
      "informal_share", "share",
      "Natives in informal jobs and on their own account, to all natives at work."
    ) { $0.share({ $0.informal + $0.ownAccount }, of: \.employed) },
    Definition("vacancies", "posts", "Vacancies open after the month's last day.") {
      $0.real($0.nation.vacancies)
    },
    Definition(
      "native_labour_force", "persons", "Natives at work or searching."
    ) { $0.real(\.labourForce) },
    Definition("native_formal", "persons", "Natives in formal jobs.") { $0.real(\.formal) },
    Definition("native_informal", "persons", "Natives in informal jobs, own account not counted.") {
      $0.real(\.informal)
    },
    Definition("native_own_account", "persons", "Natives who work on their own account.") {
      $0.real(\.ownAccount)
    },
    Definition(
      "wage_native_informal", "KZT/month", "Mean pay of natives in informal jobs."
    ) { $0.mean(\.informalPay, over: \.informal) },
    Definition("vacancy_rate", "share", "Vacancies to all posts, filled and vacant.") {
      let posts = $0.real(\.formal) + $0.real(\.informal) + $0.real($0.nation.vacancies)
      return posts == 0 ? nil : $0.real($0.nation.vacancies) / posts
    },
    Definition("wage_bill", "KZT/month", "Pay due for the month, formal and informal.") {
      $0.real { $0.dues.wages + $0.informalDues.wages }
    },
    Definition("hires", "persons/month", "Jobs begun, from search or from another job.") {
      $0.flow(.hires)
    },
    Definition("job_changes", "persons/month", "Jobs begun straight from another job.") {
      $0.flow(.jobChanges)
    },
    Definition(
      "separations", "persons/month",
      "Jobs ended other than by layoff, a better job or leaving the labour force."
    ) { $0.flow(.separations) },
    Definition("layoffs", "persons/month", "Jobs ended because employers wanted fewer posts.") {
      $0.flow(.layoffs)
    },
    Definition("labour_force_entries", "persons/month", "Natives who entered the labour force.") {
      $0.flow(.entries)
    },
    Definition("labour_force_exits", "persons/month", "Natives who left it for good.") {
      $0.flow(.exits)
    },
  ]
}
