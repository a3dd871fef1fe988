/// Who somebody or something is, everywhere and for good: the number by which its draws are keyed.
@frozen public struct Identity<Bearer: ~Copyable>: BitwiseCopyable, Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  /// The identity that none has.
  @inlinable public static var nobody: Identity { Identity(UInt32.max) }

  @inlinable @inline(__always)
  public init(_ number: UInt32) { rawValue = number }

  @inlinable @inline(__always)
  public init(_ number: Int) { rawValue = UInt32(number) }

  @inlinable @inline(__always)
  public static func == (a: Identity, b: Identity) -> Bool { a.rawValue == b.rawValue }

  @inlinable @inline(__always)
  public static func < (a: Identity, b: Identity) -> Bool { a.rawValue < b.rawValue }

  @inlinable @inline(__always)
  public static func + (first: Identity, steps: Int) -> Identity {
    Identity(Int(first.rawValue) + steps)
  }

  @inlinable @inline(__always)
  public static func += (identity: inout Identity, steps: Int) { identity = identity + steps }

  /// How far two identities that follow each other lie apart.
  @inlinable @inline(__always)
  public static func - (a: Identity, b: Identity) -> Int { Int(a.rawValue) - Int(b.rawValue) }
}

extension Identity: ExpressibleByIntegerLiteral where Bearer: ~Copyable {
  @inlinable public init(integerLiteral number: UInt32) { self.init(number) }
}

extension Identity: CustomStringConvertible where Bearer: ~Copyable {
  public var description: String { "\(rawValue)" }
}

extension Int {
  @inlinable @inline(__always)
  public init<Bearer: ~Copyable>(_ identity: Identity<Bearer>) { self.init(identity.rawValue) }
}
