/// A measure, or the run's dates, that contradict something.
enum LawFault: Error, Equatable, Sentence {
  case unknownKind(String, name: String, kinds: [String])
  case kindNeeded(String, kinds: [String])
  case kindChanged(String, from: String, to: String)
  case measureName(String)
  case nothingToRemove(String, names: [String])
  case runReversed(from: String, until: String)
  case partFirstMonth(from: String, days: Int)
  case longRun(years: Int)
  case reversed(String, from: String, until: String)
  case outsideRun(String, side: String, run: String)
  case leftOut([String], run: String)
  case cutBySet(until: String, [String])
  case moneyBeyondRecords(String, amount: String, most: String, currency: String)
  case payBeyondRecords(String, amount: String, most: String, currency: String)
  case datesContradict(String, String, look: String)
  case sameStart(String, other: String, kind: String, date: String)
  case overlap(String, other: String, kind: String, date: String)
  case contradiction(String, String)
  case noEffect(String, String)
  case odd(String, String)

  var sentence: String {
    switch self {
    case .unknownKind(let kind, let name, let kinds):
      "'\(kind)' is not a kind of measure"
        + (kind == name ? "; name one by 'kind', or use its name." : ".")
        + Nearest.hint(for: kind, among: kinds)
    case .kindNeeded(let name, let kinds):
      "'\(name)' is not a kind of measure, and nothing is inherited under this name. "
        + "Write kind: \(kinds.joined(separator: " or "))."
    case .kindChanged(let name, let old, let new):
      "'\(name)' is a measure of kind \(old) in the file extended; it cannot become \(new). "
        + "Remove it by \(name): none, and add another name."
    case .measureName(let name):
      "'\(name)' is no name for a measure. Use letters, digits, - and _, beginning with a letter."
    case .nothingToRemove(let name, let names):
      "'\(name)' is none, but no measure of that name is inherited."
        + Nearest.hint(for: name, among: names)
    case .runReversed(let from, let until):
      "the run ends on \(until), before it begins on \(from). Swap the dates."
    case .partFirstMonth(let from, let days):
      "the run begins on \(from), within a month: the row of that month counts events of \(days) days, and taxes "
        + "and pay of all of it. Begin on the first of a month if that is not meant."
    case .longRun(let years): "the run lasts \(years) years; 100 at most. Write an earlier 'until'."
    case .reversed(let name, let from, let until):
      "'\(name)' ends on \(until), before it begins on \(from). Swap the dates."
    case .outsideRun(let name, let side, let run):
      "'\(name)' \(side), so it never holds in the run (\(run)). "
        + "Change its dates, or remove it by \(name): none."
    case .leftOut(let names, let run):
      "\(KeyFault.list(names)) \(names.count == 1 ? "lies" : "lie") outside the run (\(run)), "
        + "and \(names.count == 1 ? "is" : "are") left out."
    case .cutBySet(let until, let names):
      "'run.until' is \(until), before \(KeyFault.list(names)) \(names.count == 1 ? "begins" : "begin"). "
        + "Write --until \(until), or until: \(until) in a plan, which cuts runs short and leaves their law alone."
    case .moneyBeyondRecords(let key, let amount, let most, let currency):
      "'\(key)' comes to \(amount) \(currency) in the money of a day, but a single payment is at most \(most). Write less."
    case .payBeyondRecords(let key, let amount, let most, let currency):
      "'\(key)' gives pay of up to \(amount) \(currency)/month, by region, sector, skill and year, "
        + "but pay is at most \(most). Write less, or count in larger money."
    case .datesContradict(let name, let clause, let key):
      "'\(name)' \(clause). Look at \(key)."
    case .sameStart(let name, let other, let kind, let date):
      "'\(name)' and '\(other)' are both \(kind) from \(date) on. Keep one, or change a date."
    case .overlap(let name, let other, let kind, let date):
      "'\(name)' and '\(other)' both hold on \(date), but only one \(kind) can. "
        + "End one before the other begins."
    case .contradiction(let name, let clause): "'\(name)' \(clause)."
    case .noEffect(let name, let clause): "'\(name)' has no effect: \(clause)."
    case .odd(let name, let clause): "'\(name)' \(clause)."
    }
  }
}
