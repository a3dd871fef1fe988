import Kernel

/// What the state tells of an amnesty to those whom it concerns, beside the published text.
package struct Information: Lever {
  package var employers = 0.0
  package var workers = 0.0

  package init() {}

  package static let kindName = "information"
  package static let meaning =
    "Tells employers, and workers, of an amnesty while it is open, beside the published text; nobody where no such "
    + "measure holds."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Information>] = [
    .number(
      "employers", \.employers, .rate, 0...500, optional: true,
      "How often the state tells an employer of irregular workers of an amnesty; 0, the default, is never."
    ),
    .number(
      "workers", \.workers, .rate, 0...500, optional: true,
      "How often the state tells an irregular worker of an amnesty; 0, the default, is never."),
  ]

  package var noEffect: String? {
    employers == 0 && workers == 0 ? "it tells nobody" : nil
  }
}

extension Information {
  package static var needs: [LeverNeed] {
    [LeverNeed(Amnesty.self, else: "there is no amnesty to tell of while it holds")]
  }

  package static var trials: [LeverTrial] {
    let row = LeverExpectation(
      "information on the law", irregular: .down, revenue: .up, wage: .none, natives: .none)
    return [
      row.more("employers told every day", reformed { $0.employers = 365 }),
      row.more(
        "workers told every day, who may apply",
        both(
          reformed { $0.workers = 365 },
          Amnesty.changed { $0.applicant = .either })),
    ]
  }
}
