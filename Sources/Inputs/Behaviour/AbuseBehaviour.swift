/// `behaviour.abuse`: what is done to irregular workers, and what they do about it (Model 6.6).
package struct AbuseBehaviour: KeyGroup {
  package var delayedRate = 0.0
  package var unpaidRate = 0.0
  package var forcedRate = 0.0
  package var passportRate = 0.0
  package var passportReturnRate = 0.0
  package var quitDelayed = 0.0
  package var quitUnpaid = 0.0
  package var quitForced = 0.0
  package var unpaidMonths = 1.0
  package var forcedMonths = 0.25
  package var lawfulFactor = 0.0
  package var injuryMonths = 0.0
  package var injuryReturn = 0.0

  package init() {}

  package static let keys: [Key<AbuseBehaviour>] = [
    .number(
      "delayed", \.delayedRate, .rate, 0...20, "How often an irregular worker's pay is late."),
    .number(
      "unpaid", \.unpaidRate, .rate, 0...20, "How often an irregular worker is not paid at all."),
    .number(
      "forced", \.forcedRate, .rate, 0...20,
      "How often an irregular worker is made to work without pay."),
    .number(
      "passport", \.passportRate, .rate, 0...20,
      "How often an employer takes an irregular worker's passport, so that the worker cannot leave."
    ),
    .number(
      "passport_return", \.passportReturnRate, .rate, 0...20,
      "How often a passport held by an employer is given back."),
    .number(
      "quit_delayed", \.quitDelayed, .share, 0...1,
      "Chance that a worker whose pay is late leaves the job."),
    .number(
      "quit_unpaid", \.quitUnpaid, .share, 0...1,
      "Chance that a worker who is not paid leaves the job."),
    .number(
      "quit_forced", \.quitForced, .share, 0...1,
      "Chance that a worker who is made to work without pay leaves the job."),
    .number(
      "unpaid_months", \.unpaidMonths, .factor, 0...12,
      "Months of pay lost each time a worker is not paid."),
    .number(
      "forced_months", \.forcedMonths, .factor, 0...12,
      "Months of unpaid work each time a worker is made to work without pay."),
    .number(
      "lawful_factor", \.lawfulFactor, .factor, 0...1,
      "How often abuse happens to a migrant who works lawfully, relative to an irregular worker."),
    .number(
      "injury_months", \.injuryMonths, .factor, 0...60,
      "Compensation for a work injury under the law, in months of pay."),
    .number(
      "injury_return", \.injuryReturn, .share, 0...1,
      "Chance that an injured migrant goes home."),
  ]
}
