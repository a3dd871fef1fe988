import Kernel

/// What the law threatens those with who work, or employ, without authorisation.
@usableFromInline package struct Sanctions: Lever {
  package var workerFine = 0.0
  package var employerFine = 0.0
  package var repeatFine = 0.0
  package var suspensionDays = 0
  @usableFromInline package var suspensionLoss = 0.0
  package var unpaidFines = UnpaidFines.booked
  package var places = LawPlaces()

  /// What becomes of what somebody cannot pay of a fine.
  package enum UnpaidFines: String, Sendable, CaseIterable {
    /// Nobody looks at what they have: it is booked as paid.
    case booked
    /// It is waived.
    case waived
    /// It is kept from later pay, or of an employer from later surplus.
    case withheld
    /// It is waived, but the worker is expelled, and the employer may not hire for as long as it would take to pay.
    case expulsion
  }

  package init() {}

  package static let kindName = "sanctions"
  package static let meaning =
    "Sets the fines of workers and employers, in the law's sums of the day."
  package static let overlap = Overlap.latestHolds
  private static let ownKeys: [Key<Sanctions>] = [
    .number(
      "worker_fine", \.workerFine, .legalSum, 0...1e9, "Fine for a worker who is identified."),
    .number(
      "employer_fine", \.employerFine, .legalSum, 0...1e9,
      "Employer's fine for each worker found without authorisation, for a first offence."),
    .number(
      "repeat_fine", \.repeatFine, .legalSum, 0...1e9,
      "Employer's fine for each worker found without authorisation, from the second offence on."),
    .count(
      "suspension", \.suspensionDays, .duration, 0...3650,
      "How long an employer may not hire after a repeated offence."),
    .number(
      "suspension_loss", \.suspensionLoss, .money, 0...1e9,
      "What employers expect a suspension to cost, per worker, at reference pay."),
    .choice(
      "unpaid_fines", \.unpaidFines,
      "What becomes of what a worker's savings, or an employer's surplus of a year, cannot pay of a fine: booked (as if paid, and nothing is taken from savings), waived, withheld (from later pay or surplus), or expulsion (the worker is expelled, the employer may not hire for a while)."
    ),
  ]
  package static let keys: [Key<Sanctions>] =
    ownKeys
    + LawPlaces.keys(
      at: \.places,
      regions:
        "Regions where these sanctions are the law; each market comes under the latest that names it. All if left out.",
      sectors: "Sectors where these sanctions are the law; all if left out.")

  /// Sanctions of some places alone compete with no others for being the latest.
  package var subjects: [String] { places.subjects(of: Self.kindName) }
}

extension Sanctions {
  package static var needs: [LeverNeed] {
    [LeverNeed(Policing.self, else: "there are no police to find anybody while it holds")]
  }

  package static var trials: [LeverTrial] {
    let row = LeverExpectation(
      "worker fine, employer fine, suspension", irregular: .down, revenue: .up, wage: .down,
      natives: .unknown)
    return [
      row.more("worker's fine times 1,000", reformed { $0.workerFine *= 1000 }),
      row.more(
        "employer's fines times 1,000",
        reformed { law in
          law.employerFine *= 1000
          law.repeatFine *= 1000
        }),
      row.less(
        "no fines",
        reformed { law in
          law.workerFine = 0
          law.employerFine = 0
          law.repeatFine = 0
          law.suspensionLoss = 0
        }),
      row.more(
        "ten years of suspension at the second fine", reformed { $0.suspensionDays = 3650 }),
    ]
  }
}
