/// `behaviour.demand`: employers and the posts they want (MODEL 6.2).
package struct DemandBehaviour: KeyGroup {
  package var response = 0.0
  /// How fast posts move to where they rest, a year; nil where they are there at once.
  package var adjustment: Double?
  package var ownResponse = 0.0
  package var closingDays: Double?
  package var seasonalPosts = 0.0
  package var cycle = 0.0
  package var regionalGrowth = 0.0
  package var memoryDays = 0.0
  package var reviewDays = 91
  package var postsLevel = 1.0
  package var vacancyShare = 0.0
  package var productivitySpread = 0.0
  package var sizeExponent = 0.0
  package var largestSize = 1
  package var largestHousehold = 1

  package init() {}

  package static let keys: [Key<DemandBehaviour>] = responseKeys + calendarKeys + employerKeys

  private static let responseKeys: [Key<DemandBehaviour>] = [
    .number(
      "response", \.response, .factor, 0...5,
      "Elasticity of posts to the expected surplus of a filled vacancy; 0 switches job creation off."
    ),
    .optionalNumber(
      "adjustment", \.adjustment, .rate, 0...12,
      "Speed at which posts move to where they would rest: 0.5 /year goes half of a short way in a year, 0 holds them; none takes them there at once."
    ),
    .number(
      "own_response", \.ownResponse, .factor, 0...5, optional: true,
      "Elasticity of an employer's posts to what a filled post promises it, relative to its market's employers; 0 makes all of a market follow the market alone."
    ),
    .optionalNumber(
      "closing", \.closingDays, .duration, 30...3650,
      "Time without any post wanted after which an employer closes; none lets it wait for ever."),
    .number(
      "memory", \.memoryDays, .duration, 30...1500,
      "Time over which employers average the surplus that job seekers promise."),
    .count(
      "review", \.reviewDays, .duration, 7...365,
      "Time between an employer's reviews of its posts."),
  ]

  private static let calendarKeys: [Key<DemandBehaviour>] = [
    .number(
      "seasonal_posts", \.seasonalPosts, .factor, 0...2, optional: true,
      "How many of the seasonal posts of the table of sectors there are: 1 all of them, 0 none."),
    .number(
      "cycle", \.cycle, .factor, 0...3, optional: true,
      "How far posts follow the table of demand by sector: 1 as it says, 0 not at all."),
    .number(
      "regional_growth", \.regionalGrowth, .factor, 0...1.5, optional: true,
      "How far the trend of posts follows a region's labour force as it grows apart from the nation's: 1 in proportion, 0 not at all."
    ),
  ]

  private static let employerKeys: [Key<DemandBehaviour>] = [
    .number(
      "posts_level", \.postsLevel, .factor, 0.5...1.5,
      "Posts wanted at the start of the burn-in, relative to the employees and vacancies of the tables."
    ),
    .number(
      "vacancies", \.vacancyShare, .share, 0.001...0.2,
      "Share of posts that are vacant at the start of the burn-in."),
    .number(
      "productivity_spread", \.productivitySpread, .factor, 0...0.5,
      "Standard deviation of the logarithm of employers' productivity within a market."),
    .number(
      "size_exponent", \.sizeExponent, .factor, 0.8...2,
      "Exponent of the truncated Zipf law of employer sizes."),
    .count(
      "largest_employer", \.largestSize, .count, 1...200_000,
      "Posts of the largest firm or farm."),
    .count(
      "largest_household", \.largestHousehold, .count, 1...50,
      "Posts of the largest household that employs workers."),
  ]
}
