import Kernel

/// How the migration police work (EVIDENCE E10).
package struct Policing: Lever {
  package var inspections = 0.0
  package var targeting = 0.0
  package var checked = 1
  package var streetChecks = 0.0
  package var expulsion = 0.0
  package var ban = 0
  package var dismissal = 0.0
  package var bribe = 0.0
  package var bribeShare = 0.0
  package var inspectionCost = 0.0
  package var expulsionCost = 0.0
  package var expulsionPayer = ExpulsionPayer.state
  package var documents = 0.0
  package var falsePositives = 0.0
  package var places = LawPlaces()

  /// Who pays for an expulsion, as far as they can; what is left the state pays.
  package enum ExpulsionPayer: String, Sendable, CaseIterable {
    case state
    /// Who is expelled, out of their savings; then the employer who has them.
    case expelled
    /// The employer who has them, out of its surplus; then who is expelled.
    case inviter
  }

  package init() {}

  package static let kindName = "policing"
  package static let meaning =
    "Sets how often workplaces and streets are checked, how violations end, and what bribes officers take."
  package static let overlap = Overlap.latestHolds
  private static let ownKeys: [Key<Policing>] = [
    .number(
      "inspections", \.inspections, .count, 0...1e9,
      "Workplaces inspected in a year, in all places that the measure names."),
    .number(
      "targeting", \.targeting, .share, 0...1,
      "Share of inspections that follow a lead to an irregular worker; the others pick any employer."
    ),
    .count("checked", \.checked, .count, 1...100_000, "Most workers checked in one inspection."),
    .number(
      "street_checks", \.streetChecks, .count, 0...1e9,
      "Migrants checked in the street in a year, in all places that the measure names."),
    .number(
      "expulsion", \.expulsion, .share, 0...1,
      "Chance that a migrant who has been identified is expelled."),
    .count(
      "ban", \.ban, .months, 0...600, "How long a migrant who has been expelled may not return."),
    .number(
      "dismissal", \.dismissal, .share, 0...1,
      "Chance that a migrant who has been identified but not expelled loses the job."),
    .number(
      "bribe", \.bribe, .share, 0...1,
      "Chance that the officer takes a bribe instead of opening a case, when both gain by it."),
    .number(
      "bribe_share", \.bribeShare, .share, 0...1,
      "Size of the bribe, relative to the fine that it replaces."),
    .number(
      "inspection_cost", \.inspectionCost, .money, 0...1e9,
      "Cost of an inspection to the state, at reference pay; a street check costs a tenth of it."),
    .number(
      "expulsion_cost", \.expulsionCost, .money, 0...1e9,
      "Cost of an expulsion, at reference pay; expulsion_payer says who bears it."),
    .choice(
      "expulsion_payer", \.expulsionPayer,
      "Who pays for expulsions: state; expelled (out of savings, then the employer) or inviter (the employer, then savings), and the state what they cannot."
    ),
    .number(
      "documents", \.documents, .share, 0...1, optional: true,
      "Chance that an officer keeps the documents of a migrant found without authorisation who may stay; without them the law gives no permit, card or patent until new ones are got at home."
    ),
    .number(
      "false_positives", \.falsePositives, .share, 0...1, optional: true,
      "Chance that the police treat a lawful migrant whom they check as a violator, who then pays an officer bribe_share of the fine, and may lose documents too."
    ),
  ]
  package static let keys: [Key<Policing>] =
    ownKeys
    + LawPlaces.keys(
      at: \.places,
      regions:
        "Regions where the police work by this measure, which has its checks to itself; each market comes under the latest that names it. All if left out.",
      sectors: "Sectors where the police work by this measure; all if left out.")

  /// Police of some places alone compete with no others for being the latest.
  package var subjects: [String] { places.subjects(of: Self.kindName) }
}

extension Policing {
  @inlinable package var banDays: Int { Int(Double(ban) * Rates.daysPerMonth + 0.5) }

  package static var trials: [LeverTrial] {
    let removal = LeverExpectation(
      "expulsion share, ban", irregular: .down, revenue: .down, wage: .down, natives: .down,
      by: .number)
    return [
      LeverExpectation.checks.more("30 times the inspections", reformed { $0.inspections *= 30 }),
      LeverExpectation.checks.less("no inspections", reformed { $0.inspections = 0 }),
      LeverExpectation.checks.more(
        "30 times the street checks", reformed { $0.streetChecks *= 30 }),
      LeverExpectation.checks.less("no street checks", reformed { $0.streetChecks = 0 }),
      removal.more("all identified are expelled", expelling(1)),
      removal.less("nobody is expelled", expelling(0)),
      LeverExpectation.corruption.more("every officer takes bribes", reformed { $0.bribe = 1 }),
      LeverExpectation.corruption.less("no officer takes bribes", reformed { $0.bribe = 0 }),
    ]
  }

  /// Sets the chance of expulsion, in operations too.
  private static func expelling(_ share: Double) -> @Sendable (inout Inputs) -> Void {
    both(reformed { $0.expulsion = share }, Operation.changed { $0.expulsion = share })
  }
}
