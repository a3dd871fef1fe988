/// Of a sample's trajectories or base rows, which can be used, and why others cannot.
package struct SampleGaps: Sendable, Equatable {
  /// How many the design has.
  package var all = 0
  /// Those that lack a point because it is not computed yet, failed, or had nobody to measure; each
  /// counts once, for the first of these.
  package var missing = 0
  package var failed = 0
  package var empty = 0
  /// Whether no point that was computed has a value.
  package var isEmptyEverywhere = true

  package var leftOut: Int { missing + failed + empty }

  /// What became of a point.
  enum Point {
    case value(Double)
    case missing
    case failed
    case empty
  }

  /// - Parameter size: points of a trajectory or a base row.
  init(_ points: [Point], size: Int) {
    for start in stride(from: 0, to: points.count - size + 1, by: size) {
      let block = points[start..<start + size]
      all += 1
      if block.contains(where: { if case .missing = $0 { true } else { false } }) {
        missing += 1
      } else if block.contains(where: { if case .failed = $0 { true } else { false } }) {
        failed += 1
      } else if block.contains(where: { if case .empty = $0 { true } else { false } }) {
        empty += 1
      }
    }
    let hasValue = points.contains { if case .value = $0 { true } else { false } }
    let hasEmpty = points.contains { if case .empty = $0 { true } else { false } }
    isEmptyEverywhere = !hasValue && hasEmpty
  }

  /// A sentence on what is left out; nil where nothing is.
  /// - Parameter noun: what the design is made of, in the plural.
  func sentence(_ noun: String) -> String? {
    guard leftOut > 0 else { return nil }
    let reasons = [
      missing > 0 ? "\(missing) lack a point that is not computed yet" : nil,
      failed > 0 ? "\(failed) hold a point that failed (failures.csv)" : nil,
      empty > 0 ? "\(empty) hold a point with nobody to measure" : nil,
    ].compactMap { $0 }
    return
      "\(leftOut) of \(all) \(noun) are left out: \(reasons.joined(separator: ", ")). What remains is "
      + "not the whole of the factors' ranges."
  }
}
