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
