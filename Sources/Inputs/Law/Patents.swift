import Kernel

/// The right to work that a migrant buys for himself, by the month (EVIDENCE E12).
package struct Patents: LeverType {
  package var origins: [String] = []
  package var employers = Employers.households
  package var maxPerEmployer = 5
  package var price = 0.0
  package var shortestMonths = 1
  package var longestMonths = 3
  package var totalMonths = 12
  package var gapMonths = 1

  /// Who may employ on a patent.
  package enum Employers: String, Sendable, CaseIterable {
    case households
    case householdsAndFirms = "households_and_firms"

    package func admit(_ kind: EmployerKind) -> Bool {
      self == .householdsAndFirms || kind == .household
    }
  }

  package init() {}

  package static let kindName = "patents"
  package static let meaning =
    "Lets migrants buy the right to work for some employers by the month, the price of it being their income tax, paid in advance."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Patents>] = [
    .names("origins", \.origins, .origins, "Origins that may have one; all when left out."),
    .choice("for", \.employers, "Who may employ on a patent; firms are all who are no households."),
    .count(
      "max_per_employer", \.maxPerEmployer, .count, 0...60_000, optional: true,
      "Holders of patents that one employer may have; 5 when left out."),
    .number("price", \.price, .mci, 0...1e6, "Income tax in advance for each month."),
    .count(
      "shortest_term", \.shortestMonths, .months, 1...120, optional: true,
      "Fewest months bought at once; 1 month when left out."),
    .count(
      "longest_term", \.longestMonths, .months, 1...120, optional: true,
      "Most months bought at once; 3 months when left out."),
    .count(
      "total", \.totalMonths, .months, 1...1200, optional: true,
      "Longest time that a patent may be renewed for, the first term counted in; 12 months when left out."
    ),
    .count(
      "gap", \.gapMonths, .months, 0...120, optional: true,
      "How long after that, or after a patent that was not renewed, none may be had; 1 month when left out."
    ),
  ]

  package var contradiction: String? {
    if shortestMonths > longestMonths {
      return
        "allows no term: the shortest is longer than the longest. Write a shorter shortest_term"
    }
    if shortestMonths > totalMonths {
      return "allows no term: the shortest is longer than the total. Write a longer total"
    }
    return nil
  }

  package var noEffect: String? {
    maxPerEmployer == 0 ? "no employer may have a holder of a patent" : nil
  }

  package init?(lever: Lever) {
    guard case .patents(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .patents(self) }
}
