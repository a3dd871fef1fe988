import Kernel

/// A walk along an employer's staff, newest first.
///
/// The walk stands one step ahead: who was handed out may leave the list, or change terms, before the next is asked for.
/// A value and not a closure, so that the walker may change the market and stop where it likes.
@frozen public struct StaffWalk: BitwiseCopyable {
  @usableFromInline var ahead: UInt32

  @usableFromInline init(from newest: UInt32) { ahead = newest }

  /// The next member's index; nil when all have been seen.
  @inlinable @inline(__always)
  public mutating func next(_ people: borrowing Column<Person>) -> UInt32? {
    guard ahead != Person.nobody else { return nil }
    let member = ahead
    ahead = people[member].next
    return member
  }
}

extension Market {
  /// Begins a walk along an employer's staff.
  @inlinable @inline(__always)
  public func staff(of employer: UInt32) -> StaffWalk {
    StaffWalk(from: employers[employer].firstStaff)
  }
}
