import Kernel

/// A time of more checks and more expulsions, announced beforehand.
package struct Operation: LeverType {
  package var announced: Day?
  package var capacity = 1.0
  package var expulsion: Double?

  package init() {}

  package static let kindName = "operation"
  package static let meaning =
    "Multiplies police capacity for a time, and sets how many are expelled."
  package static let overlap = Overlap.forbidden
  package static let keys: [Key<Operation>] = [
    .optionalDate(
      "announced", \.announced, "Day on which employers hear of it; none when left out."),
    .number("capacity", \.capacity, .factor, 0...100, "Inspections and checks, to the usual."),
    .optionalNumber(
      "expulsion", \.expulsion, .share, 0...1,
      "Chance that one who was identified is expelled; the usual one when left out."),
  ]

  package var noEffect: String? {
    capacity == 1 && expulsion == nil && announced == nil
      ? "its capacity is the usual, nobody hears of it and expulsions stay as they are" : nil
  }

  package init?(lever: Lever) {
    guard case .operation(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .operation(self) }
}
