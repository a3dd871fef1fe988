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
    "The procedure by which employers get permits: stages, times, costs and refusals; complexity scales all of them."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<PermitProcedure>] = [
    .number(
      "complexity", \.complexity, .factor, 0...10,
      "Scales all stages of the procedure together: 1 leaves them as written, 0 is a notification in one step."
    ),
    .number(
      "labour_market_test", \.testDays, .duration, 0...730,
      "Time that the search for natives takes, by press and database; renewals are exempt."),
    .number("review", \.reviewDays, .duration, 0...730, "Time that the review of documents takes."),
    .number(
      "certification", \.certificationDays, .duration, 0...730,
      "Time until contracts and the list of names are certified."),
    .number(
      "refusal", \.refusal, .share, 0...1, "Chance that the review refuses an application."),
    .number(
      "costs", \.costs, .money, 0...1e13,
      "Cost of adverts, papers and deposit, per worker, at reference pay."),
    .number(
      "special_terms", \.specialTerms, .money, 0...1e13,
      "Cost of special terms that officials set at their discretion, per worker, at reference pay."),
    .number(
      "rent", \.rent, .money, 0...1e13,
      "Amount that officials take for themselves, per worker, at reference pay."),
    .number("fee", \.fee, .money, 0...1e13, "Fee paid to the treasury, per worker."),
    .number(
      "capacity", \.capacity, .count, 0...1e9,
      "Places that all offices together can decide on in a year, at complexity 1."),
    .flag(
      "refill", \.refill,
      "Whether a place that a worker has left may be filled with another worker of the same skill."),
    .names(
      "refill_skills", \.refillSkills, .skills,
      "Skills whose places may be filled again; all if left out."),
    .count(
      "valid", \.validMonths, .months, 1...120,
      "Longest validity of a permit; it always ends with the year."),
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
