import Kernel

/// Social insurance paid by the employer and pension contributions of the worker, for natives.
package struct Contributions: LeverType {
  package var employer = 0.0
  package var worker = 0.0

  package init() {}

  package static let kindName = "contributions"
  package static let meaning = "Social insurance and pension contributions on natives' formal pay."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Contributions>] = [
    .number(
      "employer", \.employer, .share, 0...0.5, optional: true,
      "Rate of social insurance that the employer pays on top of the wage."),
    .number(
      "worker", \.worker, .share, 0...0.5, optional: true,
      "Rate of the pension contribution that is paid out of the wage into the worker's own account."
    ),
  ]

  package init?(lever: Lever) {
    guard case .contributions(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .contributions(self) }
}
