import Inputs

/// Whether a series is what happened in the simulated world or what its offices would publish.
package enum Perspective: String, Sendable {
  case truth, official
}

/// A named series: what a column of the results holds.
package struct Indicator: Sendable, Equatable {
  /// The column's name, fixed for users.
  package let name: String
  package let unit: IndicatorUnit
  /// How it is computed, in words, for the codebook.
  package let formula: String
  package let perspective: Perspective

  package init(
    _ name: String, unit: IndicatorUnit, _ formula: String, perspective: Perspective = .truth
  ) {
    self.name = name
    self.unit = unit
    self.formula = formula
    self.perspective = perspective
  }
}
