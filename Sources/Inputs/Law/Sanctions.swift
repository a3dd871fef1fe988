import Kernel

/// What the law threatens those with who work, or employ, without authorisation.
package struct Sanctions: LeverType {
  package var workerFine = 0.0
  package var employerFine = 0.0
  package var repeatFine = 0.0
  package var suspensionDays = 0
  package var suspensionLoss = 0.0

  package init() {}

  package static let kindName = "sanctions"
  package static let meaning =
    "Sets the fines of workers and employers, in monthly calculation indices of the day."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Sanctions>] = [
    .number("worker_fine", \.workerFine, .mci, 0...1e6, "Fine of a worker identified."),
    .number(
      "employer_fine", \.employerFine, .mci, 0...1e6,
      "Employer's fine for each worker found without authorisation, the first time."),
    .number("repeat_fine", \.repeatFine, .mci, 0...1e6, "The same from the second time on."),
    .count(
      "suspension", \.suspensionDays, .duration, 0...3650,
      "How long a repeat offender may not hire."),
    .number(
      "suspension_loss", \.suspensionLoss, .money, 0...1e9,
      "What employers expect that to cost for each worker, at reference pay."),
  ]

  package init?(lever: Lever) {
    guard case .sanctions(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .sanctions(self) }
}
