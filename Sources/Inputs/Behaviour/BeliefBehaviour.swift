/// `behaviour.beliefs`: what is believed about detection, and how news spreads (MODEL 6.8, 6.10).
package struct BeliefBehaviour: KeyGroup {
  package var start = 0.0
  package var memoryDays = 1.0
  package var ownInspection = 0.0
  package var threat = 0.0
  package var operation = 0.0
  package var hearing = 0.0
  package var hearingPublished = 0.0
  package var hearingNeighbours = 0.0
  package var hearingWorkers = 0.0
  package var workerHearing = 0.5
  package var workerHearingPublished = 1.5
  package var workerHearingCompatriots = 12.0
  package var workerHearingEmployer = 5.5
  package var fear = 0.0
  package var fearMemoryDays = 365.0
  package var fearOperation = 0.02

  package init() {}

  package static let keys: [Key<BeliefBehaviour>] =
    employerKeys + workerKeys + fearKeys

  /// How many times sooner than else fear may send a migrant home.
  package static var mostHaste: Double { 4 }

  private static let employerKeys: [Key<BeliefBehaviour>] = [
    .number(
      "start", \.start, .share, 0...1,
      "Chance per month that an irregular worker is found, as employers believe at the start of the burn-in."
    ),
    .number(
      "memory", \.memoryDays, .duration, 1...3650,
      "Time over which employers' beliefs about detection follow what happens in their market."),
    .number(
      "own_inspection", \.ownInspection, .share, 0...1,
      "What an inspection adds to the inspected employer's believed chance of detection."),
    .number(
      "threat", \.threat, .share, 0...1,
      "What hearing of an amnesty adds to the believed chance of detection of an employer whose own workers it concerns."
    ),
    .number(
      "operation", \.operation, .share, 0...1,
      "What the announcement of a police operation adds to employers' believed chance of detection."
    ),
    .number(
      "hearing", \.hearing, .rate, 0...50,
      "How often an employer hears of an amnesty before its text is published, neighbours aside."),
    .number(
      "hearing_published", \.hearingPublished, .rate, 0...50,
      "How often an employer hears of an amnesty once its text is published, neighbours aside."),
    .number(
      "hearing_neighbours", \.hearingNeighbours, .rate, 0...50,
      "How often an employer hears of an amnesty from neighbours when all of them have heard; in proportion to the share that has."
    ),
  ]

  private static let workerKeys: [Key<BeliefBehaviour>] = [
    .number(
      "hearing_workers", \.hearingWorkers, .rate, 0...50, optional: true,
      "How often an employer hears of an amnesty from its own irregular workers when all of them have heard; in proportion to the share that has."
    ),
    .number(
      "worker_hearing", \.workerHearing, .rate, 0...50, optional: true,
      "How often an irregular worker hears of an amnesty before its text is published, compatriots and the employer aside."
    ),
    .number(
      "worker_hearing_published", \.workerHearingPublished, .rate, 0...50, optional: true,
      "How often an irregular worker hears of an amnesty once its text is published, compatriots and the employer aside."
    ),
    .number(
      "worker_hearing_compatriots", \.workerHearingCompatriots, .rate, 0...50, optional: true,
      "How often an irregular worker hears of an amnesty from compatriots in the region when all of them have heard; in proportion to the share that has."
    ),
    .number(
      "worker_hearing_employer", \.workerHearingEmployer, .rate, 0...50, optional: true,
      "How often an irregular worker hears of an amnesty from an employer who has heard."),
  ]

  private static let fearKeys: [Key<BeliefBehaviour>] = [
    .number(
      "fear", \.fear, .factor, 0...5, optional: true,
      "Weight, in all that migrants without authorisation decide, of what fines, bribes and expulsions have cost compatriots in the region: 1 in full, 0 not at all."
    ),
    .number(
      "fear_memory", \.fearMemoryDays, .duration, 30...3650, optional: true,
      "Time over which migrants remember what befell compatriots in the region."),
    .number(
      "fear_operation", \.fearOperation, .share, 0...1, optional: true,
      "What the announcement of a police operation adds to the chance per month of being found that migrants without authorisation expect."
    ),
  ]
}

/// `behaviour.filing`: who files in an amnesty, and when (MODEL 6.8).
@usableFromInline package struct FilingBehaviour: KeyGroup {
  package var hazard = 0.0
  package var deadlineFactor = 0.0
  package var deadlineDays = 1.0
  package var spread = 0.0
  package var immunity = 0.0
  package var paperwork = 0.0
  @usableFromInline package var securityValue = 0.0
  @usableFromInline package var securitySpread = 0.0
  package var portableValue = 0.0
  package var sponsoringScale = 1.0
  package var patentThought = 0.0
  package var workerHazard = 2.7
  package var workerYield = 0.0

  package init() {}

  package static let keys: [Key<FilingBehaviour>] = [
    .number(
      "hazard", \.hazard, .rate, 0...100,
      "How often an employer that has heard of an amnesty, and gains by it, files."),
    .number(
      "deadline_factor", \.deadlineFactor, .factor, 0...100,
      "How many times more often employers, and workers, apply in the last days than at the start, less one."
    ),
    .number(
      "deadline_time", \.deadlineDays, .duration, 1...365,
      "Time over which the rush before an amnesty's deadline builds up."),
    .number(
      "spread", \.spread, .pay, 0.01...1e8,
      "How much employers differ in what an amnesty is worth to them, per worker and month, at reference pay."
    ),
    .number(
      "immunity", \.immunity, .money, 0...1e9,
      "What it is worth to an employer to be freed of liability for the past, per worker, at reference pay."
    ),
    .number(
      "paperwork", \.paperwork, .money, 0...1e9,
      "Cost of the paperwork of an amnesty, per worker, at reference pay."
    ),
    .number(
      "security", \.securityValue, .pay, 0...1e8,
      "What lawful status is worth to a migrant each month, at reference pay."),
    .number(
      "security_spread", \.securitySpread, .pay, 0...1e8,
      "Standard deviation among migrants of what lawful status is worth to them each month, at reference pay."
    ),
    .number(
      "mobility_value", \.portableValue, .pay, 0...1e8,
      "What it is worth to a migrant each month that a card is valid with any employer, at reference pay."
    ),
    .number(
      "sponsoring_scale", \.sponsoringScale, .pay, 0.01...1e8,
      "How much employers differ in what a permit is worth to them, per worker and month, at reference pay."
    ),
    .number(
      "patent_thought", \.patentThought, .rate, 0...100,
      "How often a migrant who works without authorisation thinks of buying a patent, where the law sells them."
    ),
    .number(
      "worker_yield", \.workerYield, .share, 0...1, optional: true,
      "Part of what a card is worth to a worker who has heard of an amnesty that they would give up in pay for the employer to apply."
    ),
    .number(
      "worker_hazard", \.workerHazard, .rate, 0...100, optional: true,
      "How often a worker who has heard of an amnesty, gains by it and may apply without an employer, does so."
    ),
  ]
}
