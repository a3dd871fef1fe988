import Inputs
import Kernel

/// Whom a ledger tells apart: natives by skill, migrants by origin and authorisation.
public enum Group {
  @inlinable static var nativeCount: Int { 3 }
  @inlinable static var authorisationCount: Int { 6 }

  /// - Parameter origins: how many origins the country has.
  public static func count(origins: Int) -> Int { nativeCount + origins * authorisationCount }

  @inlinable @inline(__always)
  public static func of(_ person: Person) -> Int {
    person.origin == 0
      ? Int(person.skill.rawValue)
      : of(origin: person.origin, person.authorisation)
  }

  /// - Parameter origin: from 1 on; natives have skills instead.
  @inlinable @inline(__always)
  public static func of(origin: UInt8, _ authorisation: Authorisation) -> Int {
    nativeCount + (Int(origin) - 1) * authorisationCount + Int(authorisation.rawValue)
  }

  @inlinable public static func isNative(_ group: Int) -> Bool { group < nativeCount }

  /// Origin, from 1 on, and authorisation of a migrants' group.
  public static func origin(_ group: Int) -> Int { (group - nativeCount) / authorisationCount + 1 }

  public static func authorisation(_ group: Int) -> Authorisation {
    Authorisation.allCases[(group - nativeCount) % authorisationCount]
  }
}

/// What a ledger counts heads by: the one list that audit, digest and sums go through.
package enum Head: Int, Sendable, CaseIterable {
  // Those present.
  case searching, ownAccount, overstayed, passportsHeld, registered, barred
  // Those to whom it happened, of the month so far.
  case legalised, identified, expelled

  package static let all = allCases
  /// Those that can be counted from the records.
  package static let ofRecords = all.filter { !$0.isEvent }

  private var isEvent: Bool { rawValue >= Head.legalised.rawValue }

  /// As a finding of the audit names it.
  package var words: String {
    switch self {
    case .ownAccount: "own account"
    case .passportsHeld: "passports held"
    default: "\(self)"
    }
  }
}

/// One group of one market: heads by what they do, and the money of those who have a job.
@frozen public struct GroupLedger: BitwiseCopyable, Equatable, Sendable {
  public var searching: Int64 = 0
  public var ownAccount: Int64 = 0
  /// Of those present: stayed longer than allowed; with the passport in the employer's hands; registered.
  public var overstayed: Int64 = 0
  public var passportsHeld: Int64 = 0
  public var registered: Int64 = 0
  /// Came in spite of a ban.
  public var barred: Int64 = 0
  /// Events of the month so far: cards given, cases made, expulsions.
  public var legalised: Int64 = 0
  public var identified: Int64 = 0
  public var expelled: Int64 = 0
  /// And bribes taken from them in the street.
  public var bribed: Int64 = 0
  public var formal = JobLedger()
  public var informal = JobLedger()

  public init() {}

  package subscript(head: Head) -> Int64 {
    get {
      switch head {
      case .searching: searching
      case .ownAccount: ownAccount
      case .overstayed: overstayed
      case .passportsHeld: passportsHeld
      case .registered: registered
      case .barred: barred
      case .legalised: legalised
      case .identified: identified
      case .expelled: expelled
      }
    }
    set {
      switch head {
      case .searching: searching = newValue
      case .ownAccount: ownAccount = newValue
      case .overstayed: overstayed = newValue
      case .passportsHeld: passportsHeld = newValue
      case .registered: registered = newValue
      case .barred: barred = newValue
      case .legalised: legalised = newValue
      case .identified: identified = newValue
      case .expelled: expelled = newValue
      }
    }
  }

  /// Heads present: the labour force of natives, all migrants.
  public var present: Int64 { searching + ownAccount + formal.heads + informal.heads }

  /// A new month: its events are counted from nothing.
  public mutating func beginMonth() {
    legalised = 0
    identified = 0
    expelled = 0
    bribed = 0
  }

  /// Counts what is true of a migrant (`sign` 1), or no longer is (−1).
  @inlinable @inline(__always)
  public mutating func countMarks(_ sign: Int64, of person: Person) {
    if person.stay == .overstayed { overstayed += sign }
    if person.marks.contains(.passportHeld) { passportsHeld += sign }
    if person.marks.contains(.registered) { registered += sign }
    if person.marks.contains(.barred) { barred += sign }
  }
}

extension Accrual {
  /// Replaces the running amount from today on.
  public mutating func restate(_ amount: Int64, daysLeft: Int64) {
    add(amount - running, daysLeft: daysLeft)
  }
}
