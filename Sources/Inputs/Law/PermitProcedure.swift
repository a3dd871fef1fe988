import Kernel

/// How an employer gets a permit for migrants, and at what cost (EVIDENCE E7).
package struct PermitProcedure: Lever {
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
  package var refillSkills = Members.all
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
      "costs", \.costs, .money, 0...1e9,
      "Cost of adverts, papers and deposit, per worker, at reference pay."),
    .number(
      "special_terms", \.specialTerms, .money, 0...1e9,
      "Cost of special terms that officials set at their discretion, per worker, at reference pay."),
    .number(
      "rent", \.rent, .money, 0...1e9,
      "Amount that officials take for themselves, per worker, at reference pay."),
    .number("fee", \.fee, .money, 0...1e9, "Fee paid to the treasury, per worker."),
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
  @inlinable package func mayRefill(_ skill: Skill) -> Bool {
    refill && refillSkills.contains(skill)
  }

  package var contradiction: String? {
    refill || refillSkills.isAll
      ? nil
      : "names skills whose places may be filled again, and lets no place be. Write refill: true, or leave refill_skills out"
  }
}

/// What a procedure comes to, its complexity counted in.
extension PermitProcedure {
  /// Days that an employer looks for natives, and that offices take.
  @inlinable package var searchDays: Double { testDays * complexity }
  @inlinable package var handlingDays: Double { (reviewDays + certificationDays) * complexity }
  @inlinable package var refusalChance: Double { min(1, refusal * complexity) }
  /// Cost of a place, money at reference pay; what of it officials take.
  @inlinable package var placeCost: Double { (costs + specialTerms + rent) * complexity }
  @inlinable package var placeRent: Double { rent * complexity }
  /// Places decided on a year, real ones. A notification needs nobody to decide on it.
  @inlinable package var placesPerYear: Double { min(capacity / max(complexity, 1e-9), 1e12) }
}

extension PermitProcedure {
  package static var trials: [LeverTrial] {
    let notification = reformed { $0.complexity = 0 }
    return [
      LeverExpectation.permitCosts.less("one notification", notification),
      LeverExpectation.permitCosts.less(
        "one notification, no quota", both(notification, Quota.lifted)),
      LeverExpectation.permitCosts.more("ten times as complex", reformed { $0.complexity = 10 }),
      LeverExpectation.permitCosts.more("a fee of 10^12", reformed { $0.fee = 1e12 }),
    ]
  }
}
