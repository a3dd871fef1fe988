import WorldState

extension National {
  /// What the law does: permits, the amnesty, police.
  static let lawDefinitions: [Definition] = [
    Definition(
      "legalised_cumulative", "persons",
      "Migrants who have received an amnesty's card since the run's first day."
    ) { $0.flowSoFar(.legalised) },
    Definition("legalised", "persons/month", "Migrants who received an amnesty's card.") {
      $0.flow(.legalised)
    },
    Definition(
      "amnesty_queue", "persons", "Workers whose applications wait at the amnesty's desks."
    ) { $0.real($0.context.queue) },
    Definition("files_lost", "persons/month", "Workers whose applications failed or came too late.")
    {
      $0.flow(.filesLost)
    },
    Definition("cards_in_force", "persons", "Holders of an amnesty's card in the country.") {
      $0.migrants([.cardBound, .cardPortable], \.present)
    },
    Definition(
      "cards_used", "persons",
      "Holders of an amnesty's card at work in a job that the card makes lawful."
    ) { $0.migrants([.cardBound, .cardPortable], \.formal) },
    Definition("cards_lapsed", "persons/month", "Amnesty cards that expired.") {
      $0.flow(.cardsLapsed)
    },
    Definition("permits_applied", "places/month", "Places for migrants that employers applied for.")
    {
      $0.flow(.permitsApplied)
    },
    Definition("permits_issued", "places/month", "Places for migrants that offices granted.") {
      $0.flow(.permitsIssued)
    },
    Definition(
      "permits_issued_skilled", "places/month", "Places that offices granted for skilled migrants."
    ) {
      $0.flow(.permitsSkilled)
    },
    Definition(
      "permits_issued_specialist", "places/month", "Places that offices granted for specialists."
    ) {
      $0.flow(.permitsSpecialist)
    },
    Definition(
      "permits_refused", "places/month",
      "Places for migrants refused at the review, or beyond the quota of region and skill."
    ) { $0.flow(.permitsRefused) },
    Definition("inspections", "visits/month", "Workplaces that the police inspected.") {
      $0.flow(.inspections)
    },
    Definition(
      "identified", "persons/month",
      "Migrants found working without authorisation or staying unlawfully, against whom a case was opened."
    ) { $0.flow(.identified) },
    Definition("expelled", "persons/month", "Migrants expelled with a ban on return.") {
      $0.flow(.expelled)
    },
    Definition(
      "banned_present", "persons", "Migrants in the country who came in spite of a ban."
    ) { $0.migrants(\.barred) },
  ]

  /// What the offices would publish.
  static let officialDefinitions: [Definition] = [
    Definition(
      "official_registered", "persons", "Foreigners registered with the police.",
      perspective: .official
    ) { $0.migrants(\.registered) },
    Definition(
      "official_for_work", "persons",
      "Foreigners who declared work as their purpose: holders of a permit, an amnesty's card or a patent.",
      perspective: .official
    ) { $0.migrants([.permit, .cardBound, .cardPortable, .patent], \.present) },
    Definition(
      "official_arrivals_unregistered", "persons/month",
      "Foreigners counted at the border who did not register.", perspective: .official
    ) { $0.flow(.arrivals) - $0.flow(.registrations) },
    Definition(
      "official_identified_12m", "persons",
      "Violators identified in the last twelve months; fewer months at a run's beginning.",
      perspective: .official
    ) { $0.real($0.context.identifiedByMonth.reduce(0, +)) },
    Definition(
      "official_unemployment_rate", "share",
      "Registered unemployed as a share of the labour force; those registered are a fixed share of those who search.",
      perspective: .official
    ) {
      let rate = $0.nativeMean(\.searching, over: \.present)
      let registered = $0.behaviour.population.registeredShare
      return rate.map { $0 * registered }
    },
  ]
}
