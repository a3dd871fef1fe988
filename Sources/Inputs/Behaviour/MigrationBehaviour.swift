/// `behaviour.migration`: who comes, for how long, and how they move on (MODEL 6.1).
package struct MigrationBehaviour: KeyGroup {
  package var potential = 0.0
  package var present = 0.0
  package var posts = 0.0
  package var permits = 0.0
  package var exempt = 0.0
  package var experiencedShare = 0.0
  package var reconsider = 0.0
  package var reconsiderExperienced = 0.0
  package var leaveConstant = 0.0
  package var gainScale = 1.0
  package var network = 0.0
  package var networkReference = 1.0
  package var marketScale = 1.0
  package var livingCost = 0.0
  package var regionalPrices = 0.0
  package var plannedMonths = 7.0
  package var expulsionRate = 0.0
  package var expulsionLoss = 0.0
  package var knownRisk = 0.0
  package var entryGrowth = 0.0
  package var longShare = 0.0
  package var longStayDays = 0.0
  package var seasonalStayDays = 0.0
  package var seasonEnd = 11
  package var savingsMonths = 0.0
  package var joblessReturn = 0.0
  package var joblessPatienceDays = 0.0
  package var moveOn = 0.0
  package var searchBonus = 1.0
  package var lawfulEntry = 1.0
  package var papers = 1.0
  package var registration = 0.0
  package var visaRuns = 0.0
  package var visaFactor = 0.0
  package var remittedShare = 0.0

  package init() {}

  package static let keys: [Key<MigrationBehaviour>] =
    stockKeys + decisionKeys + stayKeys + entryKeys

  private static let stockKeys: [Key<MigrationBehaviour>] = [
    .number(
      "potential", \.potential, .count, 0...1e8,
      "Number of people, at home or in the country, who may ever come to work."),
    .number(
      "present", \.present, .count, 0...1e8,
      "Number of migrants in the country at the start of the burn-in."),
    .number(
      "posts", \.posts, .count, 0...1e8,
      "Posts at the start of the burn-in beyond those for the natives of the tables; anybody may be hired for them."
    ),
    .number(
      "permits", \.permits, .count, 0...1e7,
      "Number of migrants who work on an employer's permit at the start of the burn-in."),
    .number(
      "exempt", \.exempt, .share, 0...1,
      "Share of migrants whom the law exempts from permits and who may take any job."),
    .number(
      "experienced", \.experiencedShare, .share, 0...1,
      "Share of people at home who have been in the country before, at the start of the burn-in."),
  ]

  private static let decisionKeys: [Key<MigrationBehaviour>] = [
    .number(
      "reconsider", \.reconsider, .rate, 0.01...20,
      "How often somebody who has never been abroad thinks of leaving home."),
    .number(
      "reconsider_experienced", \.reconsiderExperienced, .rate, 0.01...20,
      "How often somebody who has been abroad before thinks of leaving home."),
    .number(
      "leave_constant", \.leaveConstant, .factor, -20...20,
      "Constant in the logit choice to leave home; fitted to the stock of migrants."),
    .number(
      "gain_scale", \.gainScale, .pay, 0.01...1e8,
      "Scale of expected gains in the choice to leave home, at reference pay: the larger, the less money decides."
    ),
    .number(
      "network", \.network, .factor, 0...5,
      "Weight of compatriots in a region in the decision whether to go, and where."),
    .number(
      "network_reference", \.networkReference, .count, 1...1e7,
      "Number of compatriots in a region (real persons) at which their network begins to count."),
    .number(
      "market_scale", \.marketScale, .pay, 0.01...1e8,
      "Scale of expected gains in the choice of region and sector, at reference pay: the larger, the less money decides."
    ),
    .number("living_cost", \.livingCost, .pay, 0...1e8, "Cost of living abroad, at reference pay."),
    .number(
      "regional_prices", \.regionalPrices, .factor, 0...1,
      "Elasticity of regional prices to the region's income index."),
    .number(
      "planned_months", \.plannedMonths, .factor, 1...120,
      "Number of months over which migrants spread the cost of the journey."),
    .number(
      "expulsion", \.expulsionRate, .rate, 0...10,
      "How often people at home believe that a migrant is expelled."),
    .number(
      "expulsion_loss", \.expulsionLoss, .money, 0...1e8,
      "What migrants believe an expulsion would cost them, at reference pay."),
    .number(
      "known_risk", \.knownRisk, .factor, 0...5, optional: true,
      "Weight, in the decision to come, of what fines, bribes and expulsions have lately cost irregular workers in a market: 1 in full, 0 not at all."
    ),
    .number(
      "entry_growth", \.entryGrowth, .factor, -0.5...1,
      "Yearly growth of the readiness to leave home, from the first day on; 0.15 is 15 %."),
  ]

  private static let stayKeys: [Key<MigrationBehaviour>] = [
    .number(
      "long_share", \.longShare, .share, 0...1,
      "Share of arriving migrants who come to stay for long."),
    .number(
      "long_stay", \.longStayDays, .duration, 30...20_000,
      "Average stay of migrants who come to stay for long."),
    .number(
      "seasonal_stay", \.seasonalStayDays, .duration, 14...1000,
      "Average planned stay of migrants who come for a season, two weeks at least."
    ),
    .count(
      "season_end", \.seasonEnd, .count, 1...12,
      "Month (1 to 12) in which seasonal workers begin to go home: they leave from its middle until a month and a half later."
    ),
    .number(
      "savings_target", \.savingsMonths, .factor, 0...240,
      "Average savings that migrants come for, in months of saving at the usual pay."),
    .number(
      "jobless_return", \.joblessReturn, .rate, 0...50,
      "How often a migrant without work goes home, once their patience has ended."),
    .number(
      "jobless_patience", \.joblessPatienceDays, .duration, 1...1000,
      "How long a migrant without work waits before going home or elsewhere."),
    .number(
      "move_on", \.moveOn, .rate, 0...50,
      "How often a migrant without work moves to another region or sector, once their patience has ended."
    ),
    .number(
      "search_bonus", \.searchBonus, .factor, 0.1...50,
      "How intensely migrants without work, helped by networks, find vacancies, relative to unemployed natives."
    ),
    .number(
      "remitted_share", \.remittedShare, .share, 0...1,
      "Share of migrants' net pay that is sent home."),
  ]

  private static let entryKeys: [Key<MigrationBehaviour>] = [
    .number(
      "lawful_entry", \.lawfulEntry, .share, 0...1, "Share of migrants' entries that are lawful."),
    .number("papers", \.papers, .share, 0...1, "Share of migrants who hold a valid passport."),
    .number(
      "registration", \.registration, .share, 0...1,
      "Share of arriving migrants who register with the police."),
    .number(
      "visa_runs", \.visaRuns, .share, 0...1,
      "Share of visa-free migrants who renew their stay for a year by leaving and coming back."),
    .number(
      "visa_factor", \.visaFactor, .share, 0...1,
      "How often somebody who needs a visa comes, relative to somebody who needs none."),
  ]
}
