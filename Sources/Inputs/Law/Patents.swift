import Kernel

/// The right to work that migrants buy for themselves, by the month (EVIDENCE E12).
@usableFromInline package struct Patents: Lever {
  @usableFromInline package var origins = Members.all
  @usableFromInline package var employers = Employers.households
  @usableFromInline package var maxPerEmployer = 5
  package var price = 0.0
  package var shortestMonths = 1
  package var longestMonths = 3
  package var totalMonths = 12
  package var gapMonths = 1

  /// Who may employ on a patent.
  @usableFromInline package enum Employers: String, Sendable, CaseIterable {
    case households
    case householdsAndFirms = "households_and_firms"

    @inlinable package func admit(_ kind: EmployerKind) -> Bool {
      self == .householdsAndFirms || kind == .household
    }
  }

  package init() {}

  package static let kindName = "patents"
  package static let meaning =
    "Lets migrants buy the right to work for some employers by the month; its price is their income tax, paid in advance."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Patents>] = [
    .names(
      "origins", \.origins, .origins, "Origins whose citizens may have a patent; all if left out."),
    .choice(
      "for", \.employers,
      "Who may employ workers on patents; firms are all employers other than households."),
    .count(
      "max_per_employer", \.maxPerEmployer, .count, 0...60_000, optional: true,
      "Most workers on patents that one employer may have; 5 if left out."),
    .number(
      "price", \.price, .legalSum, 0...1e9,
      "Price of a patent for each month: income tax paid in advance."),
    .count(
      "shortest_term", \.shortestMonths, .months, 1...120, optional: true,
      "Fewest months of a patent that can be bought at once; 1 month if left out."),
    .count(
      "longest_term", \.longestMonths, .months, 1...120, optional: true,
      "Most months of a patent that can be bought at once; 3 months if left out."),
    .count(
      "total", \.totalMonths, .months, 1...1200, optional: true,
      "Longest time on patents in a row, including the first term and all renewals; 12 months if left out."
    ),
    .count(
      "gap", \.gapMonths, .months, 0...120, optional: true,
      "How long after the last patent in a row ends no other may be had; 1 month if left out."
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
}

extension Patents {
  /// Days after the last of them on which one may have none.
  package var gapDays: Int { Int(Double(gapMonths) * Rates.daysPerMonth + 0.5) }

  package func noEffect(beside others: [Patents], in country: Country) -> String? {
    country.sectors.contains { employers.admit($0.employer) }
      ? nil : "in no sector are households the employers"
  }

  package static var trials: [LeverTrial] {
    let row = LeverExpectation(
      "patents", irregular: .down, revenue: .up, wage: .up, natives: .none)
    return [
      row.more("as of 2014, for households", reformed { $0.price = 2 }),
      row.more(
        "for every employer, without limit",
        reformed { law in
          law.price = 2
          law.employers = .householdsAndFirms
          law.maxPerEmployer = 60_000
          law.totalMonths = 1200
        }),
    ]
  }
}

extension LawInForce {
  /// Whether employers of a kind may employ on a patent.
  @inlinable package func sellsPatents(for employer: EmployerKind) -> Bool {
    patents?.employers.admit(employer) ?? false
  }

  /// Income tax in advance, money of the day for each month.
  package var patentPrice: Double { (patents?.price ?? 0) * payroll.indexUnit }
}
