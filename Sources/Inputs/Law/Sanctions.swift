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
    .number("worker_fine", \.workerFine, .mci, 0...1e9, "Fine for a worker who is identified."),
    .number(
      "employer_fine", \.employerFine, .mci, 0...1e9,
      "Employer's fine for each worker found without authorisation, for a first offence."),
    .number(
      "repeat_fine", \.repeatFine, .mci, 0...1e9,
      "Employer's fine for each worker found without authorisation, from the second offence on."),
    .count(
      "suspension", \.suspensionDays, .duration, 0...3650,
      "How long an employer may not hire after a repeated offence."),
    .number(
      "suspension_loss", \.suspensionLoss, .money, 0...1e9,
      "What employers expect a suspension to cost, per worker, at reference pay."),
  ]

  package init?(lever: Lever) {
    guard case .sanctions(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .sanctions(self) }
}
