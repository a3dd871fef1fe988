import Kernel

/// A walk along an employer's staff, newest first.
///
/// The walk stands one step ahead: who was handed out may leave the list, or change terms, before the next is asked for.
/// A value and not a closure, so that the walker may change the market and stop where it likes.
@frozen public struct StaffWalk: BitwiseCopyable {
  @usableFromInline var ahead: PersonIndex

  @usableFromInline init(from newest: PersonIndex) { ahead = newest }

  /// The next member's index; nil when all have been seen.
  @inlinable @inline(__always)
  public mutating func next(_ people: borrowing Column<Person>) -> PersonIndex? {
    guard ahead != .nowhere else { return nil }
    let member = ahead
    ahead = people[member].next
    return member
  }
}

extension Market {
  /// Begins a walk along an employer's staff.
  @inlinable @inline(__always)
  public func staff(of employer: EmployerIndex) -> StaffWalk {
    StaffWalk(from: employers[employer].firstStaff)
  }
}
