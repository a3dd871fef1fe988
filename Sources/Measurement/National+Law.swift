import WorldState

extension National {
  /// What the law does: permits, the amnesty, police.
  static let lawDefinitions: [Definition] = [
    Definition(
      "legalised_cumulative", .persons, "Migrants who have got an amnesty's card so far."
    ) { $0.flowSoFar(.legalised) },
    Definition("legalised", .personsPerMonth, "Migrants who got an amnesty's card.") {
      $0.flow(.legalised)
    },
    Definition(
      "amnesty_queue", .persons, "Workers whose files wait on the amnesty's desks."
    ) { $0.real($0.context.queue) },
    Definition("files_lost", .personsPerMonth, "Workers whose files failed or came too late.") {
      $0.flow(.filesLost)
    },
    Definition("cards_in_force", .persons, "Holders of an amnesty's card in the country.") {
      $0.migrants([.cardBound, .cardPortable], \.present)
    },
    Definition(
      "cards_used", .persons, "Of these, at work in a job that the card makes lawful."
    ) { $0.migrants([.cardBound, .cardPortable], \.formal) },
    Definition("cards_lapsed", .personsPerMonth, "Cards that ran out.") { $0.flow(.cardsLapsed) },
    Definition("permits_applied", .placesPerMonth, "Places that employers applied for.") {
      $0.flow(.permitsApplied)
    },
    Definition("permits_issued", .placesPerMonth, "Places that offices gave.") {
      $0.flow(.permitsIssued)
    },
    Definition("permits_issued_skilled", .placesPerMonth, "Of these, for skilled workers.") {
      $0.flow(.permitsSkilled)
    },
    Definition("permits_issued_specialist", .placesPerMonth, "Of these, for specialists.") {
      $0.flow(.permitsSpecialist)
    },
    Definition(
      "permits_refused", .placesPerMonth, "Places refused, or beyond the quota of region and skill."
    ) { $0.flow(.permitsRefused) },
    Definition("inspections", .visitsPerMonth, "Workplaces that the police inspected.") {
      $0.flow(.inspections)
    },
    Definition(
      "identified", .personsPerMonth,
      "Migrants found working without authorisation, or staying unlawfully, against whom a case was made."
    ) { $0.flow(.identified) },
    Definition("expelled", .personsPerMonth, "Of these, expelled with a ban.") {
      $0.flow(.expelled)
    },
    Definition(
      "banned_present", .persons, "Migrants in the country who came in spite of a ban."
    ) { $0.migrants(\.barred) },
  ]

  /// What the offices would publish.
  static let officialDefinitions: [Definition] = [
    Definition(
      "official_registered", .persons, "Foreigners registered with the police.",
      perspective: .official
    ) { $0.migrants(\.registered) },
    Definition(
      "official_for_work", .persons,
      "Foreigners who declared work as their purpose: those with a permit or a card.",
      perspective: .official
    ) { $0.migrants([.permit, .cardBound, .cardPortable, .patent], \.present) },
    Definition(
      "official_arrivals_unregistered", .personsPerMonth,
      "Foreigners counted at the border who did not register.", perspective: .official
    ) { $0.flow(.arrivals) - $0.flow(.registrations) },
    Definition(
      "official_identified_12m", .persons,
      "Violators identified in the last twelve months; fewer months at a run's beginning.",
      perspective: .official
    ) { $0.real($0.context.identifiedByMonth.reduce(0, +)) },
    Definition(
      "official_unemployment_rate", .share,
      "Registered unemployed, to the labour force: a share of those who search.",
      perspective: .official
    ) {
      let rate = $0.nativeMean(\.searching, over: \.present)
      let registered = $0.behaviour.population.registeredShare
      return rate.map { $0 * registered }
    },
  ]
}
