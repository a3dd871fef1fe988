/// `behaviour.beliefs`: what employers believe about detection, and how news spreads (MODEL 6.8, 6.10).
package struct BeliefBehaviour: KeyGroup {
  package var start = 0.0
  package var memoryDays = 1.0
  package var ownInspection = 0.0
  package var threat = 0.0
  package var operation = 0.0
  package var hearing = 0.0
  package var hearingPublished = 0.0
  package var hearingNeighbours = 0.0

  package init() {}

  package static let keys: [Key<BeliefBehaviour>] = [
    .number(
      "start", \.start, .share, 0...1,
      "Chance a month that an irregular worker is found, as employers believe at first."),
    .number(
      "memory", \.memoryDays, .duration, 1...3650,
      "Time over which beliefs move to what happens in the market."),
    .number(
      "own_inspection", \.ownInspection, .share, 0...1, "What an inspection adds to the belief."),
    .number(
      "threat", \.threat, .share, 0...1,
      "What hearing of an amnesty adds, to one whose own workers it concerns."),
    .number(
      "operation", \.operation, .share, 0...1, "What hearing of a police operation adds."),
    .number(
      "hearing", \.hearing, .rate, 0...50, "How often one hears of a new law by himself."),
    .number(
      "hearing_published", \.hearingPublished, .rate, 0...50, "The same once it is published."),
    .number(
      "hearing_neighbours", \.hearingNeighbours, .rate, 0...50,
      "The same from neighbours, times the share of the market that has heard."),
  ]
}

/// `behaviour.filing`: who files in an amnesty, and when (MODEL 6.8).
package struct FilingBehaviour: KeyGroup {
  package var hazard = 0.0
  package var deadlineFactor = 0.0
  package var deadlineDays = 1.0
  package var spread = 0.0
  package var immunity = 0.0
  package var paperwork = 0.0
  package var securityValue = 0.0
  package var securitySpread = 0.0
  package var portableValue = 0.0
  package var sponsoringScale = 1.0
  package var patentThought = 0.0

  package init() {}

  package static let keys: [Key<FilingBehaviour>] = [
    .number("hazard", \.hazard, .rate, 0...100, "How often one who has heard, and gains, files."),
    .number(
      "deadline_factor", \.deadlineFactor, .factor, 0...100,
      "How much oftener at the deadline, less 1."),
    .number(
      "deadline_time", \.deadlineDays, .duration, 1...365, "Time over which that rush builds up."),
    .number(
      "spread", \.spread, .pay, 1...1e6,
      "Scale of what sets employers apart in one campaign, a worker-month at reference pay."),
    .number(
      "immunity", \.immunity, .money, 0...1e9,
      "Worth of being freed of liability for the past, for each worker, at reference pay."),
    .number(
      "paperwork", \.paperwork, .money, 0...1e9,
      "Cost of a file, for each worker, at reference pay."
    ),
    .number(
      "security", \.securityValue, .pay, 0...1e6,
      "What lawful status is worth to a migrant a month, at reference pay."),
    .number(
      "security_spread", \.securitySpread, .pay, 0...1e6,
      "Standard deviation of that among migrants."),
    .number(
      "mobility_value", \.portableValue, .pay, 0...1e6,
      "What it is worth to him more that a card holds with any employer."),
    .number(
      "sponsoring_scale", \.sponsoringScale, .pay, 1...1e6,
      "Scale of what sets employers apart in applying for permits, a worker-month at reference pay."
    ),
    .number(
      "patent_thought", \.patentThought, .rate, 0...100,
      "How often one who works without authorisation, where the law sells patents, thinks of buying one."
    ),
  ]
}
