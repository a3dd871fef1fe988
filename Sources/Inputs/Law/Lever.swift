import Kernel

/// What the state can set: a lever's file says all of it, from its keys to the extremes at which it is tried.
///
/// Its value is what the day reads, through ``LawInForce``. A lever stands in ``LeverKind/all``, and there alone.
package protocol Lever: KeyGroup {
  /// As scenario files name the kind of its measures.
  static var kindName: String { get }
  /// One sentence for the documentation.
  static var meaning: String { get }
  static var overlap: Overlap { get }
  /// Whether it is something that happens, and no state of the law: it never acts before its first day, burn-in included.
  static var isEvent: Bool { get }

  /// What it acts through, and cannot act without.
  static var needs: [LeverNeed] { get }
  /// What it rules, where a law may rule parts of its field apart; measures of a kind compete only where they rule the same.
  var subjects: [String] { get }
  /// Why these values cannot stand together, as `gives …. Write …`; nil when they can.
  var contradiction: String? { get }
  /// Why they can change nothing, as a clause; nil when they can.
  var noEffect: String? { get }
  /// Why they can change nothing in this country, beside others of the kind that hold for as long.
  func noEffect(beside others: [Self], in country: Country) -> String?
  /// Why they can change nothing on the days on which they alone of their kind are in force.
  func noEffect(on days: [Day], in country: Country) -> String?
  /// What the writer of the file should look at, on days on which they are in force; nil when nothing is odd.
  func oddity(on days: [Day], in country: Country) -> String?
  /// Days beside the first and the last on which something happens.
  var eventDays: [Day] { get }

  /// The lever at its extremes, for the table of levers.
  static var trials: [LeverTrial] { get }
}

/// Another lever without which one cannot act.
package struct LeverNeed: Sendable {
  package let kindName: String
  /// What is missing then, as a clause.
  package let clause: String

  package init(_ lever: any Lever.Type, else clause: String) {
    kindName = lever.kindName
    self.clause = clause
  }
}

extension Lever {
  package static var isEvent: Bool { false }
  package static var needs: [LeverNeed] { [] }
  package var subjects: [String] { [Self.kindName] }
  package var contradiction: String? { nil }
  package var noEffect: String? { nil }
  package func noEffect(beside others: [Self], in country: Country) -> String? { nil }
  package func noEffect(on days: [Day], in country: Country) -> String? { nil }
  package func oddity(on days: [Day], in country: Country) -> String? { nil }
  package var eventDays: [Day] { [] }
  package static var trials: [LeverTrial] { [] }
}

/// What can be asked of a lever without knowing which it is.
extension Lever {
  package var kindName: String { Self.kindName }

  package func equals(_ other: any Lever) -> Bool { other as? Self == self }

  package func noEffect(besideThese others: [any Lever], in country: Country) -> String? {
    noEffect(beside: others.compactMap { $0 as? Self }, in: country)
  }
}
