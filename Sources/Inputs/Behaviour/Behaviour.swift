/// What is uncertain about how people and employers act, by submodel.
@usableFromInline package struct Behaviour: Sendable, Equatable {
  package var population = PopulationBehaviour()
  package var demand = DemandBehaviour()
  package var search = SearchBehaviour()
  @usableFromInline package var hiring = HiringBehaviour()
  @usableFromInline package var wages = WageBehaviour()
  package var workingLife = WorkingLifeBehaviour()
  package var taxes = TaxBehaviour()
  package var migration = MigrationBehaviour()
  package var abuse = AbuseBehaviour()
  package var beliefs = BeliefBehaviour()
  @usableFromInline package var filing = FilingBehaviour()

  package init() {}
}

/// `behaviour.population`: the native labour force and its first state.
package struct PopulationBehaviour: KeyGroup {
  package var unemploymentShare = 0.0
  package var exitRate = 0.0
  package var participation = 0.0
  package var registeredShare = 0.0

  package init() {}

  package static let keys: [Key<PopulationBehaviour>] = [
    .number(
      "participation", \.participation, .share, 0.2...0.9,
      "Share of the population in the labour force, used to spread the labour force over regions."),
    .number(
      "unemployment", \.unemploymentShare, .share, 0.005...0.3,
      "Share of the labour force without work at the start of the burn-in."),
    .number(
      "registered_unemployed", \.registeredShare, .share, 0...1,
      "Share of people without work who are registered as unemployed."),
    .number(
      "exit", \.exitRate, .rate, 0...0.05,
      "Rate at which natives leave the labour force for good; new entrants replace them."),
  ]
}

/// `behaviour.search`: meeting between seekers and vacancies (MODEL 6.3).
package struct SearchBehaviour: KeyGroup {
  package var matchingScale = 0.0
  package var matchingElasticity = 0.0
  package var smoothingDays = 30.0
  package var onTheJobWeight = 0.0
  package var ownAccountExit = 0.0
  package var ownAccountEntrants = 0.0
  package var ownAccountElasticity = 0.0
  package var sectorChange = 0.0
  package var sectorChangeElasticity = 0.0

  package init() {}

  package static let keys: [Key<SearchBehaviour>] = [
    .number(
      "matching_scale", \.matchingScale, .factor, 0.5...100,
      "Meetings a year between one effective job seeker and one vacancy."),
    .number(
      "matching_elasticity", \.matchingElasticity, .factor, 0.1...0.9,
      "Elasticity of meetings to job seekers; that to vacancies is 1 less this."),
    .number(
      "smoothing", \.smoothingDays, .duration, 1...180,
      "Time over which a market's job seekers and vacancies are averaged for matching."),
    .number(
      "on_the_job_weight", \.onTheJobWeight, .factor, 0...0.6,
      "How intensely a worker in a job who is free to leave searches, relative to the unemployed."),
    .number(
      "own_account_exit", \.ownAccountExit, .rate, 0...0.35,
      "Rate at which own-account workers give up and search for a job."),
    .number(
      "own_account_entrants", \.ownAccountEntrants, .factor, 0...1, optional: true,
      "Of those who enter the labour force, how many begin on their own account, relative to the part of their sector's workers who do."
    ),
    .number(
      "own_account_elasticity", \.ownAccountElasticity, .factor, 0...2, optional: true,
      "How strongly own-account workers give up, and job seekers keep from turning to own-account work, where labour has become scarcer since the burn-in."
    ),
    .number(
      "sector_change", \.sectorChange, .rate, 0...0.8,
      "Rate at which unemployed natives turn to another sector of their region."),
    .number(
      "sector_change_elasticity", \.sectorChangeElasticity, .factor, 0...3,
      "How strongly unemployed natives prefer sectors where labour has become scarcer since the burn-in."
    ),
  ]
}

extension SearchBehaviour {
  /// How far what scarcer labour makes of the rates into own-account work and out of it may go, either way.
  package var mostOwnAccountEase: Double { ownAccountElasticity > 0 ? 2 : 1 }
}

/// `behaviour.hiring`: the choice between formal and informal jobs (MODEL 6.4).
@usableFromInline package struct HiringBehaviour: KeyGroup {
  @usableFromInline package var choiceScale = 0.0
  package var auditCost = 0.0
  package var honestyMean = 0.0
  package var irregularHonestyMean = 0.0
  package var neverShare = 0.0
  package var neverShareLarge = 0.0
  package var largeSize = 250
  @usableFromInline package var housingCost = 0.0
  @usableFromInline package var formalOnlySize = 100

  package init() {}

  package static let keys: [Key<HiringBehaviour>] = [
    .number(
      "choice_scale", \.choiceScale, .pay, 0.01...1e7,
      "Scale of the logit choice among ways to hire, at reference pay: the larger, the less money decides."
    ),
    .number(
      "audit_cost", \.auditCost, .pay, 0...1e7,
      "Expected cost of audits to the employer of an informal native of average productivity, at reference pay; proportional for others."
    ),
    .number(
      "honesty", \.honestyMean, .pay, 0...1e7,
      "Average aversion of employers to hiring informally, exponentially distributed, at reference pay."
    ),
    .count(
      "formal_only_size", \.formalOnlySize, .count, 1...100_000,
      "Number of posts above which an employer never hires natives informally."),
    .number(
      "irregular_honesty", \.irregularHonestyMean, .pay, 0...1e7,
      "Average aversion of employers to hiring migrants without authorisation, exponentially distributed, at reference pay."
    ),
    .number(
      "never_irregular", \.neverShare, .share, 0...1,
      "Share of employers that would never hire a migrant without authorisation."),
    .number(
      "never_irregular_large", \.neverShareLarge, .share, 0...1,
      "Share of large employers that would never hire a migrant without authorisation."),
    .count(
      "large_size", \.largeSize, .count, 1...100_000,
      "Number of posts above which an employer counts as large."),
    .number(
      "housing_cost", \.housingCost, .pay, 0...1e7,
      "Cost to the employer of the duty to house a lawful migrant worker, at reference pay."),
  ]
}

/// `behaviour.working_life`: how jobs end (MODEL 6.6).
package struct WorkingLifeBehaviour: KeyGroup {
  package var nativeSeparation = 0.0
  package var boundSeparation = 0.0
  package var irregularSeparation = 0.0
  package var judgement = 0.0

  package init() {}

  package static let keys: [Key<WorkingLifeBehaviour>] = [
    .number(
      "native_separation", \.nativeSeparation, .rate, 0.01...0.2,
      "Rate at which natives' jobs end for reasons other than layoff or a better job."),
    .number(
      "bound_separation", \.boundSeparation, .rate, 0.01...2,
      "Rate at which jobs of migrants who work lawfully end for reasons other than layoff or a better job."
    ),
    .number(
      "irregular_separation", \.irregularSeparation, .rate, 0.01...2,
      "Rate at which irregular jobs end for reasons other than layoff or a better job."),
    .number(
      "judgement", \.judgement, .rate, 0...12,
      "How often an employer reconsiders whether to keep a migrant, and on which terms."),
  ]
}

/// `behaviour.taxes`: how much of pay the treasury gets to see (MODEL 6.11).
package struct TaxBehaviour: KeyGroup {
  package var declaredWageShare = 1.0

  package init() {}

  package static let keys: [Key<TaxBehaviour>] = [
    .number(
      "declared_wage_share", \.declaredWageShare, .share, 0...1,
      "Share of a formal wage on which social tax is paid.")
  ]
}
