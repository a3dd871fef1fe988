import Kernel

/// Who may enter without a visa, and stay for how long, without a right to work.
package struct VisaFree: LeverType {
  package var origins: [String] = []
  /// Days.
  package var stay = 0

  package init() {}

  package static let kindName = "visa_free"
  package static let meaning =
    "Lets citizens of some origins enter without a visa and stay for a time, without the right to work."
  package static let overlap = Overlap.allHold
  package static let keys: [Key<VisaFree>] = [
    .names("origins", \.origins, .origins, "Origins whose citizens need no visa; all if left out."),
    .count(
      "stay", \.stay, .duration, 1...3650,
      "Longest stay after one entry; of several measures the longest counts."),
  ]

  package init?(lever: Lever) {
    guard case .visaFree(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .visaFree(self) }
}
