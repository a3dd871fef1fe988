/// An amendment that cannot be read, or that leaves no law to stand.
enum AmendmentFault: Error, Equatable, Sentence {
  case unknownKind(String, kinds: [String])
  case kindToo(String)
  case nothing(String, key: String)
  case becomesAmendment(String)
  case amendsOther(String, from: String, to: String)
  case noNumber(String, text: String, base: String)
  case outside(String, text: String, base: String, value: String, low: String, high: String)
  case notWhole(String, text: String, base: String, value: String)
  case contradiction(String, base: String, date: String, clause: String)

  var sentence: String {
    switch self {
    case .unknownKind(let text, let kinds):
      "'amends' names '\(text)', which is no kind of measure.\(Nearest.hint(for: text, among: kinds))"
    case .kindToo(let name):
      "'\(name)' has both 'amends' and 'kind'. Keep 'amends' to change the law in force, or 'kind' "
        + "for a law of its own."
    case .nothing(let name, let key):
      "'\(name)' changes nothing. Write below it what it amends, as in \(key)."
    case .becomesAmendment(let name):
      "'\(name)' is a measure in the file extended; it cannot amend. Give the amendment another "
        + "name."
    case .amendsOther(let name, let old, let new):
      "'\(name)' amends \(old) in the file extended; it cannot amend \(new). "
        + "Remove it by \(name): none, and add another name."
    case .noNumber(let key, let text, let base):
      "'\(key)' is \(text), but \(base) gives no number to multiply. Write the value itself."
    case .outside(let key, let text, let base, let value, let low, let high):
      "'\(key)' is \(text), which with \(base) makes \(value), but it lies between \(low) and "
        + "\(high)."
    case .notWhole(let key, let text, let base, let value):
      "'\(key)' is \(text), which with \(base) makes \(value), but only whole numbers make sense. "
        + "Write the value itself."
    case .contradiction(let name, let base, let date, let clause):
      "'\(name)' changes \(base) so that on \(date) it \(clause)."
    }
  }
}
