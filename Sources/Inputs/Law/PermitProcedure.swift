import Kernel

/// How an employer comes to a permit for migrants, and what it costs him (EVIDENCE E7).
package struct PermitProcedure: LeverType {
  package var complexity = 1.0
  package var testDays = 0.0
  package var reviewDays = 0.0
  package var certificationDays = 0.0
  package var refusal = 0.0
  package var costs = 0.0
  package var specialTerms = 0.0
  package var rent = 0.0
  package var fee = 0.0
  package var capacity = 0.0
  package var refill = true
  package var refillSkills: [String] = []
  package var validMonths = 12

  package init() {}

  package static let kindName = "permits"
  package static let meaning =
    "The procedure by which employers get permits: stages, times, costs, refusals; complexity scales all of them."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<PermitProcedure>] = [
    .number(
      "complexity", \.complexity, .factor, 0...10,
      "Scales all stages together: 1 as in 2006-08, 0 a notification in one step."),
    .number(
      "labour_market_test", \.testDays, .duration, 0...730,
      "Time of the search for natives, by press and database; renewals are free of it."),
    .number("review", \.reviewDays, .duration, 0...730, "Time of the review of documents."),
    .number(
      "certification", \.certificationDays, .duration, 0...730,
      "Time until contracts and the list of names are certified."),
    .number(
      "refusal", \.refusal, .share, 0...1, "Chance that the review refuses an application."),
    .number(
      "costs", \.costs, .money, 0...1e9,
      "Adverts, papers and deposit for each worker, at reference pay."),
    .number(
      "special_terms", \.specialTerms, .money, 0...1e9,
      "Cost of the terms set at discretion, for each worker, at reference pay."),
    .number(
      "rent", \.rent, .money, 0...1e9, "Taken by officials for each worker, at reference pay."),
    .number("fee", \.fee, .money, 0...1e9, "Paid to the treasury for each worker."),
    .number(
      "capacity", \.capacity, .count, 0...1e9,
      "Places that all offices together decide on a year, at complexity 1."),
    .flag(
      "refill", \.refill,
      "Whether a place that a worker left may be filled with another of his skill."),
    .names(
      "refill_skills", \.refillSkills, .skills,
      "Skills whose places may be filled again; all when left out."),
    .count("valid", \.validMonths, .months, 1...120, "Longest validity; never beyond the year."),
  ]

  /// Whether a place that a worker of a skill left is not lost.
  package func mayRefill(_ skill: Skill) -> Bool {
    refill && (refillSkills.isEmpty || refillSkills.contains(skill.name))
  }

  package var contradiction: String? {
    refill || refillSkills.isEmpty
      ? nil
      : "names skills whose places may be filled again, and lets no place be. Write refill: true, or leave refill_skills out"
  }

  package init?(lever: Lever) {
    guard case .permits(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .permits(self) }
}
