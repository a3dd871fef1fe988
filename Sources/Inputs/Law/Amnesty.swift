import Kernel

/// A time in which irregular workers may be registered and get a card (EVIDENCE E9).
package struct Amnesty: Lever {
  package var published: Day?
  package var informedAtStart = 0.0
  package var applicant = Applicant.employer
  package var signature = false
  package var entryCutoff = Day(number: 0)
  package var origins = Members.all
  package var contract = Contract.permanent
  package var employedSince: Day?
  package var cardMonths = 36
  package var portability = 0.0
  package var capacity = 0.0
  package var deskRegions = Members.all
  package var capacityElsewhere = 0.0
  package var errorShare = 0.0
  package var extortion = 0.0
  package var extortionHigh = 0.0
  package var extortionRegions = Members.all
  package var graceDays = 0

  package enum Applicant: String, Sendable, CaseIterable { case employer, worker, either }
  package enum Contract: String, Sendable, CaseIterable { case permanent, any }

  package init() {}

  package static let kindName = "amnesty"
  package static let meaning =
    "Lets irregular workers be legalised for a time, under stated conditions."
  package static let overlap = Overlap.forbidden
  package static let isEvent = true
  package static let keys: [Key<Amnesty>] = [
    .optionalDate(
      "published", \.published, "Day on which the text of the law is published; never if left out."),
    .number(
      "informed_at_start", \.informedAtStart, .share, 0...1,
      "Share of employers of irregular workers told by the police on the first day."),
    .choice(
      "applicant", \.applicant,
      "Who applies: the employer for workers who want it, workers for themselves, or either."),
    .flag(
      "signature", \.signature,
      "Whether workers who apply for themselves need a contract that their employer signs, or refuses; no if left out."
    ),
    .date(
      "entry_cutoff", \.entryCutoff,
      "Cut-off date of entry: migrants who entered on this day or later do not qualify."),
    .names("origins", \.origins, .origins, "Origins whose citizens qualify; all if left out."),
    .choice("contract", \.contract, "Which posts qualify: permanent ones, or any."),
    .optionalDate(
      "employed_since", \.employedSince,
      "Day since which the worker must have been with the employer; no such condition if left out."),
    .count("card", \.cardMonths, .months, 1...600, "How long a card is valid."),
    .number(
      "portability", \.portability, .share, 0...1,
      "Chance that a card is valid with any employer, not only with the one that applied."),
    .number(
      "desk_capacity", \.capacity, .count, 0...1e9,
      "Workers whose applications all desks together can process in a week; regions share them as they share the police."
    ),
    .names(
      "desk_regions", \.deskRegions, .regions,
      "Regions whose desks share desk_capacity; all if left out."),
    .number(
      "desk_capacity_elsewhere", \.capacityElsewhere, .count, 0...1e9, optional: true,
      "Workers whose applications the desks of all regions outside desk_regions can together process in a week."
    ),
    .number("errors", \.errorShare, .share, 0...1, "Share of applications lost to errors."),
    .number(
      "extortion", \.extortion, .money, 0...1e9,
      "Amount that officials and notaries take for themselves, per worker, at reference pay."),
    .number(
      "extortion_high", \.extortionHigh, .money, 0...1e9,
      "Amount that officials and notaries take in the regions of extortion_regions, per worker, at reference pay."
    ),
    .names(
      "extortion_regions", \.extortionRegions, .regions,
      "Regions where officials and notaries take the higher amount; all if left out."),
    .count(
      "grace", \.graceDays, .duration, 0...730,
      "How long after the last day applications in the queue are still processed."),
  ]

  package var noEffect: String? {
    if capacity == 0 { return "its desks process no files" }
    return errorShare == 1 ? "all files are lost to errors" : nil
  }
}

extension Amnesty {
  package static var trials: [LeverTrial] {
    let row = LeverExpectation(
      "amnesty", irregular: .down, revenue: .up, wage: .noneOrUp, natives: .none)
    let news = LeverExpectation(
      "information on the law", irregular: .down, revenue: .up, wage: .none, natives: .none)
    return [
      row.less("none", removed),
      row.more(
        "any post, entry until its end, either side files, desks without limit",
        changed { law, measure in
          law.contract = .any
          law.applicant = .either
          law.signature = false
          law.entryCutoff = (measure.until ?? measure.from) + 1
          law.capacity = 1e9
        }),
      row.less("desks a tenth as large", changed { $0.capacity /= 10 }),
      row.less("cards for a month", changed { $0.cardMonths = 1 }),
      news.more(
        "published on the first day, all told",
        changed { law, measure in
          law.published = measure.from
          law.informedAtStart = 1
        }),
      news.less(
        "never published, nobody told",
        changed { law in
          law.published = nil
          law.informedAtStart = 0
        }),
      LeverExpectation.freedom.more("all cards portable", changed { $0.portability = 1 }),
      LeverExpectation.corruption.more(
        "an extortion of 100,000 a file",
        both(changed { $0.extortion = 100_000 }, PermitProcedure.reformed { $0.rent = 100_000 })),
    ]
  }
}

/// An amnesty in its window. Days are counted from the world's first, as in the records of those whom it concerns.
package struct AmnestyInForce: Sendable, Equatable {
  package let law: Amnesty
  package let first: Int
  package let last: Int
  package let published: Int?
  package let entryCutoff: Int
  package let employedSince: Int?

  /// - Parameter until: nothing where it has no end, and so no deadline.
  package init(_ law: Amnesty, from: Day, until: Day?, worldBegan zero: Day) {
    self.law = law
    first = from - zero
    last = until.map { $0 - zero } ?? Int(UInt16.max)
    published = law.published.map { $0 - zero }
    entryCutoff = law.entryCutoff - zero
    employedSince = law.employedSince.map { $0 - zero }
  }
}
