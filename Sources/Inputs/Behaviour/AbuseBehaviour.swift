/// `behaviour.abuse`: what is done to irregular workers, and what they do about it (MODEL 6.6).
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
    .number("unpaid", \.unpaidRate, .rate, 0...20, "How often it is not paid at all."),
    .number(
      "forced", \.forcedRate, .rate, 0...20, "How often he is made to work without pay."),
    .number(
      "passport", \.passportRate, .rate, 0...20,
      "How often the employer takes his passport, so that he cannot leave."),
    .number(
      "passport_return", \.passportReturnRate, .rate, 0...20, "How often he gets it back."),
    .number("quit_delayed", \.quitDelayed, .share, 0...1, "Chance that he then leaves the job."),
    .number("quit_unpaid", \.quitUnpaid, .share, 0...1, "The same when he is not paid."),
    .number("quit_forced", \.quitForced, .share, 0...1, "The same when he is made to work."),
    .number("unpaid_months", \.unpaidMonths, .factor, 0...12, "Months of pay lost when not paid."),
    .number(
      "forced_months", \.forcedMonths, .factor, 0...12,
      "Months of work without pay when made to work."),
    .number(
      "lawful_factor", \.lawfulFactor, .factor, 0...1,
      "How often the same happens to one who works lawfully, to an irregular worker."),
    .number(
      "injury_months", \.injuryMonths, .factor, 0...60,
      "Months of pay that the law gives for a work injury."),
    .number(
      "injury_return", \.injuryReturn, .share, 0...1,
      "Chance that an injured migrant goes home."),
  ]
}
