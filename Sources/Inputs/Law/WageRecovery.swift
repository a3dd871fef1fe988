import Kernel

/// How likely a worker gets back pay that was withheld.
package struct WageRecovery: Lever {
  package var irregular = 0.0
  package var lawful = 0.0

  package init() {}

  package static let kindName = "wage_recovery"
  package static let meaning =
    "Sets the chance that unpaid wages and injury compensation are recovered, by status."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<WageRecovery>] = [
    .number(
      "irregular", \.irregular, .share, 0...1,
      "Chance that a migrant who works without authorisation recovers unpaid pay."),
    .number(
      "lawful", \.lawful, .share, 0...1,
      "Chance that a migrant who works lawfully recovers unpaid pay."),
  ]
}

extension WageRecovery {
  package static var trials: [LeverTrial] {
    [
      LeverExpectation.protection.more(
        "all unpaid wages recovered",
        reformed { law in
          law.irregular = 1
          law.lawful = 1
        }),
      LeverExpectation.protection.less(
        "none recovered",
        reformed { law in
          law.irregular = 0
          law.lawful = 0
        }),
    ]
  }
}
