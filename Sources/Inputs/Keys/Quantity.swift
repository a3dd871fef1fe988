import Kernel

/// What a number in a scenario file measures. It decides in which units it may be written, and the
/// base unit in which the typed inputs hold it.
package enum Dimension: String, Sendable, CaseIterable {
  /// A part of a whole, 0…1; written `35 %` or `0.35`.
  case share
  /// A number without a dimension: an elasticity, an index, a multiple.
  case factor
  /// A whole number of things.
  case count
  /// Events per year of exposure. `0.22 /year` is the rate itself; `1.5 %/month` and `2 %/year` are
  /// the chance within that time, so that a monthly hazard h becomes the rate −12·ln(1−h).
  case rate
  /// Money of the country; `26700 EUR`.
  case money
  /// Money a month; `26700 EUR/month`.
  case pay
  /// Days; `60 days`, `4 weeks`, `3 months` (of 30.4375 days), `2 years` (of 365.25 days).
  case duration
  /// Whole calendar months; `36 months`, `3 years`.
  case months
  /// A sum as laws write it: multiples of the country's index unit, or money where it has none.
  case legalSum
}

/// What a key holds, with all that is needed to check it.
package enum ValueKind: Sendable, Equatable {
  /// A number of a dimension within bounds (in base units).
  case number(Dimension, ClosedRange<Double>)
  /// A number or the word `none`, which is stored as nil.
  case optionalNumber(Dimension, ClosedRange<Double>)
  case date
  case optionalDate
  case flag
  /// One of a few words.
  case choice([String])
  /// Names of the country's regions, or all.
  case regions
  /// Names of the country's sectors, or all.
  case sectors
  /// Names of the country's origins, or all.
  case origins
  /// Names of skills, or all.
  case skills
  /// The name of one of the country's tax scales, or `none`.
  case taxScale
  case text
  /// Text, or the word `none`, which is stored as nil.
  case optionalText
  /// Months, or the word `none` for the empty list.
  case monthList
}

/// A typed value on its way between a scenario file and the inputs, in base units.
package enum Value: Sendable, Equatable {
  case number(Double)
  case date(Day)
  case flag(Bool)
  case word(String)
  case members(Members)
  /// Each by its first day.
  case months([Day])
  case none
}
