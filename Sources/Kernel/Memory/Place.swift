/// A record's place in a column: an index that means nothing outside its island, nor in a column of other records.
@frozen
public struct Place<Record: BitwiseCopyable>: BitwiseCopyable, Hashable, Comparable,
  Sendable
{
  public let rawValue: UInt32

  /// No place.
  @inlinable public static var nowhere: Place { Place(UInt32.max) }

  @inlinable @inline(__always)
  public init(_ number: UInt32) { rawValue = number }

  @inlinable @inline(__always)
  public init(_ number: Int) { rawValue = UInt32(number) }

  @inlinable @inline(__always)
  public static func == (a: Place, b: Place) -> Bool { a.rawValue == b.rawValue }

  @inlinable @inline(__always)
  public static func < (a: Place, b: Place) -> Bool { a.rawValue < b.rawValue }
}

extension Place: ExpressibleByIntegerLiteral {
  @inlinable public init(integerLiteral number: UInt32) { self.init(number) }
}

extension Int {
  @inlinable @inline(__always)
  public init<Record>(_ place: Place<Record>) { self.init(place.rawValue) }
}

/// The places of a column, one after the other.
@frozen public struct Places<Record: BitwiseCopyable>: Sequence, IteratorProtocol {
  @usableFromInline var following: UInt32 = 0
  @usableFromInline let end: UInt32

  @inlinable init(count: Int) { end = UInt32(count) }

  @inlinable @inline(__always)
  public mutating func next() -> Place<Record>? {
    guard following < end else { return nil }
    defer { following += 1 }
    return Place(following)
  }
}

extension Place: CustomStringConvertible {
  public var description: String { "\(rawValue)" }
}
