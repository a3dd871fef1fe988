/// Why nothing can be fitted: too few points gave a number for every target.
package struct CalibrationFault: Error, Equatable, CustomStringConvertible {
  package var evaluations: Int
  /// Points that did, and how many are needed.
  package var whole: Int
  package var needed: Int
  /// Fitted targets for which no point gave a number.
  package var emptyTargets: [String]

  package init(evaluations: Int, whole: Int, needed: Int, emptyTargets: [String]) {
    self.evaluations = evaluations
    self.whole = whole
    self.needed = needed
    self.emptyTargets = emptyTargets
  }

  package var description: String {
    let names = emptyTargets.map { "'\($0)'" }.joined(separator: ", ")
    let reason =
      emptyTargets.isEmpty || whole > 0
      ? "The others failed, or had nobody to measure: see them with the same plan as a sweep."
      : "No point has a value of \(names): there was nobody to measure, or every point failed. Take the "
        + "target out, or hold it back."
    return
      "error: of \(evaluations) points \(whole) gave a number for every target, and a fit needs "
      + "\(needed). \(reason)"
  }
}
