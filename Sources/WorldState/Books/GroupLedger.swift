import Kernel

/// Whom a ledger tells apart: natives by skill. (Migrants will stand by origin and authorisation.)
package enum Group {
  package static let count = 3

  @inlinable @inline(__always)
  package static func of(_ person: Person) -> Int { Int(person.skill.rawValue) }
}

/// One group of one market: heads by what they do, and the money of those who have a job.
@frozen package struct GroupLedger: BitwiseCopyable, Equatable, Sendable {
  package var searching: Int64 = 0
  package var ownAccount: Int64 = 0
  package var formal = JobLedger()
  package var informal = JobLedger()

  package init() {}

  /// Heads of the labour force.
  package var present: Int64 { searching + ownAccount + formal.heads + informal.heads }
}

extension Accrual {
  /// Replaces the running amount from today on.
  package mutating func restate(_ amount: Int64, daysLeft: Int64) {
    add(amount - running, daysLeft: daysLeft)
  }
}
