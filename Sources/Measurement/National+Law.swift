import WorldState

extension National {
  /// What the law does: permits, the amnesty, police.
  static let lawDefinitions: [Definition] = [
    Definition(
      .legalisedCumulative, .persons,
      "Migrants who have received an amnesty's card since the run's first day.",
      told: .init(.amnesty, headline: (3, Label("legalised, so far")))
    ) { $0.flowSoFar(.legalised) },
    Definition(.legalised, .personsPerMonth, "Migrants who received an amnesty's card.") {
      $0.flow(.legalised)
    },
    Definition(
      .amnestyQueue, .persons, "Workers whose applications wait at the amnesty's desks.",
      told: .init(.amnesty)
    ) { $0.real($0.context.queue) },
    Definition(.filesLost, .personsPerMonth, "Workers whose applications failed or came too late.")
    {
      $0.flow(.filesLost)
    },
    Definition(.cardsInForce, .persons, "Holders of an amnesty's card in the country.") {
      $0.migrants([.cardBound, .cardPortable], \.present)
    },
    Definition(
      .cardsUsed, .persons,
      "Holders of an amnesty's card at work in a job that the card makes lawful."
    ) { $0.migrants([.cardBound, .cardPortable], \.formal) },
    Definition(.cardsLapsed, .personsPerMonth, "Amnesty cards that expired.") {
      $0.flow(.cardsLapsed)
    },
    Definition(.permitsApplied, .placesPerMonth, "Places for migrants that employers applied for.")
    {
      $0.flow(.permitsApplied)
    },
    Definition(
      .permitsIssued, .placesPerMonth, "Places for migrants that offices granted.",
      told: .init(.permitsIssued)
    ) {
      $0.flow(.permitsIssued)
    },
    Definition(
      .permitsIssuedSkilled, .placesPerMonth, "Places that offices granted for skilled migrants."
    ) {
      $0.flow(.permitsSkilled)
    },
    Definition(
      .permitsIssuedSpecialist, .placesPerMonth, "Places that offices granted for specialists."
    ) {
      $0.flow(.permitsSpecialist)
    },
    Definition(
      .permitsRefused, .placesPerMonth,
      "Places for migrants refused at the review, or beyond the quota of region and skill."
    ) { $0.flow(.permitsRefused) },
    Definition(.inspections, .visitsPerMonth, "Workplaces that the police inspected.") {
      $0.flow(.inspections)
    },
    Definition(
      .identified, .personsPerMonth,
      "Migrants found working without authorisation or staying unlawfully, against whom a case was opened.",
      told: .init(.police)
    ) { $0.flow(.identified) },
    Definition(
      .expelled, .personsPerMonth, "Migrants expelled with a ban on return.", told: .init(.police)
    ) {
      $0.flow(.expelled)
    },
    Definition(
      .bannedPresent, .persons, "Migrants in the country who came in spite of a ban.",
      told: .init(.banned)
    ) { $0.migrants(\.barred) },
    Definition(
      .documentsTaken, .personsPerMonth, "Migrants whose documents an officer kept."
    ) { $0.flow(.documentsTaken) },
    Definition(
      .lawfulStopped, .personsPerMonth,
      "Lawful migrants whom the police checked and treated as violators."
    ) { $0.flow(.lawfulStopped) },
  ]

  /// What the offices would publish.
  static let officialDefinitions: [Definition] = [
    Definition(
      .officialRegistered, .persons, "Foreigners registered with the police.",
      perspective: .official, told: .init(.registers)
    ) { $0.migrants(\.registered) },
    Definition(
      .officialForWork, .persons,
      "Foreigners who declared work as their purpose: holders of a permit, an amnesty's card or a patent.",
      perspective: .official, told: .init(.registers)
    ) { $0.migrants([.permit, .cardBound, .cardPortable, .patent], \.present) },
    Definition(
      .officialArrivalsUnregistered, .personsPerMonth,
      "Foreigners counted at the border who did not register.", perspective: .official
    ) { $0.flow(.arrivals) - $0.flow(.registrations) },
    Definition(
      .officialIdentified12m, .persons,
      "Violators identified in the last twelve months; fewer months at a run's beginning.",
      perspective: .official
    ) { $0.real($0.context.identifiedByMonth.reduce(0, +)) },
    Definition(
      .officialUnemploymentRate, .share,
      "Registered unemployed as a share of the labour force; those registered are a fixed share of those who search.",
      perspective: .official, told: .init(.unemployment)
    ) {
      let rate = $0.nativeMean(\.searching, over: \.present)
      let registered = $0.behaviour.population.registeredShare
      return rate.map { $0 * registered }
    },
  ]
}
