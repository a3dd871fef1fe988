import Kernel

/// Whom a ledger tells apart: natives by skill. (Migrants will stand by origin and authorisation.)
public enum Group {
  public static let count = 3

  @inlinable @inline(__always)
  public static func of(_ person: Person) -> Int { Int(person.skill.rawValue) }
}

/// One group of one market: heads by what they do, and the money of those who have a job.
@frozen public struct GroupLedger: BitwiseCopyable, Equatable, Sendable {
  public var searching: Int64 = 0
  public var ownAccount: Int64 = 0
  public var formal = JobLedger()
  public var informal = JobLedger()

  public init() {}

  /// Heads of the labour force.
  public var present: Int64 { searching + ownAccount + formal.heads + informal.heads }
}

extension Accrual {
  /// Replaces the running amount from today on.
  public mutating func restate(_ amount: Int64, daysLeft: Int64) {
    add(amount - running, daysLeft: daysLeft)
  }
}
