import Kernel

/// A time of more checks and more expulsions, announced beforehand.
package struct Operation: Lever {
  package var announced: Day?
  package var capacity = 1.0
  package var expulsion: Double?
  package var places = LawPlaces()

  package init() {}

  package static let kindName = "operation"
  package static let meaning =
    "Multiplies police capacity for a time, and sets how many are expelled."
  package static let overlap = Overlap.forbidden
  package static let isEvent = true
  private static let ownKeys: [Key<Operation>] = [
    .optionalDate(
      "announced", \.announced,
      "Day on which the operation is announced to employers; it is not announced if left out."),
    .number(
      "capacity", \.capacity, .factor, 0...100,
      "Inspections and street checks during the operation, relative to the usual number."),
    .optionalNumber(
      "expulsion", \.expulsion, .share, 0...1,
      "Chance that a migrant identified during the operation is expelled; the usual chance if left out."
    ),
  ]
  package static let keys: [Key<Operation>] =
    ownKeys
    + LawPlaces.keys(
      at: \.places, regions: "Regions where the operation takes place; all if left out.",
      sectors: "Sectors whose workplaces and streets the operation checks; all if left out.")

  package var noEffect: String? {
    capacity == 1 && expulsion == nil && announced == nil
      ? "its capacity is the usual, nobody hears of it and expulsions stay as they are" : nil
  }
}

extension Operation {
  package static var needs: [LeverNeed] {
    [LeverNeed(Policing.self, else: "there are no police to be strengthened while it holds")]
  }

  /// The announcement's own day, and the day after, when it is no news any more.
  package var eventDays: [Day] { announced.map { [$0, $0 + 1] } ?? [] }

  package static var trials: [LeverTrial] {
    let strong = reformed { law, from in
      law.announced = from
      law.capacity = 30
    }
    return [
      LeverExpectation.checks.more(
        "an operation of 30 times the capacity for good", both(removed, strong))
    ]
  }
}
