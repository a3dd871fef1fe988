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
      "potential", \.potential, .count, 0...1e8, "People at home or abroad who may ever come."),
    .number(
      "present", \.present, .count, 0...1e8,
      "Migrants present when the world is built."),
    .number(
      "posts", \.posts, .count, 0...1e8,
      "Posts beyond those for the natives of the tables, for whoever is hired, when the world is built."
    ),
    .number(
      "permits", \.permits, .count, 0...1e7,
      "Of these, workers with an employer's permit when the world is built."),
    .number(
      "exempt", \.exempt, .share, 0...1,
      "Part of the migrants whom the law exempts from permits, and who may take any job."),
    .number(
      "experienced", \.experiencedShare, .share, 0...1,
      "Part of those at home who have been in the country before, when the world is built."),
  ]

  private static let decisionKeys: [Key<MigrationBehaviour>] = [
    .number(
      "reconsider", \.reconsider, .rate, 0.01...20,
      "How often one who has never been abroad thinks of leaving."),
    .number(
      "reconsider_experienced", \.reconsiderExperienced, .rate, 0.01...20,
      "The same of one who has."),
    .number(
      "leave_constant", \.leaveConstant, .factor, -20...20,
      "Constant of the logit of leaving: fitted to the stock of migrants."),
    .number(
      "gain_scale", \.gainScale, .pay, 100...1_000_000,
      "Scale of expected gains in the decision to leave, at reference pay."),
    .number(
      "network", \.network, .factor, 0...5,
      "Weight of co-nationals in the region in the decision where to go, and whether."),
    .number(
      "network_reference", \.networkReference, .count, 1...1e7,
      "Co-nationals, real persons, at which the network is felt."),
    .number(
      "market_scale", \.marketScale, .pay, 100...1_000_000,
      "Scale of expected gains in the choice of a market, at reference pay."),
    .number("living_cost", \.livingCost, .pay, 0...1e6, "Cost of living abroad, at reference pay."),
    .number(
      "regional_prices", \.regionalPrices, .factor, 0...1,
      "Elasticity of prices to a region's income index."),
    .number(
      "planned_months", \.plannedMonths, .factor, 1...120,
      "Months over which the cost of the journey is spread."),
    .number(
      "expulsion", \.expulsionRate, .rate, 0...10,
      "How often, as those at home believe, a migrant is expelled."),
    .number(
      "expulsion_loss", \.expulsionLoss, .money, 0...1e8,
      "What an expulsion costs the migrant, in his view, at reference pay."),
    .number(
      "entry_growth", \.entryGrowth, .factor, -0.5...1,
      "Growth of the readiness to leave, a year from the first day on: 0.15 is 15 %."),
  ]

  private static let stayKeys: [Key<MigrationBehaviour>] = [
    .number("long_share", \.longShare, .share, 0...1, "Part of those who come to stay for long."),
    .number("long_stay", \.longStayDays, .duration, 30...20_000, "Mean stay of these."),
    .number(
      "seasonal_stay", \.seasonalStayDays, .duration, 14...1000,
      "Mean planned stay of the others, two weeks at least."
    ),
    .count(
      "season_end", \.seasonEnd, .count, 1...12,
      "Month from whose middle on, and until a month and a half later, seasonal workers go home."),
    .number(
      "savings_target", \.savingsMonths, .factor, 0...240,
      "Months of savings at the usual pay that a migrant comes for, on average."),
    .number(
      "jobless_return", \.joblessReturn, .rate, 0...50,
      "How often one without work goes home, once his patience has ended."),
    .number(
      "jobless_patience", \.joblessPatienceDays, .duration, 1...1000,
      "How long one without work waits before he goes home or elsewhere."),
    .number(
      "move_on", \.moveOn, .rate, 0...50,
      "How often one without work turns to another market, once his patience has ended."),
    .number(
      "search_bonus", \.searchBonus, .factor, 0.1...50,
      "Search weight of migrants without work, whom networks help, to natives'."),
    .number(
      "remitted_share", \.remittedShare, .share, 0...1, "Part of net pay that is sent home."),
  ]

  private static let entryKeys: [Key<MigrationBehaviour>] = [
    .number("lawful_entry", \.lawfulEntry, .share, 0...1, "Part of entries that are lawful."),
    .number("papers", \.papers, .share, 0...1, "Part of migrants who hold a valid passport."),
    .number(
      "registration", \.registration, .share, 0...1,
      "Part of arrivals who register with the police."),
    .number(
      "visa_runs", \.visaRuns, .share, 0...1,
      "Part of visa-free migrants who renew their stay for a year by leaving and coming back."),
    .number(
      "visa_factor", \.visaFactor, .share, 0...1,
      "How often one who needs a visa comes, to one who needs none."),
  ]
}
