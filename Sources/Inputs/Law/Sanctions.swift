import Kernel

/// What the law threatens those with who work, or employ, without authorisation.
@usableFromInline package struct Sanctions: Lever {
  package var workerFine = 0.0
  package var employerFine = 0.0
  package var repeatFine = 0.0
  package var suspensionDays = 0
  @usableFromInline package var suspensionLoss = 0.0

  package init() {}

  package static let kindName = "sanctions"
  package static let meaning =
    "Sets the fines of workers and employers, in the law's sums of the day."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Sanctions>] = [
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
  ]
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

/// Fines, money of the day.
extension LawInForce {
  package var workerFine: Double { sanctions.workerFine * payroll.indexUnit }
  package var employerFine: Double { sanctions.employerFine * payroll.indexUnit }
  package var repeatFine: Double { sanctions.repeatFine * payroll.indexUnit }

  /// What a detection costs an employer a worker, as they expect: fine or bribe.
  package var expectedFine: Double {
    // Half of those found are found again: the mean of the first and the repeated fine.
    let fine = (employerFine + repeatFine) / 2
    return (1 - policing.bribe) * fine + policing.bribe * policing.bribeShare * fine
  }
}
