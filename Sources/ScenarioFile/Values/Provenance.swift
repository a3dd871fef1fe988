/// Where a value comes from, and within which range it may lie.
package struct Provenance: Sendable, Equatable {
  /// In base units, both ends included; sweeps and calibrations move the value within it.
  package var range: ClosedRange<Double>?
  /// A document's key, or `recalled`, `assumed`, `derived`.
  package var source: String?
  /// Where the value is written.
  package var place: Place

  /// Sources that admit ignorance, and therefore must give a range.
  static let uncertainSources = ["recalled", "assumed"]
}
