/// A day as records keep it: counted from the world's first day, in two bytes.
///
/// A day later than can be told is kept as the latest that can, which lies beyond every horizon; ``never`` is later than
/// all.
@frozen public struct DayNumber: BitwiseCopyable, Hashable, Comparable, Sendable {
  public let rawValue: UInt16

  /// A day that is never reached.
  @inlinable public static var never: DayNumber { DayNumber(rawValue: .max) }
  /// The latest day that can be told.
  @inlinable public static var latest: DayNumber { DayNumber(rawValue: .max - 1) }
  /// The world's first day.
  @inlinable public static var first: DayNumber { DayNumber(rawValue: 0) }

  @inlinable init(rawValue: UInt16) { self.rawValue = rawValue }

  /// - Parameter number: days since the world's first day, not negative; what is later than ``latest`` is that day.
  @inlinable @inline(__always)
  public init(_ number: Int) {
    rawValue = UInt16(min(number, Int(Self.latest.rawValue)))
  }

  // Written out, so that other modules see through it: it is asked at every wake.
  @inlinable @inline(__always)
  public static func == (a: DayNumber, b: DayNumber) -> Bool { a.rawValue == b.rawValue }

  @inlinable @inline(__always)
  public static func < (a: DayNumber, b: DayNumber) -> Bool { a.rawValue < b.rawValue }
}

extension Int {
  /// Days since the world's first day.
  @inlinable @inline(__always)
  public init(_ day: DayNumber) { self.init(day.rawValue) }
}

extension DayNumber: ExpressibleByIntegerLiteral {
  @inlinable public init(integerLiteral number: UInt16) { self.init(rawValue: number) }
}

extension DayNumber: CustomStringConvertible {
  public var description: String { "\(rawValue)" }
}
