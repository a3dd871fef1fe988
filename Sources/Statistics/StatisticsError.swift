import CGSL

/// What a statistical routine could not do, and why.
package enum StatisticsError: Error, Equatable, CustomStringConvertible {
  /// Fewer numbers than the result needs.
  case tooFewValues(needed: Int, given: Int)
  /// Two lists that must match in length do not.
  case unequalLengths(Int, Int)
  /// An argument outside its range; the text says which range.
  case outOfRange(argument: String, value: Double, range: String)
  /// More dimensions than a quasi-random sequence is made for.
  case dimensionsBeyondSequence(sequence: String, asked: Int, most: Int)
  /// The function has the same sign at both ends, so that no root is known to lie between.
  case rootNotBracketed(atLower: Double, atUpper: Double)
  /// The function gave NaN or infinity where a number was needed.
  case functionNotFinite(at: [Double])
  /// The search used all its steps before it was as close as asked.
  case notConverged(steps: Int)
  /// The GNU Scientific Library refused, in its own words.
  case library(code: Int32, message: String)

  package var description: String {
    switch self {
    case .tooFewValues(let needed, let given):
      "at least \(needed) values are needed, and \(given) were given"
    case .unequalLengths(let one, let other):
      "two lists must be equally long, but one has \(one) values and the other \(other)"
    case .outOfRange(let argument, let value, let range):
      "\(argument) is \(value), but \(range)"
    case .dimensionsBeyondSequence(let sequence, let asked, let most):
      "a \(sequence) sequence has 1 to \(most) dimensions, and \(asked) were asked for"
    case .rootNotBracketed(let lower, let upper):
      "the function is \(lower) at the lower end and \(upper) at the upper: no sign change between"
    case .functionNotFinite(let point):
      "the function has no finite value at \(point)"
    case .notConverged(let steps):
      "not as close as asked after \(steps) steps"
    case .library(let code, let message):
      "GSL error \(code): \(message)"
    }
  }
}

/// GSL as Swift can live with it: faults come back as codes instead of ending the process.
enum Library {
  // A static's initialiser runs once, before the first call that names it.
  private static let silenceHandler: Void = { _ = gsl_set_error_handler_off() }()

  /// To be called before anything of GSL's that may fail.
  static func prepare() { silenceHandler }

  /// Turns a code other than success into an error.
  static func check(_ code: Int32) throws(StatisticsError) {
    guard code != 0 else { return }
    throw .library(code: code, message: String(cString: gsl_strerror(code)))
  }

  /// What to throw when GSL could not allocate something.
  static func noMemory(for what: String) -> StatisticsError {
    .library(code: Int32(GSL_ENOMEM), message: "no memory for \(what)")
  }
}

/// Throws unless `value` lies strictly between 0 and 1.
func requireOpenShare(_ argument: String, _ value: Double) throws(StatisticsError) {
  guard value > 0, value < 1 else {
    throw .outOfRange(argument: argument, value: value, range: "it lies strictly between 0 and 1")
  }
}
